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
    private var restrictions: UnsafeMutableBufferPointer<UInt64>
    private var ends: UnsafeMutableBufferPointer<UInt32>
    private var rowEnds: UnsafeMutableBufferPointer<UInt32>
    private var hashes: UnsafeMutableBufferPointer<UInt32>
    private var rows: UnsafeMutableBufferPointer<UnsafePointer<Int8>?>
    private let scores: UnsafeMutableBufferPointer<Int16>
    private let beam: Int32
    private var capacity = 0
    private var hashCount = 0
    private var isRestricted = false

    /// The number of elements of the present sequence.
    public private(set) var count = 0

    /// Paths that are this much less likely than the best, in log-odds, are dropped.
    private static let beamWidth: Float = 9

    /// A decoder for sequences of `model`.
    public init(_ model: ChainModel) {
        self.model = model
        stride = model.layout.stride
        beam = Int32(min(ChainDecoder.beamWidth / model.file.scale, 16000))
        scores = .allocate(capacity: stride)
        capacity = 64
        emissions = .allocate(capacity: capacity * stride)
        back = .allocate(capacity: capacity * stride)
        path = .allocate(capacity: capacity)
        restrictions = .allocate(capacity: capacity)
        ends = .allocate(capacity: capacity)
        rowEnds = .allocate(capacity: capacity)
        hashes = .allocate(capacity: 4096)
        rows = .allocate(capacity: hashes.count + 1)
    }

    deinit {
        emissions.deallocate()
        back.deallocate()
        path.deallocate()
        restrictions.deallocate()
        ends.deallocate()
        rowEnds.deallocate()
        hashes.deallocate()
        rows.deallocate()
        scores.deallocate()
    }

    /// Begins a sequence.
    public mutating func begin() {
        count = 0
        hashCount = 0
        isRestricted = false
    }

    /// Adds an element with `features`.
    ///
    /// - Complexity: O(features).
    public mutating func append(_ features: UnsafeBufferPointer<FeatureHash>) {
        append(upTo: features.count) { buffer in
            _ = buffer.update(fromContentsOf: features)
            return features.count
        }
    }

    /// Adds an element, the features of which `fill` writes to the memory that it is given, which has room for
    /// `most`, and counts.
    ///
    /// - Complexity: O(features).
    @inline(__always)
    public mutating func append(upTo most: Int, _ fill: (UnsafeMutableBufferPointer<FeatureHash>) -> Int) {
        if count == capacity { grow() }
        if hashes.count - hashCount < most { growHashes(by: most) }
        let free = UnsafeMutableBufferPointer(rebasing: hashes[hashCount..<hashCount + most])
        hashCount += free.withMemoryRebound(to: FeatureHash.self) { min(fill($0), most) }
        ends[count] = UInt32(truncatingIfNeeded: hashCount)
        restrictions[count] = ChainDecoder.anyLabel
        count += 1
    }

    /// Adds an element that can have `label` only, whatever its features would say.
    public mutating func append(only label: Int) {
        append(upTo: 0) { _ in 0 }
        restrictLast(to: label < stride ? 1 << UInt64(label) : 0)
    }

    /// Makes the labels that are not among `labels` impossible for the last element.
    public mutating func restrictLast(to labels: UInt64) {
        guard count > 0 else { return }
        restrictions[count - 1] = labels
        isRestricted = true
    }

    private static let anyLabel = UInt64.max

    /// Less than any sum of weights.
    private static let out: Int16 = 30000

    /// Sums the weights of all features, of the whole sequence at once: while the rows of one are added, those
    /// of the next are on their way from memory.
    private mutating func sum() {
        var table = model.table.features
        postil_table_sum(
            &table,
            hashes.baseAddress,
            ends.baseAddress,
            count,
            rows.baseAddress,
            rowEnds.baseAddress,
            emissions.baseAddress
        )
        guard isRestricted else { return }
        for element in 0..<count where restrictions[element] != ChainDecoder.anyLabel {
            let sums = emissions.baseAddress.unsafelyUnwrapped + element * stride
            // The labels left are few.
            var rest = restrictions[element] & (stride < 64 ? 1 << UInt64(stride) - 1 : .max)
            scores.baseAddress.unsafelyUnwrapped.update(from: sums, count: stride)
            sums.update(repeating: -ChainDecoder.out, count: stride)
            while rest != 0 {
                let label = rest.trailingZeroBitCount
                sums[label] = scores[label]
                rest &= rest &- 1
            }
        }
    }

    /// The best labels of the sequence; valid until the decoder is used again.
    ///
    /// - Complexity: O(elements × labels × paths that are followed), these mostly one to three.
    public mutating func decode() -> UnsafeBufferPointer<UInt8> {
        sum()
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
        emissions.deallocate()
        emissions = .allocate(capacity: wider * stride)
        back.deallocate()
        back = .allocate(capacity: wider * stride)
        path.deallocate()
        path = .allocate(capacity: wider)
        rowEnds.deallocate()
        rowEnds = .allocate(capacity: wider)
        restrictions.grow(to: wider)
        ends.grow(to: wider)
        capacity = wider
    }

    private mutating func growHashes(by extra: Int) {
        hashes.grow(to: hashes.count * 2 + extra)
        rows.deallocate()
        rows = .allocate(capacity: hashes.count + 1)
    }
}

extension UnsafeMutableBufferPointer where Element: BitwiseCopyable {
    /// Moves what it holds to more memory.
    fileprivate mutating func grow(to capacity: Int) {
        let moved = UnsafeMutableBufferPointer.allocate(capacity: capacity)
        _ = moved.update(fromContentsOf: self)
        deallocate()
        self = moved
    }
}

extension ChainDecoder {
    /// Labels that are less likely have no part in the probabilities of their neighbours.
    private static let leastShare: Float = 1e-4

    /// Calls `body` with the probabilities of the labels at the elements in `range` of the sequence that was
    /// decoded, `labels` rounded up to a multiple of 16 a row.
    ///
    /// - Parameter range: The elements; those right outside are taken to have their best labels. All for nil.
    /// - Complexity: O(elements × labels × labels that are not next to impossible).
    public func withProbabilities<Result>(
        of range: Range<Int>? = nil,
        _ body: (UnsafeBufferPointer<Float>, _ stride: Int) -> Result
    ) -> Result {
        let range = (range ?? 0..<count).clamped(to: 0..<count)
        let size = range.count * stride
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * size) { memory in
            let found = UnsafeMutableBufferPointer(rebasing: memory[..<size])
            model.factors.transitions.withUnsafeBufferPointer { transitions in
                model.factors.transposed.withUnsafeBufferPointer { transposed in
                    model.factors.first.withUnsafeBufferPointer { first in
                        model.factors.last.withUnsafeBufferPointer { last in
                            let before = range.lowerBound == 0 ? nil : Int(path[range.lowerBound - 1])
                            let behind = range.upperBound == count ? nil : Int(path[range.upperBound])
                            postil_chain_probabilities(
                                emissions.baseAddress.map { $0 + range.lowerBound * stride },
                                transitions.baseAddress,
                                transposed.baseAddress,
                                before.map { UnsafeBufferPointer(rebasing: transitions[($0 * stride)...]).baseAddress } ?? first.baseAddress,
                                behind.map { UnsafeBufferPointer(rebasing: transposed[($0 * stride)...]).baseAddress } ?? last.baseAddress,
                                range.count,
                                model.labels.count,
                                stride,
                                model.file.scale,
                                ChainDecoder.leastShare,
                                memory.baseAddress.map { $0 + size },
                                found.baseAddress
                            )
                        }
                    }
                }
            }
            return body(UnsafeBufferPointer(found), stride)
        }
    }
}
