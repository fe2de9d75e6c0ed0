import PostilCore
import PostilDates
import PostilEvaluation
import PostilTestSupport
import PostilText
import Testing

@Suite("Dates by example")
struct DateExampleTests {
    static let examples = PackageFiles.texts(matching: "corpora/dates/*.examples")
        .flatMap { DateExample.examples(in: $0.text, name: $0.name) }

    @Test("the corpus has its nine hundred expressions, and texts without one")
    func isLarge() {
        #expect(DateExampleTests.examples.filter { $0.span != nil }.count >= 900)
        #expect(DateExampleTests.examples.filter { $0.span == nil }.count >= 60)
    }

    @Test("every example has its extent and value", arguments: examples)
    func reads(_ example: DateExample) throws {
        let dates = try Dates.found(
            in: example.text,
            anchor: example.anchor,
            options: DateOptions(
                style: example.style.flatMap(DateStyle.init(rawValue:)),
                order: example.order.flatMap(DateOrder.init(rawValue:)) ?? .monthDayYear
            )
        )
        guard let span = example.span else {
            #expect(dates.isEmpty, "found \(dates.map { "\($0.span) \($0.value.value ?? "-")" })")
            return
        }
        let found = dates.first { $0.span == span }
        let others = dates.map { "\($0.span) \($0.value.value ?? $0.value.expression ?? "-")" }
        let value = try #require(found?.value, "nothing at \(span); found \(others)")
        #expect(value.value ?? value.expression ?? "-" == example.value)
    }
}

/// Runs the annotator on texts.
enum Dates {
    static func found(
        in text: String,
        anchor: String? = nil,
        options: DateOptions = DateOptions()
    ) throws -> [Annotation<DateValue>] {
        let document = try annotated(text, anchor: anchor, options: options)
        return Array(document[.dates] ?? Layer())
    }

    static func annotated(_ text: String, anchor: String? = nil, options: DateOptions = DateOptions()) throws
        -> Document
    {
        let pipeline = try Pipeline(name: "dates", steps: [Segmenter(), DateAnnotator(options: options)])
        let context = DocumentContext(referenceDate: anchor, referenceDateSource: anchor.map { _ in "option" })
        return pipeline.annotate(Document(text: Text(text), context: context))
    }
}
