import PostilCore
import PostilLearning

/// Answers, gap by gap, whether a sentence ends where no rule decides.
protocol BoundaryDecider {
    /// Whether a sentence ends behind the token `gap.token`.
    mutating func endsSentence(_ gap: GapContext, in paragraph: ParagraphContext, features: BoundaryFeatures) -> Bool

    /// Takes note that a rule has decided the gap behind `token`.
    mutating func observe(_ decision: BoundaryDecision, behind token: Int)
}

extension BoundaryDecider {
    @inline(__always)
    mutating func observe(_ decision: BoundaryDecision, behind token: Int) {}
}

/// Decides by a model.
struct ModelDecider: BoundaryDecider {
    private let model: LinearModel
    private let buffer: UnsafeMutableBufferPointer<FeatureHash>

    /// Uses `buffer`, with room for a feature of each template, as scratch.
    init(model: LinearModel, buffer: UnsafeMutableBufferPointer<FeatureHash>) {
        self.model = model
        self.buffer = buffer
    }

    @inline(__always)
    func endsSentence(_ gap: GapContext, in paragraph: ParagraphContext, features: BoundaryFeatures) -> Bool {
        features.fill(buffer, gap: gap, paragraph: paragraph)
        return model.score(UnsafeBufferPointer(buffer)) > 0
    }
}

/// Decides by gold sentences, and keeps what a model is to learn from.
struct GoldDecider: BoundaryDecider {
    /// The offsets at which gold sentences end, in bytes.
    let ends: Set<Int>

    /// What the examples of this text count.
    let weight: Float

    /// The examples so far.
    private(set) var examples: TrainingExamples

    init(ends: Set<Int>, weight: Float, examples: TrainingExamples) {
        self.ends = ends
        self.weight = weight
        self.examples = examples
    }

    mutating func endsSentence(_ gap: GapContext, in paragraph: ParagraphContext, features: BoundaryFeatures) -> Bool {
        let isEnd = ends.contains(features.view.end(gap.token))
        withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: BoundaryFeatures.templates.count) { buffer in
            features.fill(buffer, gap: gap, paragraph: paragraph)
            examples.append(buffer, label: isEnd, weight: weight)
        }
        return isEnd
    }
}
