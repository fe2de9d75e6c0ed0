import Postil
import PostilEvaluation

/// Annotates the texts of gold, with only what its layers need.
struct GoldAnnotator {
    private struct Need: Hashable {
        let layers: [LayerName]
        let dateStyle: String?
        let dateOrder: String?
    }

    private let plugins: PluginArguments
    private var pipelines: [Need: (setup: PipelineSetup, pipeline: Pipeline)] = [:]

    init(plugins: PluginArguments) { self.plugins = plugins }

    /// The gold's text, annotated.
    mutating func annotate(_ gold: GoldRecord) throws -> AnnotatedRecord {
        let layers = gold.layers.map(\.rawValue).sorted().map(LayerName.init(rawValue:))
        let need = Need(layers: layers, dateStyle: gold.dateStyle, dateOrder: gold.dateOrder)
        let pipeline = try pipelines[need]?.pipeline ?? make(need)
        let context = gold.record.context
        let input = InputDocument(
            identifier: gold.record.identifier,
            text: .success(gold.record.text),
            context: DocumentContext(referenceDate: context.anchor, referenceDateSource: context.anchorSource)
        )
        let document: Document = pipeline.annotate(
            Document(identifier: input.identifier, text: gold.record.text, context: input.context)
        )
        let encoder = RecordEncoder(pipeline: pipeline, options: RecordOptions(layers: layers))
        var writer = JSONWriter()
        encoder.encode(document, input: input, into: &writer)
        do throws(RecordError) {
            return try writer.buffer.withBytes { bytes throws(RecordError) in
                try AnnotatedRecord(parsing: UnsafeBufferPointer(rebasing: bytes.dropLast()))
            }
        } catch {
            throw CommandFailure(.documentsFailed, "\(input.identifier): \(error)")
        }
    }

    private mutating func make(_ need: Need) throws -> Pipeline {
        var options = PipelineSetup.Options()
        options.dates = DateOptions(
            style: need.dateStyle.flatMap(DateStyle.init(rawValue:)),
            order: need.dateOrder.flatMap(DateOrder.init(rawValue:)) ?? .monthDayYear
        )
        let setup = try PipelineSetup(plugins, options: options, wantedLayers: need.layers)
        // Tokens are written with their tags and lemmas.
        var wanted = need.layers
        if wanted.contains(LayerKey.tokens.name) { wanted += [LayerKey.tags.name, LayerKey.lemmas.name] }
        let known = RecordOptions.standardLayers + [LayerKey.tokens.name, LayerKey.tags.name, LayerKey.lemmas.name]
        if let unknown = wanted.first(where: { !known.contains($0) && !setup.plugins.layers.contains($0) }) {
            throw CommandFailure(.usage, "no annotator makes the layer '\(unknown)' of the gold: name its --plugin")
        }
        let pipeline = try setup.pipeline(providing: wanted)
        pipelines[need] = (setup, pipeline)
        return pipeline
    }

    /// Ends the plugins.
    func finish() { pipelines.values.forEach { $0.setup.finish() } }
}
