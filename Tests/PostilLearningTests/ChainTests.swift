import PostilCore
import Testing

@testable import PostilLearning

@Suite("Chains")
struct ChainTests {
    private static let labels = ["day", "night", "dusk"]

    /// A feature of a place by its name.
    private static func feature(_ name: Int) -> FeatureHash { FeatureHash(template: 1, UInt64(name)) }

    /// Sequences in which feature 0 means day, 1 night, and 2 whichever of the two the place before is not.
    private static func toy(knownAs allowed: (UInt64) -> UInt64 = { $0 }) -> ChainExamples {
        var examples = ChainExamples()
        var generator = SplitMix64(seed: 5)
        for _ in 0..<200 {
            var before = 0
            for position in 0..<6 {
                let name = position == 0 ? Int(generator.next() % 2) : Int(generator.next() % 3)
                let label = name == 2 ? 1 - before : name
                [feature(name), FeatureHash(template: 2, generator.next() % 50)]
                    .withUnsafeBufferPointer { examples.append($0, allowed: allowed(1 << UInt64(label))) }
                before = label
            }
            examples.endSequence()
        }
        return examples
    }

    private static func trained(
        _ examples: ChainExamples,
        allows: (Int?, Int?) -> Bool = { _, _ in true },
        seed: UInt64 = 1
    ) throws -> [UInt8] {
        var trainer = ChainTrainer()
        trainer.groupBits = 6
        trainer.epochs = 6
        trainer.seed = seed
        return try trainer.train(examples, labels: labels, allows: allows, facts: [("features", "toy")])
    }

    private static func model(_ bytes: [UInt8]) throws -> ChainModel {
        try ChainModel(ModelFile(ModelBytes(copying: bytes)), features: "toy")
    }

    private static func labels(of names: [Int], by model: ChainModel, allowed: [UInt64] = []) -> [Int] {
        var decoder = ChainDecoder(model)
        decoder.begin()
        for (position, name) in names.enumerated() {
            [feature(name)].withUnsafeBufferPointer { decoder.append($0) }
            if position < allowed.count { decoder.restrictLast(to: allowed[position]) }
        }
        return decoder.decode().map(Int.init)
    }

    @Test(
        "what follows from a feature, or from the label before, is learnt",
        arguments: [
            ([0], [0]), ([1], [1]), ([0, 2], [0, 1]), ([1, 2, 2, 2], [1, 0, 1, 0]),
            ([0, 0, 2], [0, 0, 1]), ([], []),
        ]
    )
    func learnsTheToy(_ names: [Int], _ expected: [Int]) throws {
        let model = try ChainTests.model(ChainTests.trained(ChainTests.toy()))
        #expect(ChainTests.labels(of: names, by: model) == expected)
    }

    @Test("of sets of labels those are learnt that other places speak for")
    func learnsFromPartialLabels() throws {
        // Every second place says only that it is not dusk, the others all.
        var index = 0
        let examples = ChainTests.toy { label in
            index += 1
            return index % 2 == 0 ? 0b011 : label
        }
        let model = try ChainTests.model(ChainTests.trained(examples))
        #expect(ChainTests.labels(of: [0, 0, 1, 0, 1], by: model) == [0, 0, 1, 0, 1])
        #expect(ChainTests.labels(of: [0, 2, 2], by: model) == [0, 1, 0])
    }

    @Test("a label that may not follow another never does, whatever the features say")
    func keepsForbiddenTransitionsOut() throws {
        let allows: (Int?, Int?) -> Bool = { before, behind in
            !(before == 0 && behind == 1) && !(before == nil && behind == 1)
        }
        let model = try ChainTests.model(ChainTests.trained(ChainTests.toy(), allows: allows))
        for names in [[1], [0, 1], [0, 1, 1], [2, 1, 0, 1]] {
            let found = ChainTests.labels(of: names, by: model)
            #expect(found.first != 1)
            #expect(!zip(found, found.dropFirst()).contains { $0 == 0 && $1 == 1 })
        }
    }

    @Test("a restricted element gets one of its labels")
    func keepsToRestrictions() throws {
        let model = try ChainTests.model(ChainTests.trained(ChainTests.toy()))
        #expect(ChainTests.labels(of: [0, 0, 0], by: model, allowed: [0b010, 0b111, 0b100]) == [1, 0, 2])
    }

    @Test("an element that can have one label only has it, and its neighbours follow from it")
    func keepsToFixedLabels() throws {
        let model = try ChainTests.model(ChainTests.trained(ChainTests.toy()))
        for label in ChainTests.labels.indices {
            var decoder = ChainDecoder(model)
            decoder.begin()
            decoder.append(only: label)
            [ChainTests.feature(2)].withUnsafeBufferPointer { decoder.append($0) }
            let found = decoder.decode().map(Int.init)
            #expect(found.first == label)
            if label < 2 { #expect(found.last == 1 - label) }
        }
    }

    @Test("the decoder finds the sequence that a search through all finds, and scores add up to the same")
    func agreesWithExhaustiveSearch() throws {
        let model = try ChainTests.model(ChainTests.trained(ChainTests.toy()))
        var generator = SplitMix64(seed: 11)
        for _ in 0..<60 {
            let names = (0..<Int(generator.next() % 6 + 1)).map { _ in Int(generator.next() % 4) }
            let scores = ChainTests.allScores(names, model)
            let best = scores.map(\.score).max() ?? 0
            let found = ChainTests.labels(of: names, by: model)
            let own = scores.first { $0.labels == found }?.score
            #expect(own.map { best - $0 < 0.001 } == true, "\(names): \(found)")
        }
    }

    @Test("probabilities of labels are the shares of all sequences that have them")
    func agreesWithExhaustiveSums() throws {
        let model = try ChainTests.model(ChainTests.trained(ChainTests.toy()))
        let names = [0, 2, 3, 1, 2]
        let scores = ChainTests.allScores(names, model)
        let top = scores.map(\.score).max() ?? 0
        let weights = scores.map { ChainTests.exponential($0.score - top) }
        let total = weights.reduce(0, +)
        var decoder = ChainDecoder(model)
        decoder.begin()
        for name in names { [ChainTests.feature(name)].withUnsafeBufferPointer { decoder.append($0) } }
        decoder.withProbabilities { probabilities, stride in
            for position in names.indices {
                for label in ChainTests.labels.indices {
                    let share =
                        zip(scores, weights).reduce(0) { $0 + ($1.0.labels[position] == label ? $1.1 : 0) } / total
                    #expect(abs(Double(probabilities[position * stride + label]) - share) < 0.01)
                }
            }
        }
    }

    @Test("the same examples give the same bytes, another seed others")
    func isDeterministic() throws {
        let first = try ChainTests.trained(ChainTests.toy())
        #expect(try ChainTests.trained(ChainTests.toy()) == first)
        #expect(try ChainTests.trained(ChainTests.toy(), seed: 2) != first)
    }

    @Test("a model keeps no more rows than it has room for, and those that matter most")
    func choosesFeatures() throws {
        var trainer = ChainTrainer()
        trainer.groupBits = 0
        let bytes = try trainer.train(
            ChainTests.toy(),
            labels: ChainTests.labels,
            allows: { _, _ in true },
            facts: [("features", "toy")]
        )
        let model = try ChainTests.model(bytes)
        #expect(ChainTests.labels(of: [0, 1, 1, 0], by: model) == [0, 1, 1, 0])
        let kept = (0..<50).filter { model.weights(of: FeatureHash(template: 2, UInt64($0))) != nil }
        #expect(kept.count <= 6)
    }

    @Test("nothing to learn from is an error")
    func refusesNoExamples() {
        #expect(throws: ModelError.self) { try ChainTests.trained(ChainExamples()) }
    }

    @Test("a model with changed or missing bytes, or of other features, is refused and never read beyond its end")
    func refusesDamage() throws {
        let bytes = try ChainTests.trained(ChainTests.toy())
        #expect(throws: ModelError.self) { try ChainModel(ModelFile(ModelBytes(copying: bytes)), features: "others") }
        for cut in [0, 7, 39, 100, bytes.count - 1] {
            #expect(throws: ModelError.self) { try ChainTests.model(Array(bytes[..<cut])) }
        }
        for position in stride(from: 0, to: bytes.count, by: 97) {
            var changed = bytes
            changed[position] ^= 0x41
            // The header's reserved bytes decide nothing; every other change is seen, or leaves a model that can be used.
            if let model = try? ChainTests.model(changed) { _ = ChainTests.labels(of: [0, 1, 2], by: model) }
        }
    }

    @Test(
        "a header that does not fit the weights is refused",
        arguments: [
            ("groups", "63"), ("groups", "128"), ("groups", "-1"), ("labels", ""), ("labels", "a b"), ("kind", "plain"),
        ]
    )
    func refusesOtherHeaders(_ key: String, _ value: String) throws {
        let file = try ModelFile(ModelBytes(copying: ChainTests.trained(ChainTests.toy())))
        let facts = file.facts.map { $0.key == key ? (key: key, value: value) : $0 }
        let weights = file.weights.map { Int8(bitPattern: $0) }
        let changed = ModelFile.encode(
            facts: facts,
            scale: file.scale,
            bias: 0,
            weights: key == "labels" && value == "a b" ? weights.dropLast() : weights
        )
        #expect(throws: ModelError.self) { try ChainTests.model(changed) }
    }

    /// All sequences of labels with their scores.
    private static func allScores(_ names: [Int], _ model: ChainModel) -> [(labels: [Int], score: Double)] {
        var sequences: [[Int]] = [[]]
        for _ in names { sequences = sequences.flatMap { start in labels.indices.map { start + [$0] } } }
        return sequences.map { sequence in
            var score =
                Double(model.weight(ofFirst: sequence[0])) + Double(model.weight(ofLast: sequence[sequence.count - 1]))
            for (position, label) in sequence.enumerated() {
                score += Double(model.weights(of: feature(names[position]))?[label] ?? 0)
                if position > 0 { score += Double(model.weight(of: label, behind: sequence[position - 1])) }
            }
            return (sequence, score)
        }
    }

    /// e to the power of a number not above 0.
    private static func exponential(_ number: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        let part = max(number, -60) / 64
        for index in 1..<20 {
            term *= part / Double(index)
            sum += term
        }
        for _ in 0..<6 { sum *= sum }
        return sum
    }
}
