import CModels
import PostilCore
import PostilLearning

/// Two sums over the features of a text: its *valence* says which way an opinion goes, its *strength*
/// how much the text is one at all.
///
/// Together they are a softmax over positive (strength + valence), negative (strength − valence) and neutral
/// (0). Each feature has two weights, of eight bits each, side by side.
public struct OpinionModel: Sendable {
    /// The file that the model was opened from.
    public let file: ModelFile

    private let weights: PairedWeights

    /// The weights of the composed valence of the lexicon, and of its positive part, negative part and sum for
    /// the strength.
    let lexical: Double
    let positiveStrength: Double
    let negativeStrength: Double
    let sumStrength: Double

    /// The weight of the composed valence beside a target.
    let targetLexical: Double

    /// The strength and valence of a text without features.
    let strengthIntercept: Double
    let valenceIntercept: Double

    static let facts = [
        "lexical", "positive-strength", "negative-strength", "sum-strength", "target-lexical", "strength-intercept",
        "valence-intercept",
    ]

    /// The model that is part of the program.
    ///
    /// - Throws: ``ModelError`` where it is not one that this version can use.
    public init() throws(ModelError) {
        let bytes = UnsafeRawBufferPointer(start: postil_sentiment_model(), count: postil_sentiment_model_size())
        try self.init(ModelFile(ModelBytes(embedded: bytes)))
    }

    /// Uses the weights of `file` where they are.
    ///
    /// - Throws: ``ModelError`` with the code `model-mismatch` for a model of other features.
    public init(_ file: ModelFile) throws(ModelError) {
        guard file["features"] == SentimentFeatures.version else {
            throw ModelError(
                code: .modelMismatch,
                message: "the model was trained for the features '\(file["features"] ?? "none")' and this program "
                    + "computes '\(SentimentFeatures.version)': train it again"
            )
        }
        self.file = file
        weights = try PairedWeights(file)
        let numbers = OpinionModel.facts.map { Double(file[$0] ?? "") ?? 0 }
        lexical = numbers[0]
        positiveStrength = numbers[1]
        negativeStrength = numbers[2]
        sumStrength = numbers[3]
        targetLexical = numbers[4]
        strengthIntercept = numbers[5]
        valenceIntercept = numbers[6]
    }

    /// Asks for the memory in which the weights of a feature are.
    @inline(__always)
    func prefetch(_ feature: FeatureHash) { weights.prefetch(feature) }

    /// The two weights of a feature.
    @inline(__always)
    func weights(of feature: FeatureHash) -> (valence: Double, strength: Double) {
        let pair = weights.weights(of: feature)
        return (Double(pair.first), Double(pair.second))
    }
}
