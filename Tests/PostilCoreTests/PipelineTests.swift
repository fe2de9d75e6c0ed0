import PostilCore
import Synchronization
import Testing

@Suite("Pipelines")
struct PipelineTests {
    private static let tokens = Stub("tokens", provides: ["t"])
    private static let sentences = Stub("sentences", requires: ["t"], provides: ["s"])
    private static let quotes = Stub("quotes", requires: ["s", "t"], provides: ["q"])
    private static let dates = Stub("dates", requires: ["t"], provides: ["d"])

    /// Steps as named, annotators on offer, and the order in which they run.
    static let orders: [(steps: [Stub], available: [Stub], order: [AnnotatorName])] = [
        ([], [tokens], []),
        ([tokens], [], ["tokens"]),
        ([quotes, dates, sentences, tokens], [], ["tokens", "dates", "sentences", "quotes"]),
        ([dates, quotes], [quotes, sentences, tokens], ["tokens", "dates", "sentences", "quotes"]),
        ([quotes], [dates, sentences, tokens], ["tokens", "sentences", "quotes"]),
        ([sentences], [tokens, Stub("other tokens", provides: ["t"])], ["tokens", "sentences"]),
        ([sentences, Stub("own tokens", provides: ["t"])], [tokens], ["own tokens", "sentences"]),
        (
            [sentences, tokens], [Stub("tokens", provides: ["t"]), Stub("x", provides: ["s"])], ["tokens", "sentences"]
        ),
        ([Stub("b", provides: ["b"]), Stub("a", provides: ["a"])], [], ["b", "a"]),
        ([Stub("moods", consults: ["t"], provides: ["m"])], [tokens], ["tokens", "moods"]),
        ([Stub("moods", consults: ["t"], provides: ["m"]), tokens], [], ["tokens", "moods"]),
        ([Stub("moods", consults: ["t"], provides: ["m"])], [dates], ["moods"]),
    ]

    @Test("steps run behind what they need, otherwise as named; what is missing is added", arguments: orders)
    func order(_ example: (steps: [Stub], available: [Stub], order: [AnnotatorName])) throws {
        let pipeline = try Pipeline(name: "p", steps: example.steps, available: example.available)
        #expect(pipeline.steps.map(\.name) == example.order)
        #expect(pipeline.annotate(Document(text: "x")).failures.isEmpty)
    }

    /// A layer called `t` of another type.
    private static func mistyped(_ name: AnnotatorName, requires: Bool) -> Stub {
        var stub = Stub(name)
        let key = [AnyLayerKey(LayerKey<Named>("t"))]
        if requires { stub.requires = key } else { stub.provides = key }
        return stub
    }

    static let errors: [(steps: [Stub], available: [Stub], message: String)] = [
        (
            [sentences], [],
            "no-provider: 'sentences' needs the layer 't', which no annotator provides: add one that does"
        ),
        (
            [quotes], [dates, sentences],
            "no-provider: 'quotes' needs the layer 't', which no annotator provides: add one that does (on offer: d, s)"
        ),
        (
            [tokens, Stub("mine", provides: ["t"])], [],
            "two-providers: 'tokens' and 'mine' both provide the layer 't': leave one of them out"
        ),
        ([tokens, tokens], [], "two-providers: 'tokens' is named twice: name it once"),
        (
            [Stub("twin", provides: ["t", "t"])], [],
            "two-providers: 'twin' declares the layer 't' twice: name it once in 'provides'"
        ),
        (
            [tokens, mistyped("names", requires: true)], [],
            "type-clash: the layer 't' holds Unvalued for 'tokens' but Named for 'names': use one key for both"
        ),
        (
            [mistyped("names", requires: false), sentences], [],
            "type-clash: the layer 't' holds Named for 'names' but Unvalued for 'sentences': use one key for both"
        ),
        (
            [Stub("a", requires: ["b"], provides: ["a"]), Stub("b", requires: ["a"], provides: ["b"])], [],
            "cycle: annotators wait for each other: 'a' needs 'b' needs 'a': leave one of them out"
        ),
        (
            [
                Stub("waits", requires: ["1"], provides: ["w"]), Stub("one", requires: ["2"], provides: ["1"]),
                tokens, Stub("two", requires: ["t", "3"], provides: ["2"]),
            ],
            [Stub("three", requires: ["1"], provides: ["3"])],
            "cycle: annotators wait for each other: 'one' needs 'two' needs 'three' needs 'one': leave one of them out"
        ),
        (
            [Stub("own", requires: ["o"], provides: ["o"])], [],
            "cycle: 'own' requires a layer that it provides itself: take it out of 'requires'"
        ),
    ]

    @Test("what cannot be planned is refused with a remedy", arguments: errors)
    func refused(_ example: (steps: [Stub], available: [Stub], message: String)) {
        var message = ""
        do throws(PipelineError) {
            _ = try Pipeline(name: "p", steps: example.steps, available: example.available)
        } catch {
            message = error.description
        }
        #expect(message == example.message)
    }

    @Test("a layer can be read whatever its values are, by those that declare it")
    func generalReading() throws {
        let read = Mutex<[String]>([])
        var general = Stub("general", provides: ["g"])
        general.requires = [AnyLayerKey(readingAnyValuesOf: "t")]
        general.work = { (document, output) throws(AnnotationError) in
            let layer = try document.layer("t")
            var codes = ["\(layer.spans.count)"]
            do throws(AnnotationError) { _ = try document.layer("s") } catch { codes.append(error.code.rawValue) }
            read.withLock { $0 = codes }
            try output.provide(Layer<Unvalued>(), for: LayerKey("g"))
        }
        let pipeline = try Pipeline(
            name: "p",
            steps: [general],
            available: [PipelineTests.tokens, PipelineTests.mistyped("names", requires: true)]
        )
        #expect(pipeline.annotate(Document(text: "x")).failures.isEmpty)
        #expect(read.withLock { $0 } == ["1", "undeclared-read"])
    }

    @Test("places in the features of an open value move with the text, other features stay")
    func openValues() {
        let value = OpenValue(
            type: "T",
            features: [Feature("who.span", "3:5"), Feature("at", "3:5"), Feature("odd.span", "x")]
        )
        let moved = value.mappingSpans { $0.moved(by: 2) }
        #expect(moved.features.map(\.value) == ["5:7", "3:5", "x"])
        #expect(OpenValue(type: value.type, features: value.features) == value)
        #expect(value.spans == [Span(start: 3, end: 5)])
    }

    @Test("types of one name are told apart by their modules")
    func typesOfOneName() {
        enum Other {
            struct Unvalued: LayerValue {
                var type: String? { nil }
                var features: [Feature] { [] }
                init?(type: String?, features: [Feature]) {}
            }
        }
        var stub = Stub("mine")
        stub.requires = [AnyLayerKey(LayerKey<Other.Unvalued>("t"))]
        #expect {
            _ = try Pipeline(name: "p", steps: [stub, PipelineTests.tokens])
        } throws: { error in
            "\(error)".contains("but PostilCore.Unvalued for 'tokens'")
        }
    }

    @Test("a failure leaves out its layers and those that need them, and nothing else")
    func failure() throws {
        var broken = PipelineTests.sentences
        broken.work = { (document, output) throws(AnnotationError) in
            try output.provide(Layer(), for: LayerKey<Unvalued>("s"))
            throw AnnotationError(code: "odd", message: "cannot go on")
        }
        let steps: [any Annotator] = [PipelineTests.tokens, broken, PipelineTests.quotes, PipelineTests.dates]
        let document = try Pipeline(name: "p", steps: steps).annotate(Document(text: "x"))
        #expect(document.layerNames == ["t", "d"])
        #expect(
            document.failures.map(\.description) == [
                "odd: annotator 'sentences': cannot go on",
                "missing-layer: annotator 'quotes', layer 's': the document has no such layer, since the annotator "
                    + "that makes it failed",
            ]
        )
    }

    @Test("documents do not see each other: A, B, A gives A the same layers twice")
    func independentDocuments() throws {
        let pipeline = try Pipeline(name: "p", steps: [PipelineTests.tokens, PipelineTests.dates])
        let first = pipeline.annotate(Document(text: "A"))
        let other = pipeline.annotate(Document(text: "BBB"))
        let again = pipeline.annotate(Document(text: "A"))
        let key = LayerKey<Unvalued>("d")
        #expect(first[key] == again[key] && first[key] != other[key])
        #expect(pipeline.provides.map(\.name) == ["t", "d"])
    }
}

@Suite("Fingerprints")
struct FingerprintTests {
    private func fingerprint(_ change: (inout Stub) -> Void = { _ in }) throws -> Fingerprint {
        var step = Stub("dates", requires: ["t"], provides: ["d"])
        step.version = "2"
        step.configuration = "order DMY"
        change(&step)
        return try Pipeline(name: "p", steps: [step], available: [Stub("tokens", provides: ["t"])]).fingerprint
    }

    @Test("a pipeline's changes with a step's version and configuration")
    func changes() throws {
        let all = try [
            fingerprint(), fingerprint { $0.version = "3" }, fingerprint { $0.configuration = "order MDY" },
            fingerprint { $0.configuration = "" },
            // The same letters, cut into fields elsewhere.
            fingerprint {
                $0.version = "2o"
                $0.configuration = "rder DMY"
            },
            Pipeline(name: "p", steps: [Stub("tokens", provides: ["t"])]).fingerprint,
            Pipeline(name: "p", steps: []).fingerprint,
            Pipeline(name: "p", steps: [Stub("other", provides: ["t"])]).fingerprint,
        ]
        #expect(Set(all).count == all.count)
    }

    @Test("a pipeline's does not change with its name, with who named a step, or with explanations")
    func stays() throws {
        #expect(try fingerprint() == fingerprint { $0.answer = { _, _ in Explanation("otherwise") } })
        let tokens = Stub("tokens", provides: ["t"])
        let sentences = Stub("sentences", requires: ["t"], provides: ["s"])
        let named = try Pipeline(name: "p", steps: [sentences, tokens])
        let added = try Pipeline(name: "q", steps: [sentences], available: [Stub("unused", provides: ["u"]), tokens])
        #expect(named.fingerprint == added.fingerprint)
        #expect(named.label == "p@\(named.fingerprint)")
        #expect(added.label == "q@\(named.fingerprint)")
    }

    @Test("is the same on every machine and in every release")
    func pinned() throws {
        #expect(Fingerprint().bits == 0xCBF2_9CE4_8422_2325)
        #expect(try fingerprint().description == "748b028f")
        var fields = Fingerprint()
        fields.combine("é")
        #expect(fields.bits == 0x5FEC_201C_1DFC_A99A)
        var bytes = Fingerprint()
        // FNV-1a of "foobar", from the authors' own list of test values.
        Array("foobar".utf8).withUnsafeBytes { bytes.combine($0) }
        #expect(bytes.bits == 0x8594_4171_F739_67E8)
    }

    @Test("shows eight digits, leading zeros too")
    func digits() {
        for number in 0..<300 {
            var fingerprint = Fingerprint()
            fingerprint.combine("\(number)")
            #expect(fingerprint.description.count == 8)
            let folded = UInt32(truncatingIfNeeded: fingerprint.bits ^ fingerprint.bits >> 32)
            #expect(UInt32(fingerprint.description, radix: 16) == folded)
        }
    }
}
