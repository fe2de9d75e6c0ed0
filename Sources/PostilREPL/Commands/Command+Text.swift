import Postil

extension Command {
    static let text = Command(
        name: "text",
        arguments: "[FROM:TO]",
        summary: "show the text alone, with offsets",
        details: """
            Each row begins with the offset of its first character in the unit that .set unit has chosen.

            EXAMPLE
              .text 100:250
            """,
        topic: .looking,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        var span = context.document.text.span
        if let word = arguments[0] {
            guard case .span(let start, let end) = Reference(word) else { throw .wrongArguments }
            span = try session.span(from: start, to: end)
        }
        let style = context.style
        let gutter = max(String(context.offsets.offset(of: span.end)).count, 5)
        for line in DisplayLines(text: context.document.text, span: span, width: style.width - gutter - 3) {
            let offset = DisplayText.paddedLeft(String(context.offsets.offset(of: line.span.start)), to: gutter)
            let row = style.paint("\(offset) \(style.glyphs.gutter) ", .dim) + line.cells.map(\.text).joined()
            guard session.console.line(DisplayText.trimmed(row)) else { return }
        }
    }
}
