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
    private let cutoff: Int
    private let threshold: Int
    private let buffer: UnsafeMutableBufferPointer<FeatureHash>

    /// Uses `buffer`, with room for a feature of each template, as scratch.
    ///
    /// - Parameter cutoff: The sum of the first features' weights, in steps, below which no sentence ends.
    init(model: LinearModel, cutoff: Int, buffer: UnsafeMutableBufferPointer<FeatureHash>) {
        self.model = model
        self.cutoff = cutoff
        self.buffer = buffer
        threshold = model.threshold
    }

    @inline(__always)
    func endsSentence(_ gap: GapContext, in paragraph: ParagraphContext, features: BoundaryFeatures) -> Bool {
        features.fillFirst(buffer, gap: gap, paragraph: paragraph)
        let first = model.sum(of: UnsafeBufferPointer(rebasing: buffer[..<BoundaryFeatures.firstCount]))
        guard first >= cutoff else { return false }
        features.fillRest(buffer, gap: gap, paragraph: paragraph)
        return first + model.sum(of: UnsafeBufferPointer(rebasing: buffer[BoundaryFeatures.firstCount...])) > threshold
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
