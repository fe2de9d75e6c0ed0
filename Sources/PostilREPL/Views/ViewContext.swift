import Postil

/// What a view draws: a document, its layers that are shown, and how.
struct ViewContext {
    let run: AnnotationRun
    let input: InputDocument
    let layers: [LayerName]
    let unit: OffsetUnit
    let pipeline: Pipeline
    let configuration: REPLConfiguration
    let style: Style
    let numbers: AnnotationNumbers
    let offsets: OffsetMap

    var document: Document { run.document }

    init(run: AnnotationRun, input: InputDocument, state: SessionState, configuration: REPLConfiguration, style: Style)
    {
        self.run = run
        self.input = input
        layers = state.shownLayers
        unit = state.settings.unit
        pipeline = state.pipeline
        self.configuration = configuration
        self.style = style
        numbers = AnnotationNumbers(run.document, layers: layers)
        offsets = OffsetMap(text: run.document.text, unit: state.settings.unit)
    }

    /// The shown annotations, by number.
    var annotations: some Sequence<LayerAnnotation> {
        numbers.places.lazy.compactMap {
            LayerAnnotation(document: document, layerName: $0.layer, position: $0.position)
        }
    }

    /// The colour of a layer: its place among all of the document's layers, so that hiding one changes no other.
    func color(of layer: LayerName) -> Color {
        .ofLayer(at: document.layerNames.firstIndex(of: layer) ?? 0)
    }

    /// `span` in the session's unit.
    func place(_ span: Span) -> String { "\(offsets.offset(of: span.start)):\(offsets.offset(of: span.end))" }

    /// The name of the rule that made an annotation.
    func rule(of annotation: LayerAnnotation) -> Rule? {
        let provider = document.provider(of: annotation.layerName)
        guard let step = pipeline.steps.first(where: { $0.name == provider }) else { return nil }
        return step.rules[annotation.layer.rule(at: annotation.position)]
    }
}

/// Draws a document row by row.
protocol DocumentDrawing {
    /// Draws.
    ///
    /// - Parameter write: Takes text with its line ends; false says that no more is wanted.
    func draw(_ context: ViewContext, write: (String) -> Bool)
}
