/// Examples of a yes-or-no decision, stored by column.
public struct TrainingExamples: Sendable {
    /// The features of all examples, one behind the other.
    public private(set) var features: [FeatureHash] = []

    /// Where the features of each example end.
    public private(set) var ends: [Int] = []

    /// The right answers.
    public private(set) var labels: [Bool] = []

    /// What each example counts.
    public private(set) var weights: [Float] = []

    /// No examples.
    public init() {}

    /// The number of examples.
    public var count: Int { labels.count }

    /// Adds an example.
    ///
    /// - Parameters:
    ///   - example: Its features.
    ///   - label: The right answer.
    ///   - weight: What it counts, 1 for an ordinary example.
    public mutating func append(_ example: some Sequence<FeatureHash>, label: Bool, weight: Float = 1) {
        features.append(contentsOf: example)
        ends.append(features.count)
        labels.append(label)
        weights.append(weight)
    }

    /// Where the features of the example at `index` lie in ``features``.
    public func featureRange(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
}
