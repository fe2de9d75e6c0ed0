import PostilCore
import PostilLearning
import PostilPlugins
import Testing

@testable import PostilText

@Suite("Tags and lemmas")
struct TaggerTests {
    private static func pipeline() throws -> Pipeline {
        try Pipeline(name: "tags", steps: [Segmenter(), Tagger(), Lemmatizer()])
    }

    @Test("plain sentences get the tags and lemmas that a treebank would give them", arguments: TagExample.all)
    func tagsPlainSentences(_ example: TagExample) throws {
        let document = try TaggerTests.pipeline().annotate(Document(text: Text(example.text)))
        let tags = try #require(document[.tags])
        let lemmas = try #require(document[.lemmas])
        #expect(tags.map { document.text[$0.span] } == example.tokens.map(\.form))
        #expect(tags.map { "\($0.value.penn.name)/\($0.value.universal.name)" } == example.tokens.map(\.tag))
        #expect(lemmas.map(\.value.text) == example.tokens.map(\.lemma))
    }

    @Test("there is a tag and a lemma for each token, with its span")
    func goesWithTokens() throws {
        #expect(TagExample.all.count > 10)
        let text =
            TagExample.all.map(\.text).joined(separator: " ") + "\n\n" + String(repeating: "tick tock ", count: 900)
        let document = try TaggerTests.pipeline().annotate(Document(text: Text(text)))
        #expect(document[.tags]?.spans == document[.tokens]?.spans)
        #expect(document[.lemmas]?.spans == document[.tokens]?.spans)
        let empty = try TaggerTests.pipeline().annotate(Document(text: " \n "))
        #expect(empty[.tags]?.isEmpty == true)
        #expect(empty[.lemmas]?.isEmpty == true)
    }

    @Test("the tagger and the lemmatiser keep the rules of annotators")
    func conform() throws {
        let texts = TagExample.all.map { Text($0.text) }
        let tagger = checkAnnotator(try Tagger(), available: [try Segmenter()], on: texts)
        #expect(tagger.isConforming, "\(tagger)")
        let lemmatizer = checkAnnotator(try Lemmatizer(), available: [try Segmenter(), try Tagger()], on: texts)
        #expect(lemmatizer.isConforming, "\(lemmatizer)")
    }

    @Test("the reason for a tag names the tag, its probability and the next best")
    func explainsTags() throws {
        let pipeline = try TaggerTests.pipeline()
        let document = pipeline.annotate(Document(text: "He wants to open a bakery."))
        let layer = try #require(document[.tags])
        for (position, span) in layer.spans.enumerated() {
            let tag = layer.values[position]
            let question = Question.why(LayerKey.tags.name, position: position, span: span)
            let answer = try #require(try pipeline.explain(question, in: document))
            #expect(answer.summary.hasPrefix("'\(document.text[span])' is \(tag.penn.name)/\(tag.universal.name)"))
            #expect(answer.span == span)
            #expect(answer.summary.contains("one-tag") || !answer.reasons.isEmpty)
        }
        let question = Question.whyNot(LayerKey.tags.name, span: document.text.span)
        #expect(try pipeline.explain(question, in: document)?.reasons.count == layer.count)
    }

    @Test(
        "the reason for a lemma names its rule",
        arguments: [
            ("She went home.", 1, "exception"), ("Two ferries sank.", 1, "ending"),
            ("It cost 1,250 pounds.", 2, "separators"),
        ]
    )
    func explainsLemmas(_ text: String, _ position: Int, _ rule: String) throws {
        let pipeline = try TaggerTests.pipeline()
        let document = pipeline.annotate(Document(text: Text(text)))
        let layer = try #require(document[.lemmas])
        let question = Question.why(LayerKey.lemmas.name, position: position, span: layer.spans[position])
        #expect(try pipeline.explain(question, in: document)?.summary.contains(": \(rule):") == true)
        #expect(Lemmatizer.ruleName(layer, position) == rule)
    }

    @Test("lemmas of tags that belong to other tokens are refused")
    func refusesForeignTags() throws {
        var document = try Pipeline(name: "text", steps: [Segmenter()]).annotate(Document(text: "One two."))
        var tags = LayerBuilder<TokenTag>()
        tags.append(Span(0..<3), TokenTag(penn: .number, universal: .numeral))
        try document.provide(tags.build(), for: .tags, by: "other")
        #expect(throws: AnnotationError.self) { try Lemmatizer().annotated(document) }
    }

    @Test("a lexicon or a table with changed bytes is refused, or can be used without reading beyond its end")
    func refusesDamage() throws {
        let good = try TaggerTests.smallLexicon()
        let table = try TaggerTests.smallTable()
        #expect(throws: ModelError.self) { try TagLexicon(ModelFile(ModelBytes(copying: table))) }
        #expect(throws: ModelError.self) { try LemmaTable(ModelFile(ModelBytes(copying: good))) }
        for (bytes, isTable) in [(good, false), (table, true)] {
            for cut in [0, 30, bytes.count - 1] {
                #expect(throws: ModelError.self) { try TaggerTests.open(Array(bytes[..<cut]), isTable) }
            }
            for position in stride(from: 0, to: bytes.count, by: 7) {
                var changed = bytes
                changed[position] ^= 0x55
                try? TaggerTests.open(changed, isTable)
            }
        }
    }

    private static func open(_ bytes: [UInt8], _ isTable: Bool) throws {
        let file = try ModelFile(ModelBytes(copying: bytes))
        if isTable { _ = try Lemmatizer(table: file) } else { _ = try TagLexicon(file) }
    }

    private static let text: Text = "Dogs bark. A dog barked."
    private static let tokens = [
        Span(0..<4), Span(5..<9), Span(9..<10), Span(11..<12), Span(13..<16), Span(17..<23), Span(23..<24),
    ]
    private static let tags: [TokenTag?] = [
        TokenTag(penn: .pluralNoun, universal: .noun), TokenTag(penn: .presentVerb, universal: .verb),
        TokenTag(penn: .stop, universal: .punctuation), TokenTag(penn: .determiner, universal: .determiner),
        TokenTag(penn: .noun, universal: .noun), TokenTag(penn: .pastVerb, universal: .verb),
        TokenTag(penn: .stop, universal: .punctuation),
    ]
    private static let lemmas: [String?] = ["dog", "bark", ".", "a", "dog", "bark", "."]

    private static func smallLexicon() throws -> [UInt8] {
        var trainer = try TagLexiconTrainer()
        for _ in 0..<3 { trainer.add(text, tokens: tokens, tags: tags, isGold: false) }
        trainer.add(text, tokens: tokens, tags: tags, isGold: true)
        return try trainer.train(sources: "this test")
    }

    private static func smallTable() throws -> [UInt8] {
        var trainer = LemmaTrainer()
        trainer.add(text, tokens: tokens, tags: tags, lemmas: lemmas, isGold: true)
        return try trainer.train(sources: "this test")
    }

    @Test("a tagger and a table can be trained from a few lines, the same way each time")
    func trains() throws {
        let lexicon = try TaggerTests.smallLexicon()
        #expect(try TaggerTests.smallLexicon() == lexicon)
        #expect(try TaggerTests.smallTable() == TaggerTests.smallTable())
        let file = try ModelFile(ModelBytes(copying: lexicon))
        func model() throws -> [UInt8] {
            var trainer = try TaggerTrainer(lexicon: file)
            trainer.trainer.groupBits = 6
            trainer.trainer.minimumCount = 1
            for _ in 0..<10 { trainer.add(TaggerTests.text, tokens: TaggerTests.tokens, tags: TaggerTests.tags) }
            return try trainer.train(sources: "this test") { _, _ in }
        }
        let bytes = try model()
        #expect(try model() == bytes)
        let tagger = try Tagger(model: ModelFile(ModelBytes(copying: bytes)), lexicon: file)
        let lemmatizer = try Lemmatizer(table: ModelFile(ModelBytes(copying: TaggerTests.smallTable())))
        let document = try Pipeline(name: "small", steps: [Segmenter(), tagger, lemmatizer])
            .annotate(Document(text: TaggerTests.text))
        #expect(document[.tags]?.values.map(Optional.some) == TaggerTests.tags)
        #expect(document[.lemmas]?.values.map(\.text) == TaggerTests.lemmas.compactMap(\.self))
        let other = try ModelFile(
            ModelBytes(
                copying: ModelFile.encode(
                    facts: file.facts + [("x", "y")],
                    scale: 1,
                    bias: 0,
                    weights: file.weights.map { Int8(bitPattern: $0) }
                )
            )
        )
        #expect(throws: ModelError.self) { try Tagger(model: ModelFile(ModelBytes(copying: bytes)), lexicon: other) }
    }
}

extension Lemmatizer {
    /// The name of the rule of a lemma.
    fileprivate static func ruleName(_ layer: Layer<Lemma>, _ position: Int) -> String? {
        LemmaRule.table[layer.rule(at: position)]?.name
    }
}
