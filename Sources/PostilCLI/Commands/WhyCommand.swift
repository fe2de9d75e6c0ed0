import ArgumentParser
import Postil

/// Says why an annotation is there, or why none is.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say why the text is annotated as it is at a place.",
        discussion: """
            START and END count code points, as the offsets of records do.

            EXAMPLE
              postil why "She met Dr. Wu. He left." 8 11 --layer tokens
            """
    )

    @Argument(help: "The text.")
    var text: String

    @Argument(help: "Where the place starts.")
    var start: Int

    @Argument(help: "Where it ends.")
    var end: Int

    @Option(help: "The layer.")
    var layer = "sentences"

    func run() throws {
        let pipeline = try Pipeline.standard()
        let document = pipeline.annotate(Document(text: Text(text)))
        let map = OffsetMap(text: document.text, unit: .codepoint)
        guard let first = UInt32(exactly: start).flatMap(map.byteOffset), first <= document.text.count,
            let last = UInt32(exactly: end).flatMap(map.byteOffset), first <= last
        else {
            throw ValidationError(
                "\(start) to \(end) is no place in the text, which ends at \(text.unicodeScalars.count)."
            )
        }
        let span = Span(start: first, end: last)
        let name = LayerName(rawValue: layer)
        guard let found = document.layer(name) else { throw ValidationError("There is no layer '\(layer)'.") }
        let position = found.spans.firstIndex(of: span)
        let question = position.map { Question.why(name, position: $0, span: span) } ?? .whyNot(name, span: span)
        guard let answer = try pipeline.explain(question, in: document) else {
            throw ValidationError("No annotator makes the layer '\(layer)'.")
        }
        print(position == nil ? "No annotation of '\(layer)' is exactly there." : "'\(document.text[span])':")
        print(answer)
    }
}
