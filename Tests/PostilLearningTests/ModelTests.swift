import PostilCore
import PostilLearning
import Testing

@Suite struct ModelTests {
    private static let feature = [FeatureHash(template: 0, 7), FeatureHash(template: 1, 9)]

    /// Examples in which the first feature alone tells the answer.
    private static var examples: TrainingExamples {
        var examples = TrainingExamples()
        for index in 0..<200 {
            let isYes = index % 2 == 0
            examples.append(isYes ? feature : [feature[1]], label: isYes)
        }
        return examples
    }

    private static func trainer(bits: Int = 10) -> LogisticTrainer {
        var trainer = LogisticTrainer()
        trainer.bits = bits
        return trainer
    }

    private func code(of action: () throws(ModelError) -> Void) -> String? {
        do throws(ModelError) { try action() } catch { return error.code.rawValue }
        return nil
    }

    @Test func aModelDecidesAsItsExamplesDo() throws {
        let bytes = try Self.trainer().train(Self.examples, facts: [("task", "test")])
        let model = try LinearModel(ModelFile(ModelBytes(copying: bytes)))
        #expect(model.file["task"] == "test")
        #expect(model.file.weightCount == 1 << 10)
        Self.feature.withUnsafeBufferPointer { both in
            let second = UnsafeBufferPointer(rebasing: both[1...])
            #expect(model.score(both) > 0.5)
            #expect(model.score(second) < -0.5)
            #expect(model.sum(of: both) > model.threshold)
            #expect(model.sum(of: second) <= model.threshold)
        }
        #expect(try Self.trainer().train(Self.examples, facts: [("task", "test")]) == bytes)
    }

    @Test func trainingThatCannotGiveAModelIsRefused() {
        #expect(
            code { () throws(ModelError) in _ = try Self.trainer().train(TrainingExamples(), facts: []) }
                == "no-examples"
        )
        var steep = Self.trainer()
        steep.rate = 1e30
        #expect(code { () throws(ModelError) in _ = try steep.train(Self.examples, facts: []) } == "training-diverged")
    }

    @Test(arguments: [(-3, 1), (0, 1), (1, 1), (5, 5)])
    func bitsOutOfRangeCountAsTheNearestInIt(bits: Int, used: Int) throws {
        let bytes = try Self.trainer(bits: bits).train(Self.examples, facts: [])
        #expect(try ModelFile(ModelBytes(copying: bytes)).weightCount == 1 << used)
    }

    @Test(arguments: [Float.nan, .infinity, 0, -1, .leastNonzeroMagnitude])
    func aScaleThatNoTrainingGivesIsDamage(scale: Float) {
        let bytes = ModelFile.encode(facts: [], scale: scale, bias: 1, weights: [1, 2])
        #expect(code { () throws(ModelError) in _ = try ModelFile(ModelBytes(copying: bytes)) } == "model-damaged")
    }

    @Test(arguments: [Float.nan, .infinity, .greatestFiniteMagnitude])
    func aBiasThatNoTrainingGivesIsDamage(bias: Float) {
        let bytes = ModelFile.encode(facts: [], scale: 0.5, bias: bias, weights: [1, 2])
        #expect(code { () throws(ModelError) in _ = try ModelFile(ModelBytes(copying: bytes)) } == "model-damaged")
    }

    @Test func everyChangedByteIsFound() {
        let bytes = ModelFile.encode(facts: [("task", "test")], scale: 0.5, bias: 0.25, weights: [1, 2, 3, 4])
        #expect(code { () throws(ModelError) in _ = try ModelFile(ModelBytes(copying: bytes)) } == nil)
        // The scale and the bias, and four bytes that are reserved, are not covered by the checksum.
        for index in bytes.indices where !(16..<24).contains(index) && !(28..<32).contains(index) {
            var changed = bytes
            changed[index] ^= 0x10
            #expect(
                code { () throws(ModelError) in _ = try ModelFile(ModelBytes(copying: changed)) } != nil,
                "\(index)"
            )
        }
        for count in bytes.indices {
            let cut = Array(bytes[..<count])
            #expect(code { () throws(ModelError) in _ = try ModelFile(ModelBytes(copying: cut)) } != nil, "\(count)")
        }
    }

    @Test func aLineEndInAFactMakesNoOther() throws {
        let facts = [("sources", "mine\r\nfeatures: none"), ("task", "test")]
        let bytes = ModelFile.encode(facts: facts, scale: 1, bias: 0, weights: [1, 2])
        let file = try ModelFile(ModelBytes(copying: bytes))
        #expect(file.facts.map(\.key) == ["sources", "task"])
        #expect(file["sources"] == "mine features: none")
    }
}
