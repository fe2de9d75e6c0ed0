import CLearning

/// Finds the best labels of sequences, one after the other, with memory that it uses again.
///
/// Not to be shared between threads; make one for each.
public struct ChainDecoder: ~Copyable {
    private let model: ChainModel
    private let stride: Int
    private var emissions: UnsafeMutableBufferPointer<Int16>
    private var back: UnsafeMutableBufferPointer<UInt8>
    private var path: UnsafeMutableBufferPointer<UInt8>
    private let scores: UnsafeMutableBufferPointer<Int16>
    private let beam: Int32
    private var capacity: Int

    /// The number of elements of the present sequence.
    public private(set) var count = 0

    /// Paths that are this much less likely than the best, in log-odds, are dropped.
    private static let beamWidth: Float = 9

    /// A decoder for sequences of `model`.
    public init(_ model: ChainModel) {
        self.model = model
        stride = model.layout.stride
        capacity = 64
        emissions = .allocate(capacity: capacity * stride)
        back = .allocate(capacity: capacity * stride)
        path = .allocate(capacity: capacity)
        scores = .allocate(capacity: stride)
        beam = Int32(min(ChainDecoder.beamWidth / model.file.scale, 16000))
    }

    deinit {
        emissions.deallocate()
        back.deallocate()
        path.deallocate()
        scores.deallocate()
    }

    /// Begins a sequence.
    public mutating func begin() { count = 0 }

    /// Adds an element with `features`.
    ///
    /// - Complexity: O(features).
    public mutating func append(_ features: UnsafeBufferPointer<FeatureHash>) {
        if count == capacity { grow() }
        let sums = emissions.baseAddress.unsafelyUnwrapped + count * stride
        sums.update(repeating: 0, count: stride)
        count += 1
        guard let start = features.baseAddress else { return }
        var table = model.table.features
        start.withMemoryRebound(to: UInt32.self, capacity: features.count) { hashes in
            postil_table_add(&table, hashes, features.count, sums)
        }
    }

    /// Makes the labels that are not among `labels` impossible for the last element.
    public mutating func restrictLast(to labels: UInt64) {
        guard count > 0 else { return }
        let sums = emissions.baseAddress.unsafelyUnwrapped + (count - 1) * stride
        for label in 0..<model.labels.count where labels & 1 << UInt64(label) == 0 { sums[label] = -ChainDecoder.out }
    }

    /// Less than any sum of weights.
    private static let out: Int16 = 30000

    /// The best labels of the sequence; valid until the decoder is used again.
    ///
    /// - Complexity: O(elements × labels × paths that are followed), these mostly one to three.
    public mutating func decode() -> UnsafeBufferPointer<UInt8> {
        postil_chain_best(
            emissions.baseAddress,
            model.table.transitions,
            model.table.first,
            model.table.last,
            count,
            model.labels.count,
            stride,
            beam,
            scores.baseAddress,
            back.baseAddress,
            path.baseAddress
        )
        return UnsafeBufferPointer(rebasing: path[..<count])
    }

    /// The score of `label` at `element` by the features alone, in log-odds.
    public func score(of label: Int, at element: Int) -> Float {
        Float(emissions[element * stride + label]) * model.file.scale
    }

    private mutating func grow() {
        let wider = capacity * 2
        let moved = UnsafeMutableBufferPointer<Int16>.allocate(capacity: wider * stride)
        _ = moved.update(fromContentsOf: emissions)
        emissions.deallocate()
        emissions = moved
        back.deallocate()
        back = .allocate(capacity: wider * stride)
        path.deallocate()
        path = .allocate(capacity: wider)
        capacity = wider
    }
}

extension ChainDecoder {
    /// Calls `body` with the probabilities of the labels at each element of the sequence, `labels` rounded
    /// up to a multiple of 16 a row.
    ///
    /// - Complexity: O(elements × labels × labels that are not next to impossible).
    public func withProbabilities<Result>(_ body: (UnsafeBufferPointer<Float>, _ stride: Int) -> Result) -> Result {
        let labels = model.labels.count
        let scale = model.file.scale
        var scaled = [Float](repeating: 0, count: count * stride)
        for element in 0..<count {
            let row = element * stride..<element * stride + labels
            let top = emissions[row].max() ?? 0
            for index in row { scaled[index] = (Float(emissions[index]) - Float(top)) * scale }
            for index in row.upperBound..<(element + 1) * stride { scaled[index] = -1000 }
        }
        postil_exponentials(&scaled, scaled.count)
        let factors = model.factors
        var forward = [Float](repeating: 0, count: count * stride)
        var scratch = [Float](repeating: 0, count: 3 * stride)
        if count > 0 {
            _ = postil_chain_forward(
                scaled,
                factors.transitions,
                factors.first,
                count,
                labels,
                stride,
                &forward
            )
            postil_chain_backward(
                scaled,
                factors.transitions,
                factors.transposed,
                factors.last,
                count,
                labels,
                stride,
                0,
                &forward,
                &scratch,
                nil
            )
        }
        return forward.withUnsafeBufferPointer { body($0, stride) }
    }
}
