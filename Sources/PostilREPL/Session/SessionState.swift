import Postil

/// All of a session that `.undo` brings back, as a value: what is on the screen and how it was made.
struct SessionState: Sendable {
    /// The annotators that were asked for by name; the pipeline adds what they need.
    var wanted: [AnnotatorName] { didSet { revision += 1 } }

    /// The plugins that are loaded.
    var plugins: [LoadedPlugin] = [] { didSet { revision += 1 } }

    /// The entries of `.dict`.
    var dictionary: [DictionaryEntry] = [] { didSet { revision += 1 } }

    /// The pipeline that they make.
    var pipeline: Pipeline

    /// What `.set` changes.
    var settings = Settings() { didSet { revision += 1 } }

    /// The layers that the views leave out; at first those that would cover every word.
    var hiddenLayers: Set<LayerName> = [
        LayerKey.paragraphs.name, LayerKey.tokens.name, LayerKey.tags.name, LayerKey.lemmas.name,
    ]
    {
        didSet { revision += 1 }
    }

    /// The document as it came in; nil before the first.
    var input: InputDocument? { didSet { revision += 1 } }

    /// The document as the pipeline has annotated it.
    var run: AnnotationRun? { didSet { revision += 1 } }

    /// The run before, of this document or another.
    var previousRun: AnnotationRun?

    /// The corpus that is open.
    var corpus: Corpus? { didSet { revision += 1 } }

    /// The document of the corpus that is shown; nil where another is.
    var corpusPosition: Int?

    /// The file that the document is; nil where it was typed or is a line of a corpus.
    var filePath: String?

    /// Grows with each change, so that a command that changed nothing leaves nothing to undo.
    private(set) var revision = 0

    /// The layers that the views show, in the order of the pipeline.
    var shownLayers: [LayerName] {
        (run?.document.layerNames ?? []).filter { !hiddenLayers.contains($0) }
    }
}
