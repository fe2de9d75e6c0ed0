import PostilCore
import PostilDates
import PostilEvaluation
import PostilNumbers
import PostilTestSupport
import PostilText
import Testing

@Suite("Numbers")
struct NumberAnnotatorTests {
    static let examples = PackageFiles.texts(matching: "corpora/numbers/*.examples")
        .flatMap { NumberExample.examples(in: $0.text) }

    @Test("there are more than six hundred examples")
    func count() {
        #expect(NumberAnnotatorTests.examples.count > 600)
    }

    @Test("each example has its number with extent and value", arguments: examples)
    func example(_ example: NumberExample) throws {
        let numbers = try NumberAnnotatorTests.numbers(in: example.text)
        let text = Text(example.text)
        let listed = numbers.map {
            "'\(text[$0.span])' \($0.value.kind.rawValue) \($0.value.features.map { "\($0.key)=\($0.value)" })"
        }
        guard let extent = example.extent else {
            #expect(numbers.isEmpty, "found \(listed)")
            return
        }
        let number = try #require(numbers.first { text[$0.span] == extent }, "found \(listed)")
        #expect(number.value.kind.rawValue == example.properties["kind"])
        var features: [String: String] = [:]
        for feature in number.value.features { features[feature.key] = feature.value }
        for (key, value) in example.properties where key != "kind" {
            #expect(features[key == "base" ? "base_value" : key] == value, "\(key) of \(listed)")
        }
        if example.properties["value"] == nil { #expect(number.value.value == nil, "\(listed)") }
    }

    @Test(
        "examples keep extent and value inside a sentence",
        arguments: examples.filter { $0.extent == $0.text }
    )
    func exampleInSentence(_ example: NumberExample) throws {
        let sentence = "Then they wrote down " + example.text + "."
        let numbers = try NumberAnnotatorTests.numbers(in: sentence)
        let text = Text(sentence)
        let found = numbers.map { text[$0.span] }
        #expect(found == [example.text])
        #expect(numbers.first?.value.value?.description == example.properties["value"])
    }

    @Test("a sign of several currencies takes the one that the document names")
    func currencyOfDocument() throws {
        let plain = try NumberAnnotatorTests.numbers(in: "It cost $5.")
        #expect(plain.first?.value.currency == "USD")
        let named = try NumberAnnotatorTests.numbers(in: "In Australian dollars: A$9 for tea, $5 for milk.")
        #expect(named.map(\.value.currency) == ["AUD", "AUD"])
    }

    @Test("marks of currencies that are added are read like the known ones")
    func addedCurrencies() throws {
        let marks = try ["GC=XGC", "guinea=XGN"].map { try #require(CurrencyMark($0)) }
        let options = NumberOptions(currencies: marks)
        let text = "It cost GC10 million, GC 3.50 or 5 GC; three guineas more, and $2."
        let numbers = try NumberAnnotatorTests.numbers(in: text, options: options)
        #expect(numbers.map(\.value.currency) == ["XGC", "XGC", "XGC", "XGN", "USD"])
        #expect(numbers.map { $0.value.value?.description } == ["10000000", "3.5", "5", "3", "2"])
        #expect(try NumberAnnotatorTests.numbers(in: "It cost GC 5.").first?.value.currency == nil)
        #expect(CurrencyMark("RM") == nil)
        #expect(CurrencyMark("=MYR") == nil)
        #expect(NumberAnnotator(options: options).configuration != NumberAnnotator().configuration)
    }

    @Test("an explanation shows of what parts a number was put together")
    func tree() throws {
        let text = "at least seven hundred and seventeen km"
        let pipeline = try Pipeline(name: "numbers", steps: [Segmenter(), DateAnnotator(), NumberAnnotator()])
        let document = pipeline.annotate(Document(text: Text(text)))
        let question = Question.why(LayerKey.numbers.name, position: 0, span: document.text.span)
        let answer = try #require(try pipeline.explain(question, in: document))
        let shown = answer.description
        for part in ["'at least': approximator", "'hundred': times 100", "'seventeen': 17", "unit km"] {
            #expect(shown.contains(part), "\(shown)")
        }
    }

    static func numbers(
        in text: String,
        options: NumberOptions = NumberOptions()
    ) throws -> [Annotation<NumberValue>] {
        let steps: [any Annotator] = [try Segmenter(), DateAnnotator(), NumberAnnotator(options: options)]
        let pipeline = try Pipeline(name: "numbers", steps: steps)
        let document = pipeline.annotate(Document(text: Text(text)))
        return try Array(#require(document[.numbers]))
    }
}
