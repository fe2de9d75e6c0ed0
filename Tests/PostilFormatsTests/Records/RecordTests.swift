import PostilCore
import PostilFormats
import Testing

/// Cuts at white space, so that records can be tested without the real segmentation.
private struct Splitter: Annotator {
    let name: AnnotatorName = "splitter"
    let version = "1"
    let provides = [AnyLayerKey(.sentences), AnyLayerKey(.tokens), AnyLayerKey(.paragraphs)]
    let rules = RuleTable([Rule("whole", "the text is one")])

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var tokens = LayerBuilder<Token>()
        let words = document.text.bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
        for word in words {
            let hash = LowercaseHash(word: String(decoding: word, as: UTF8.self))
            tokens.append(Span(word.startIndex..<word.endIndex), Token(hash: hash, kind: .word, shape: .lower))
        }
        let spans = words.isEmpty ? [] : [Span(words[0].startIndex..<words[words.count - 1].endIndex)]
        try output.provide(tokens.build(), for: .tokens)
        try output.provide(Layer(sorted: spans), for: .sentences)
        try output.provide(
            Layer(sorted: spans, rules: spans.map { _ in RuleIdentifier(rawValue: 1) }),
            for: .paragraphs
        )
    }
}

/// Where the first word of the text stands, as a value that holds it.
private struct Opening: LayerValue {
    var word: Span

    var type: String? { nil }
    var features: [Feature] { [Feature("word", word.description)] }

    init(word: Span) { self.word = word }

    init?(type: String?, features: [Feature]) {
        guard type == nil, let word = features.first.flatMap({ Span($0.value) }) else { return nil }
        self.word = word
    }

    func mappingSpans(_ transform: (Span) -> Span) -> Opening { Opening(word: transform(word)) }
}

/// Says of the whole text where its first word stands.
private struct Opener: Annotator {
    let name: AnnotatorName = "opener"
    let version = "1"
    let requires = [AnyLayerKey(.tokens)]
    let provides = [AnyLayerKey(LayerKey<Opening>("org.example.openings"))]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var openings = LayerBuilder<Opening>()
        if let word = try document[.tokens].spans.first { openings.append(document.text.span, Opening(word: word)) }
        try output.provide(openings.build(), for: LayerKey("org.example.openings"))
    }
}

@Suite struct RecordTests {
    private func record(_ input: InputDocument, options: RecordOptions = RecordOptions()) throws -> String {
        let pipeline = try Pipeline(name: "test", steps: [Splitter()])
        let encoder = RecordEncoder(pipeline: pipeline, options: options)
        var writer = JSONWriter()
        switch input.text {
        case .success(let text):
            encoder.encode(pipeline.annotate(Document(text: text)), input: input, into: &writer)
        case .failure(let failure): encoder.encode(failure, input: input, into: &writer)
        }
        return String(decoding: writer.buffer.array(), as: UTF8.self)
    }

    private var label: String { (try? Pipeline(name: "test", steps: [Splitter()]).label) ?? "" }

    @Test func aRecordHasEveryKeyInItsPlace() throws {
        let input = InputDocument(
            identifier: "a",
            text: .success("É x"),
            context: DocumentContext(referenceDate: "2014-06-17", referenceDateSource: "field"),
            meta: Array(#""n": 1"#.utf8),
            line: 3
        )
        let options = RecordOptions(layers: ["sentences", "tokens", "paragraphs"])
        #expect(
            try record(input, options: options) == """
                {"schema":"postil/1.0","id":"a","status":"ok","text":"É x","offset_unit":"codepoint",\
                "context":{"anchor":"2014-06-17","anchor_source":"field","date_order":null},"pipeline":"\(label)",\
                "sentences":[{"start":0,"end":3}],"dates":[],"numbers":[],"entities":[],"quotes":[],"sentiment":[],\
                "tokens":[{"start":0,"end":1,"text":"É","kind":"word","upos":null,"xpos":null,"lemma":null},\
                {"start":2,"end":3,"text":"x","kind":"word","upos":null,"xpos":null,"lemma":null}],\
                "layers":[{"name":"paragraphs","annotations":[{"start":0,"end":3,"text":"É x","type":null,"features":[],\
                "score":null,"source":"splitter","rule":"whole"}]}],"warnings":[],"error":null,"meta":{"n": 1}}

                """
        )
    }

    @Test func aFailureKeepsTheShape() throws {
        let failure = RecordFailure(code: "missing-text", message: "no \"text\"", line: 4)
        let input = InputDocument(identifier: "x:4", text: .failure(failure), line: 4)
        #expect(
            try record(input) == """
                {"schema":"postil/1.0","id":"x:4","status":"error","text":"","offset_unit":"codepoint",\
                "context":{"anchor":null,"anchor_source":null,"date_order":null},"pipeline":"\(label)","sentences":[],\
                "dates":[],"numbers":[],"entities":[],"quotes":[],"sentiment":[],"tokens":[],"layers":[],"warnings":[],\
                "error":{"code":"missing-text","annotator":null,"message":"no \\"text\\"","line":4},"meta":{}}

                """
        )
    }

    @Test(arguments: [(OffsetUnit.codepoint, "1:3"), (.utf8, "1:7"), (.utf16, "1:4")])
    func spansInValuesAreCountedInTheUnitOfTheRecord(unit: OffsetUnit, word: String) throws {
        let pipeline = try Pipeline(name: "test", steps: [Splitter(), Opener()])
        let options = RecordOptions(layers: ["org.example.openings"], offsetUnit: unit)
        let input = InputDocument(identifier: "a", text: .success(" 😀é x"))
        var writer = JSONWriter()
        let document = pipeline.annotate(Document(text: " 😀é x"))
        RecordEncoder(pipeline: pipeline, options: options).encode(document, input: input, into: &writer)
        let record = String(decoding: writer.buffer.array(), as: UTF8.self)
        #expect(record.contains(##""features":[{"key":"word","value":"\##(word)"}]"##), "\(record)")
    }

    static let texts = [
        "", " ", "Plain text here.", "Good day 😊, I am Jon.", "𝒊 is italic", "📷 .@dario at #StarNight",
        "はじめまして ❤️🔴\n🔹", "Text:  Bergen,  Norway.", "   three before and after \n \n", "One\r\nTwo\r\n",
        "e\u{301}te\u{301} noe\u{308}l",
        "\u{FEFF}mark", "nul \0 byte", "👩🏿‍🍳 cooks 🇳🇴", "a\u{2028}b",
    ]

    @Test(arguments: texts, OffsetUnit.allCases)
    func everyRecordProvesItself(text: String, unit: OffsetUnit) throws {
        let input = InputDocument(identifier: "a", text: .success(Text(text)))
        let options = RecordOptions(layers: ["sentences", "tokens", "paragraphs"], offsetUnit: unit)
        let line = try record(input, options: options)
        #expect(RecordVerifier().problems(in: Array(line.dropLast().utf8)) == [])
    }

    @Test(arguments: texts)
    func offsetsCutTheSameWordsInPythonAndJavaScript(text: String) throws {
        let input = InputDocument(identifier: "a", text: .success(Text(text)))
        for unit in [OffsetUnit.codepoint, .utf16] {
            let options = RecordOptions(layers: ["tokens"], offsetUnit: unit)
            let tokens = try JSONValue(parsing: record(input, options: options))["tokens"]?.array ?? []
            let scalars = Array(text.unicodeScalars)
            let units = Array(text.utf16)
            for token in tokens {
                let range = (token["start"]?.integer ?? 0)..<(token["end"]?.integer ?? 0)
                let cut =
                    unit == .utf16
                    ? String(decoding: units[range], as: UTF16.self)
                    : String(String.UnicodeScalarView(scalars[range]))
                #expect(cut.utf8.elementsEqual((token["text"]?.string ?? "").utf8))
            }
        }
    }

    @Test(arguments: [
        (#""end":5"#, #""end":4"#, "the text at"),
        (#""start":0,"end":5"#, #""start":6,"end":5"#, "is no span"),
        (#""status":"ok""#, #""status":"fine""#, "status"),
        (#""error":null"#, #""error":{"code":"x","annotator":null,"message":"m","line":null}"#, "status is ok"),
        (#""dates":[],"#, "", "has the keys"),
        (#""id":"a""#, #""id":1"#, "is a number"),
        (#""schema":"postil/1.0""#, #""schema":"postil/2.0""#, "schema is"),
        (#""offset_unit":"codepoint""#, #""offset_unit":"bytes""#, "offset_unit"),
        (#"{"start":0,"end":5,"text":"hello","kind":"word","upos":null,"xpos":null,"lemma":null},"#, "", ""),
        (#""tokens":[{"start":0,"end":5"#, #""tokens":[{"start":6,"end":11"#, "the text at"),
    ])
    func theVerifierFindsWhatWasChanged(original: String, changed: String, problem: String) throws {
        let input = InputDocument(identifier: "a", text: .success("hello world"))
        let line = try record(input, options: RecordOptions(layers: ["tokens"]))
        #expect(line.contains(original))
        let broken = line.dropLast().replacing(original, with: changed)
        let problems = RecordVerifier().problems(in: Array(broken.utf8))
        if problem.isEmpty {
            #expect(problems == [])
        } else {
            #expect(problems.contains { $0.contains(problem) }, "\(problems)")
        }
    }

    @Test func schemasNameEveryField() throws {
        let spark = SchemaFormat.sparkDDL.text
        #expect(
            spark.hasPrefix(
                "`schema` STRING, `id` STRING, `status` STRING, `text` STRING, `offset_unit` STRING, `context` STRUCT<"
            )
        )
        #expect(spark.contains("`sentences` ARRAY<STRUCT<`start`: BIGINT, `end`: BIGINT>>"))
        #expect(spark.hasSuffix("`meta` STRING"))
        let duckDB = SchemaFormat.duckDB.text
        #expect(duckDB.hasPrefix("{'schema': 'VARCHAR', 'id': 'VARCHAR', "))
        #expect(duckDB.contains(#"'sentences': 'STRUCT("start" BIGINT, "end" BIGINT)[]'"#))
        #expect(duckDB.hasSuffix("'meta': 'JSON'}"))
        let json = try JSONValue(parsing: SchemaFormat.jsonSchema.text)
        #expect(json["required"]?.array?.count == RecordSchema.fields.count)
        let arrow = try JSONValue(parsing: SchemaFormat.arrow.text)
        #expect(arrow["fields"]?.array?.count == RecordSchema.fields.count - 1)
    }

    @Test func whatStandsInANullableStructureOfArrowIsNullable() throws {
        let arrow = try JSONValue(parsing: SchemaFormat.arrow.text)
        let error = try #require(arrow["fields"]?.array?.first { $0["name"]?.string == "error" })
        #expect(error["nullable"]?.bool == true)
        let children = try #require(error["children"]?.array)
        #expect(!children.isEmpty)
        #expect(children.allSatisfy { $0["nullable"]?.bool == true })
        let context = try #require(arrow["fields"]?.array?.first { $0["name"]?.string == "context" })
        #expect(context["nullable"]?.bool == false)
    }
}
