import PostilCore
import Testing

@Suite("Documents")
struct DocumentTests {
    private static let sentence = Layer(sorted: [Span(start: 0, end: 3)])

    @Test("a layer is written once")
    func writeOnce() throws {
        var document = Document(text: "One.")
        try document.provide(DocumentTests.sentence, for: .sentences, by: "first")
        let error = annotationError { () throws(AnnotationError) in
            try document.provide(Layer(), for: .sentences, by: "second")
        }
        #expect(
            error?.description == "layer-exists: annotator 'second', layer 'sentences': "
                + "'first' has provided the layer already; a layer is written once"
        )
        #expect(document[.sentences] == DocumentTests.sentence)
        #expect(document.provider(of: "sentences") == "first")
    }

    @Test("a copy goes its own way")
    func copies() throws {
        let original = Document(identifier: "d", text: "One.", context: DocumentContext(referenceDate: "2020-02-29"))
        var copy = original
        try copy.provide(DocumentTests.sentence, for: .sentences, by: "a")
        copy.note(AnnotationError(code: "odd", message: "odd"))
        var other = copy
        try other.provide(Layer(), for: .tokens, by: "b")
        #expect(original.layerNames.isEmpty && original.failures.isEmpty && original[.sentences] == nil)
        #expect(copy.layerNames == ["sentences"] && copy.failures.count == 1)
        #expect(other.layerNames == ["sentences", "tokens"])
        #expect(
            other.identifier == "d" && other.context.referenceDate == "2020-02-29" && other.context.language == "en"
        )
    }

    @Test("no layer is nil, nothing found is empty, another value type is nil")
    func lookUp() throws {
        var document = Document(text: "One.")
        #expect(document[.tokens] == nil && document.layer("tokens") == nil && !document.hasLayer("tokens"))
        try document.provide(Layer(), for: .tokens, by: "a")
        #expect(document[.tokens] == Layer() && document.layer("tokens")?.spans == [] && document.hasLayer("tokens"))
        #expect(document[LayerKey<Unvalued>("tokens")] == nil)
        #expect(document.provider(of: "other") == nil)
    }

    private static let mistypedTokens = AnyLayerKey(LayerKey<Unvalued>("tokens"))

    @Test(
        "a view refuses what the annotator does not declare",
        arguments: [
            (
                [],
                "undeclared-read: annotator 'reader', layer 'tokens': reads a layer that it does not declare with "
                    + "values of type Token: add its key to 'requires' or 'consults'"
            ),
            (
                [mistypedTokens],
                "undeclared-read: annotator 'reader', layer 'tokens': reads a layer that it does not "
                    + "declare with values of type Token: add its key to 'requires' or 'consults'"
            ),
            (
                [AnyLayerKey(.tokens)],
                "missing-layer: annotator 'reader', layer 'tokens': the document has no such "
                    + "layer, since the annotator that makes it failed"
            ),
        ] as [([AnyLayerKey], String)]
    )
    func reading(requires: [AnyLayerKey], message: String) {
        var reader = Stub("reader")
        reader.requires = requires
        reader.work = { (document, _) throws(AnnotationError) in _ = try document[.tokens] }
        let error = annotationError { () throws(AnnotationError) in try reader.annotated(Document(text: "")) }
        #expect(error?.description == message)
    }

    @Test("a view tells a layer of another type from one that is missing")
    func readingAnotherType() throws {
        var document = Document(text: "")
        try document.provide(Layer(), for: LayerKey<Named>("tokens"), by: "gold")
        var reader = Stub("reader")
        reader.requires = [AnyLayerKey(.tokens)]
        reader.work = { (document, _) throws(AnnotationError) in _ = try document[.tokens] }
        #expect(annotationError { () throws(AnnotationError) in try reader.annotated(document) }?.code == .typeClash)
    }

    @Test("a view shows the text, the context and a declared layer; what the annotator makes only to explain it")
    func seeing() throws {
        var document = Document(text: "One.", context: DocumentContext(fields: ["desk": "sport"]))
        try document.provide(DocumentTests.sentence, for: .sentences, by: "a")
        var reader = Stub("reader")
        reader.requires = [AnyLayerKey(.sentences)]
        reader.provides = [AnyLayerKey(.names)]
        reader.work = { (document, output) throws(AnnotationError) in
            let spans = try document[.sentences].spans
            let value = Named(document.text.string + (document.context.fields["desk"] ?? ""))
            try output.provide(Layer(sorted: spans, values: [value]), for: .names)
        }
        reader.answer = { (question, document) throws(AnnotationError) in
            Explanation(try document[.names][0].value.name, span: question.span)
        }
        let annotated = try reader.annotated(document)
        #expect(annotated[.names]?.map(\.value.name) == ["One.sport"])
        let span = Span(start: 0, end: 3)
        let answer = try reader.answer(to: .why("org.example.names", position: 0, span: span), about: annotated)
        #expect(answer == Explanation("One.sport", span: span))
    }

    @Test(
        "an output refuses what the annotator does not declare, twice the same layer, and none",
        arguments: [
            ([.names, .names], ["names"], "layer-exists"),
            ([], ["names"], "layer-not-provided"),
            ([.names], [], "undeclared-write"),
            ([.names], ["tokens"], "undeclared-write"),
            ([.names], ["mistyped"], "undeclared-write"),
            ([.names], ["names", "tokens"], "layer-not-provided"),
        ] as [([LayerKey<Named>], [String], ErrorCode)]
    )
    func writing(written: [LayerKey<Named>], declared: [String], code: ErrorCode) {
        let keys = [
            "names": AnyLayerKey(.names), "tokens": AnyLayerKey(.tokens),
            "mistyped": AnyLayerKey(LayerKey<Unvalued>("org.example.names")),
        ]
        var writer = Stub("writer")
        writer.provides = declared.compactMap { keys[$0] }
        writer.work = { (_, output) throws(AnnotationError) in
            for key in written { try output.provide(Layer(), for: key) }
        }
        let error = annotationError { () throws(AnnotationError) in try writer.annotated(Document(text: "")) }
        #expect(error?.code == code)
        #expect(error?.annotator == "writer")
    }

    @Test("an annotator that leaves out a layer is found out where another has provided one of that name")
    func notProvidedThough() throws {
        var document = Document(text: "")
        try document.provide(Layer(), for: .names, by: "earlier")
        var writer = Stub("writer")
        writer.provides = [AnyLayerKey(.names)]
        let error = annotationError { () throws(AnnotationError) in try writer.annotated(document) }
        #expect(error?.code == .layerNotProvided)
    }

    @Test("a failure names its annotator and keeps what the annotator said of the place")
    func failuresAreAttributed() {
        var failing = Stub("failing")
        failing.work = { (_, _) throws(AnnotationError) in
            throw AnnotationError(
                code: "odd",
                message: "cannot go on",
                layer: "x",
                span: Span(start: 1, end: 2),
                byteOffset: 7
            )
        }
        let error = annotationError { () throws(AnnotationError) in try failing.annotated(Document(text: "")) }
        #expect(error?.description == "odd: annotator 'failing', layer 'x', bytes 1:2: cannot go on")
        #expect(error?.byteOffset == 7)
    }
}
