/// Sequences with what is known of their labels, stored by column.
///
/// What is known of an element is a set of labels, as the bits of a 64-bit number: one bit where a person
/// has decided, several where a source draws fewer distinctions than the model (*a place*, which may be a
/// city, a mountain or a building), all where it says nothing.
public struct ChainExamples: Sendable {
    /// The features of all elements, one behind the other.
    public private(set) var features: [FeatureHash] = []

    /// Where the features of each element end.
    public private(set) var featureEnds: [Int] = []

    /// The labels that each element may have.
    public private(set) var allowed: [UInt64] = []

    /// Where the elements of each sequence end.
    public private(set) var sequenceEnds: [Int] = []

    /// What each sequence counts while all features are fitted.
    public private(set) var weights: [Float] = []

    /// What each sequence counts while those that are kept are.
    public private(set) var refiningWeights: [Float] = []

    /// No sequences.
    public init() {}

    /// The number of sequences.
    public var count: Int { sequenceEnds.count }

    /// Adds an element to the sequence that is being built.
    ///
    /// - Parameters:
    ///   - features: Its features.
    ///   - allowed: The labels that it may have, as bits; at least one.
    public mutating func append(_ features: UnsafeBufferPointer<FeatureHash>, allowed: UInt64) {
        self.features.append(contentsOf: features)
        featureEnds.append(self.features.count)
        self.allowed.append(allowed)
    }

    /// Ends the sequence that is being built; one without elements is none.
    ///
    /// - Parameters:
    ///   - weight: What the sequence counts beside others.
    ///   - refining: What it counts in the refining passes; nil for the same.
    public mutating func endSequence(weight: Float = 1, refining: Float? = nil) {
        guard allowed.count > sequenceEnds.last ?? 0 else { return }
        sequenceEnds.append(allowed.count)
        weights.append(weight)
        refiningWeights.append(refining ?? weight)
    }

    /// The elements of a sequence.
    func elements(of sequence: Int) -> Range<Int> {
        (sequence == 0 ? 0 : sequenceEnds[sequence - 1])..<sequenceEnds[sequence]
    }
}
