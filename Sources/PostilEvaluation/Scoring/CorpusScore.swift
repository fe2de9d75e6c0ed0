import PostilCore
import PostilFormats

/// How what was found in many documents agrees with their gold.
public struct CorpusScore: Sendable {
    /// What a row of a table is about.
    public struct Row: Hashable, Sendable {
        /// The layer, as ``ComparedLayer`` names it.
        public let layer: LayerName

        /// The type or the document; nil for the whole layer.
        public let name: String?
    }

    /// The documents that were judged.
    public private(set) var documents = 0

    /// Those of them that nothing was predicted for, or whose annotation failed: all their gold is missing.
    public private(set) var withoutPrediction = 0

    /// Documents whose texts differ from those of the gold; not judged.
    public private(set) var ofOtherText = 0

    /// What is told of single documents, the first twenty.
    public private(set) var remarks: [String] = []

    private var byLayer: [LayerName: AnnotationScore] = [:]
    private var byType: [Row: AnnotationScore] = [:]
    private var byDocument: [(row: Row, score: AnnotationScore)] = []
    private var tags = TagScore()
    private var groups: [SampledError.Group: [SampledError]] = [:]
    private let judge: AnnotationJudge
    private let options: Options

    /// What is counted.
    public struct Options: Sendable {
        /// The layers that are judged; nil for those that the gold has something of.
        public var layers: Set<LayerName>?

        /// Whether scores are kept for each document.
        public var keepsDocuments = false

        /// How many errors are kept of each layer and class.
        public var errorsPerClass = 0

        /// Counts layers and types.
        public init() {}
    }

    /// A score over nothing.
    public init(judge: AnnotationJudge = AnnotationJudge(), options: Options = Options()) {
        self.judge = judge
        self.options = options
    }

    /// Judges a document.
    ///
    /// - Parameter found: What was found in it; nil where nothing was predicted for it.
    /// - Complexity: O(n log n).
    public mutating func add(_ found: AnnotatedRecord?, gold: GoldRecord) {
        let identifier = gold.record.identifier
        if let found, found.error == nil, found.text != gold.record.text {
            ofOtherText += 1
            return remark("\(identifier): the texts differ; not judged")
        }
        documents += 1
        if found == nil || found?.error != nil {
            withoutPrediction += 1
            remark("\(identifier): \(found?.error.map { "failed (\($0.code))" } ?? "nothing is predicted for it")")
        }
        let wanted = gold.record.comparedLayers
        let there = found?.comparedLayers ?? []
        for name in wanted.map(\.name) + there.map(\.name).filter({ name in !wanted.contains { $0.name == name } }) {
            let layers = (wanted.first { $0.name == name }, there.first { $0.name == name })
            guard let layer = (layers.0 ?? layers.1)?.recordLayer, gold.layers.contains(layer),
                options.layers.map({ $0.contains(layer) || $0.contains(name) }) ?? true
            else { continue }
            add(
                judge.judge(
                    layers.0?.annotations ?? [],
                    layers.1?.annotations ?? [],
                    of: name,
                    in: gold.record.text,
                    isPartial: gold.isPartial
                ),
                of: name,
                in: gold.record
            )
        }
        if gold.layers.contains(LayerKey.tokens.name), let found { tags.add(found.tokens, gold: gold.record.tokens) }
    }

    private mutating func add(_ judged: [JudgedAnnotation], of layer: LayerName, in record: AnnotatedRecord) {
        var score = AnnotationScore()
        for annotation in judged {
            score.add(annotation)
            let types = [annotation.gold?.type, annotation.found?.type].compactMap { $0 }.filter { !$0.isEmpty }
            guard let type = types.first else { continue }
            byType[Row(layer: layer, name: type), default: AnnotationScore()].addGold(annotation, needsType: true)
            if let found = annotation.found {
                // What was found counts under the type that it was found with.
                byType[Row(layer: layer, name: found.type ?? type), default: AnnotationScore()].addFound(annotation)
            }
        }
        byLayer[layer, default: AnnotationScore()].add(score)
        if options.keepsDocuments { byDocument.append((Row(layer: layer, name: record.identifier), score)) }
        if options.errorsPerClass > 0 { keepErrors(of: judged, in: record) }
    }

    private mutating func keepErrors(of judged: [JudgedAnnotation], in record: AnnotatedRecord) {
        var positions: [SampledError.Group: Int] = [:]
        for annotation in judged {
            for name in SampledError.classes(of: annotation) {
                let group = SampledError.Group(layer: annotation.layer, name: name)
                let position = positions[group, default: 0]
                positions[group] = position + 1
                let order = SampledChange.order(record.identifier, position)
                var kept = groups[group] ?? []
                guard kept.count < options.errorsPerClass || order < kept[kept.count - 1].order else { continue }
                kept.append(SampledError(annotation, className: name, in: record, order: order))
                kept.sort { ($0.order, $0.identifier) < ($1.order, $1.identifier) }
                groups[group] = Array(kept.prefix(options.errorsPerClass))
            }
        }
    }

    private mutating func remark(_ text: String) {
        if remarks.count < 20 { remarks.append(text) }
    }
}

extension CorpusScore {
    /// Whether a layer is judged: one that was asked for, or that the gold has something of.
    private func isJudged(_ layer: LayerName) -> Bool {
        options.layers != nil || (byLayer[layer]?.gold ?? 0) > 0
    }

    /// The score of each layer, by name.
    public var layers: [(row: Row, score: AnnotationScore)] {
        byLayer.filter { isJudged($0.key) }.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { (Row(layer: $0.key, name: nil), $0.value) }
    }

    /// The score of each type of each layer. What was found with another type than its gold counts as found under its
    /// own, and its fault under the gold's; by no measure does it count for either.
    public var types: [(row: Row, score: AnnotationScore)] {
        byType.filter { isJudged($0.key.layer) }
            .sorted { ($0.key.layer.rawValue, $0.key.name ?? "") < ($1.key.layer.rawValue, $1.key.name ?? "") }
            .map { ($0.key, $0.value) }
    }

    /// The score of each document, in the order in which they came.
    public var documentScores: [(row: Row, score: AnnotationScore)] { byDocument.filter { isJudged($0.row.layer) } }

    /// How tags and lemmas agree, where the gold has them.
    public var tagScore: TagScore { tags }

    /// The errors that were kept, by layer and class.
    ///
    /// Which are kept depends on the names of the documents alone and not on their order.
    public var errors: [SampledError] {
        groups.filter { isJudged($0.key.layer) }.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}
