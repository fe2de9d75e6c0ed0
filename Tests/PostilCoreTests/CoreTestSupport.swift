import PostilCore

/// A value with a name, as a plugin would have it.
struct Named: LayerValue {
    let name: String

    var type: String? { "NAMED" }
    var features: [Feature] { [Feature("name", name)] }

    init(_ name: String) { self.name = name }

    init?(type: String?, features: [Feature]) {
        guard type == "NAMED", features.map(\.key) == ["name"] else { return nil }
        name = features[0].value
    }
}

extension LayerKey where Value == Named {
    static var names: LayerKey<Named> { LayerKey("org.example.names") }
}

/// An annotator whose work is a closure.
struct Stub: Annotator {
    let name: AnnotatorName
    var version = "1"
    var configuration = ""
    var requires: [AnyLayerKey] = []
    var consults: [AnyLayerKey] = []
    var provides: [AnyLayerKey] = []
    var rules = RuleTable([])
    var work: @Sendable (DocumentView, inout LayerOutput) throws(AnnotationError) -> Void = { _, _ in }
    var answer: @Sendable (Question, DocumentView) throws(AnnotationError) -> Explanation? = { _, _ in nil }

    init(_ name: AnnotatorName) { self.name = name }

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        try work(document, &output)
    }

    func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        try answer(question, document)
    }
}

extension Stub {
    /// An annotator that reads the layers `requires` and provides one span over the text for each of
    /// `provides`.
    init(
        _ name: AnnotatorName,
        requires: [LayerName] = [],
        consults: [LayerName] = [],
        provides: [LayerName]
    ) {
        self.init(name)
        self.requires = requires.map { AnyLayerKey(LayerKey<Unvalued>($0)) }
        self.consults = consults.map { AnyLayerKey(LayerKey<Unvalued>($0)) }
        self.provides = provides.map { AnyLayerKey(LayerKey<Unvalued>($0)) }
        work = { (document, output) throws(AnnotationError) in
            for name in requires { _ = try document[LayerKey<Unvalued>(name)] }
            for name in consults { _ = try document[ifPresent: LayerKey<Unvalued>(name)] }
            for name in provides { try output.provide(Layer(sorted: [document.text.span]), for: LayerKey(name)) }
        }
    }
}

/// The error that `body` throws; nil where it throws none.
func annotationError<Result>(of body: () throws(AnnotationError) -> Result) -> AnnotationError? {
    do throws(AnnotationError) {
        _ = try body()
        return nil
    } catch {
        return error
    }
}
