import CLearning

/// A linear-chain model over hashed features: a score for each label of each element, and one for each pair of
/// neighbouring labels.
///
/// Decoding is the one of conditional random fields (Lafferty, McCallum and Pereira, *Conditional Random
/// Fields*, 2001). Weights of features have eight bits, those of pairs sixteen. A feature that training has not
/// kept has no row: rows are found by sixteen further bits of its hash, so features seldom share one.
public struct ChainModel: Sendable {
    /// The file that the model was opened from.
    public let file: ModelFile

    /// The names of the labels, by number.
    public let labels: [String]

    let layout: ChainLayout
    let table: ChainTable
    let factors: ChainFactors

    /// Uses the weights of `file` where they are.
    ///
    /// - Parameters:
    ///   - file: The model.
    ///   - features: The version of the features that the caller computes.
    /// - Throws: ``ModelError`` with the code `model-mismatch` for a model of other features or another kind,
    ///   `model-damaged` where its parts do not fill it.
    public init(_ file: ModelFile, features: String) throws(ModelError) {
        guard file["kind"] == "chain", file["features"] == features else {
            throw ModelError(
                code: .modelMismatch,
                message: "the model is a \(file["kind"] ?? "plain") one for the features "
                    + "'\(file["features"] ?? "none")' and this program computes '\(features)' for a chain: "
                    + "train it again"
            )
        }
        labels = (file["labels"] ?? "").split(separator: " ").map(String.init)
        let groups = file["groups"].flatMap { Int($0) } ?? 0
        guard (1...ChainLayout.mostLabels).contains(labels.count), groups > 0, groups & (groups - 1) == 0,
            groups <= 1 << 22
        else {
            throw ModelError(
                code: .modelDamaged,
                message: "the model's header does not say how its weights are laid out"
            )
        }
        layout = ChainLayout(labels: labels.count, groups: groups)
        guard file.weightCount == layout.byteCount else {
            throw ModelError(
                code: .modelDamaged,
                message: "the model has \(file.weightCount) bytes of weights where its header says \(layout.byteCount)"
            )
        }
        self.file = file
        table = ChainTable(file, layout: layout)
        factors = ChainFactors(table, layout: layout, scale: file.scale)
    }

    /// The weights of `feature` by label, in log-odds; nil where the model does not know it.
    public func weights(of feature: FeatureHash) -> [Float]? {
        var table = table.features
        let row = postil_table_find(&table, feature.bits)
        guard row >= 0 else { return nil }
        return (0..<labels.count).map { Float(table.rows[Int(row) * layout.stride + $0]) * file.scale }
    }

    /// The weight of `label` behind `previous`, in log-odds.
    public func weight(of label: Int, behind previous: Int) -> Float {
        guard labels.indices.contains(label), labels.indices.contains(previous) else { return 0 }
        return Float(table.transitions[previous * layout.stride + label]) * file.scale
    }
}

extension ChainModel {
    /// The weight of beginning with `label`, in log-odds.
    func weight(ofFirst label: Int) -> Float { Float(table.first[label]) * file.scale }

    /// The weight of ending with `label`, in log-odds.
    func weight(ofLast label: Int) -> Float { Float(table.last[label]) * file.scale }
}

/// Where the parts of a chain model lie in its weights.
struct ChainLayout: Sendable {
    /// A label's number and the sets of labels fit in 64 bits.
    static let mostLabels = 64

    /// The score of a transition that cannot be.
    static let forbidden: Int16 = -30000

    /// Rows in a group.
    static let groupSize = 8

    let labels: Int
    let groups: Int

    /// The number of labels, rounded up to a multiple of 16.
    var stride: Int { (labels + 15) / 16 * 16 }
    var rowOffset: Int { groups * ChainLayout.groupSize * 2 }
    var transitionOffset: Int { rowOffset + groups * ChainLayout.groupSize * stride }
    var firstOffset: Int { transitionOffset + labels * stride * 2 }
    var lastOffset: Int { firstOffset + stride * 2 }
    var byteCount: Int { lastOffset + stride * 2 }
}

/// The parts of a chain model, kept alive together with the bytes that they lie in.
struct ChainTable: @unchecked Sendable {
    /// Immutable, as are the bytes that `owner` keeps alive, hence safe to share.
    let features: postil_table
    let transitions: UnsafePointer<Int16>
    let first: UnsafePointer<Int16>
    let last: UnsafePointer<Int16>

    private let owner: ModelBytes

    init(_ file: ModelFile, layout: ChainLayout) {
        owner = file.bytes
        let start = file.bytes.buffer.baseAddress.unsafelyUnwrapped + file.weightOffset
        features = postil_table(
            fingerprints: start.assumingMemoryBound(to: UInt16.self),
            rows: (start + layout.rowOffset).assumingMemoryBound(to: Int8.self),
            group_mask: UInt32(layout.groups - 1),
            stride: UInt32(layout.stride)
        )
        transitions = (start + layout.transitionOffset).assumingMemoryBound(to: Int16.self)
        first = (start + layout.firstOffset).assumingMemoryBound(to: Int16.self)
        last = (start + layout.lastOffset).assumingMemoryBound(to: Int16.self)
    }
}

/// The exponentials of a chain's weights of pairs, for sums over all sequences of labels.
struct ChainFactors: Sendable {
    let transitions: [Float]
    let transposed: [Float]
    let first: [Float]
    let last: [Float]

    /// The factors of `labels` rows of `stride` weights.
    init(transitions: [Float], first: [Float], last: [Float], labels: Int, stride: Int) {
        func exponentials(_ weights: [Float]) -> [Float] {
            var numbers = weights
            postil_exponentials(&numbers, numbers.count)
            for index in numbers.indices where weights[index] <= ChainFactors.forbidden { numbers[index] = 0 }
            return numbers
        }
        self.transitions = exponentials(transitions)
        self.first = exponentials(first)
        self.last = exponentials(last)
        var transposed = [Float](repeating: 0, count: labels * stride)
        for from in 0..<labels {
            for to in 0..<labels { transposed[to * stride + from] = self.transitions[from * stride + to] }
        }
        self.transposed = transposed
    }

    init(_ table: ChainTable, layout: ChainLayout, scale: Float) {
        func weights(_ start: UnsafePointer<Int16>, _ count: Int) -> [Float] {
            (0..<count).map {
                start[$0] <= ChainLayout.forbidden / 2 ? ChainFactors.forbidden : Float(start[$0]) * scale
            }
        }
        self.init(
            transitions: weights(table.transitions, layout.labels * layout.stride),
            first: weights(table.first, layout.stride),
            last: weights(table.last, layout.stride),
            labels: layout.labels,
            stride: layout.stride
        )
    }

    /// The weight of what cannot be.
    static let forbidden: Float = -1e6
}
