import PostilCore
import PostilFormats

/// What two runs over the same documents differ in, counted.
public struct CorpusDifference: Sendable {
    /// How many annotations are the same, and how many have changed in which way.
    public struct Counts: Hashable, Sendable {
        /// Those that are the same in both.
        public internal(set) var same = 0

        /// Those of each kind of change.
        public internal(set) var changes: [AnnotationChange.Kind: Int] = [:]

        /// All that have changed.
        public var changed: Int { changes.values.reduce(0, +) }
    }

    /// How many documents stand in which relation.
    public struct Documents: Hashable, Sendable {
        /// Compared, and the same.
        public internal(set) var same = 0
        /// Compared, and not the same.
        public internal(set) var changed = 0
        /// Of one name, with different texts, so that places say nothing; not compared.
        public internal(set) var ofOtherText = 0
        /// Annotated in the first run and failed in the second, or the other way round, or failed otherwise.
        public internal(set) var failedOtherwise = 0
        /// Failed in the same way in both.
        public internal(set) var failedInBoth = 0
        /// In the first run only.
        public internal(set) var onlyInFirst = 0
        /// In the second run only.
        public internal(set) var onlyInSecond = 0
        /// Of those compared, the ones that were brought together by their texts, having other names.
        public internal(set) var matchedByText = 0
    }

    /// The documents.
    public private(set) var documents = Documents()

    /// The counts of each layer.
    public private(set) var layers: [LayerName: Counts] = [:]

    /// The counts of each source and rule that something has changed of.
    public private(set) var origins: [AnnotationChange.Origin: Counts] = [:]

    /// What is told of documents that could not be compared, the first of each kind.
    public private(set) var remarks: [String] = []

    private var groups: [SampledChange.Group: [SampledChange]] = [:]
    private let samplesPerGroup: Int
    private let chosenLayers: Set<LayerName>?

    /// A difference of nothing yet.
    ///
    /// - Parameters:
    ///   - layers: The layers of records to compare; nil for all.
    ///   - samplesPerGroup: How many changes are kept of each kind, source and rule.
    public init(layers: Set<LayerName>? = nil, samplesPerGroup: Int = 0) {
        chosenLayers = layers
        self.samplesPerGroup = samplesPerGroup
    }

    /// Whether nothing differs.
    public var isEmpty: Bool {
        documents.changed + documents.ofOtherText + documents.failedOtherwise + documents.onlyInFirst
            + documents.onlyInSecond == 0
    }

    /// Adds two records that belong together.
    ///
    /// - Parameter byText: Whether their texts and not their names brought them together.
    /// - Complexity: O(n log n).
    public mutating func add(_ first: AnnotatedRecord, _ second: AnnotatedRecord, byText: Bool = false) {
        if byText { documents.matchedByText += 1 }
        if first.error != nil || second.error != nil {
            guard first.error?.code != second.error?.code else { return documents.failedInBoth += 1 }
            documents.failedOtherwise += 1
            func state(_ record: AnnotatedRecord) -> String {
                record.error.map { "failed (\($0.code))" } ?? "was annotated"
            }
            return remark("\(first.identifier): \(state(first)) in the first, \(state(second)) in the second")
        }
        // Compared as bytes: strings that differ only in composition are equal to Swift.
        guard first.text == second.text else {
            documents.ofOtherText += 1
            return remark("\(first.identifier): the texts differ; not compared")
        }
        let difference = RecordDifference(from: first, to: second, layers: chosenLayers)
        for (layer, count) in difference.same { layers[layer, default: Counts()].same += count }
        guard !difference.changes.isEmpty else { return documents.same += 1 }
        documents.changed += 1
        for change in difference.changes {
            layers[change.layer, default: Counts()].changes[change.kind, default: 0] += 1
            origins[change.origin, default: Counts()].changes[change.kind, default: 0] += 1
        }
        if samplesPerGroup > 0 { keepSamples(of: difference, first, second) }
    }

    /// Adds a record that only one run has.
    public mutating func addUnmatched(_ identifier: String, side: RecordSide) {
        if side == .first { documents.onlyInFirst += 1 } else { documents.onlyInSecond += 1 }
        remark("\(identifier): only in the \(side == .first ? "first" : "second")")
    }

    private mutating func remark(_ text: String) {
        if remarks.count < 20 { remarks.append(text) }
    }

    private mutating func keepSamples(
        of difference: RecordDifference,
        _ first: AnnotatedRecord,
        _ second: AnnotatedRecord
    ) {
        var positions: [SampledChange.Group: Int] = [:]
        for change in difference.changes {
            let group = SampledChange.Group(change)
            let position = positions[group, default: 0]
            positions[group] = position + 1
            let order = SampledChange.order(first.identifier, position)
            var kept = groups[group] ?? []
            guard kept.count < samplesPerGroup || order < kept[kept.count - 1].order else { continue }
            kept.append(SampledChange(change, in: first, identifier: first.identifier, order: order))
            kept.sort { ($0.order, $0.identifier) < ($1.order, $1.identifier) }
            groups[group] = Array(kept.prefix(samplesPerGroup))
        }
    }

    /// The changes that were kept, by layer, kind, source and rule.
    ///
    /// Which are kept depends on the names of the documents alone and not on their order.
    public var samples: [SampledChange] { groups.sorted { $0.key < $1.key }.flatMap(\.value) }
}
