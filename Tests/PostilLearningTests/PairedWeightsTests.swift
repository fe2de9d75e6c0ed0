import PostilCore
import PostilLearning
import Testing

@Suite("Tables of features with two weights")
struct PairedWeightsTests {
    @Test("features have their weights, others none")
    func lookUp() throws {
        var held: [(feature: FeatureHash, first: Int8, second: Int8)] = []
        for number in 0..<500 {
            let feature = FeatureHash(template: 1, UInt64(number))
            held.append((feature, Int8(number % 100), Int8(-(number % 7))))
        }
        let bytes = ModelFile.encode(facts: [], scale: 0.5, bias: 0, weights: PairedWeights.encode(held))
        let table = try PairedWeights(ModelFile(ModelBytes(copying: bytes)))
        for entry in held {
            let weights = table.weights(of: entry.feature)
            #expect(weights.first == Float(entry.first) / 2 && weights.second == Float(entry.second) / 2)
        }
        for number in 500..<1000 {
            let weights = table.weights(of: FeatureHash(template: 1, UInt64(number)))
            #expect(weights.first == 0 && weights.second == 0)
        }
    }

    @Test("bytes that are no table, or a full one, are refused", arguments: [3, 12, 16])
    func damaged(_ count: Int) throws {
        let weights = [Int8](repeating: 1, count: count)
        let file = try ModelFile(
            ModelBytes(copying: ModelFile.encode(facts: [], scale: 1, bias: 0, weights: weights))
        )
        #expect(throws: ModelError.self) { try PairedWeights(file) }
    }
}
