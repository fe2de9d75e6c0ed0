import Postil

extension Command {
    static let dropped = Command(
        name: "dropped",
        arguments: "LAYER [FROM:TO]",
        summary: "list candidates that did not become annotations",
        details: """
            Asks .whynot at each token, or at those of a stretch, and keeps the answers that name a candidate:
            something that weighed for or against it, or another stretch of text. At tokens that an annotation covers
            nothing is asked, unless the layer covers nearly all of the text, as sentences do.

            EXAMPLE
              .dropped sentences
            """,
        topic: .asking,
        arity: 1...2,
        completions: [.layer, .words([])]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        let name = try session.layerName(arguments.words[0])
        var part = context.document.text.span
        if let word = arguments[1] {
            guard case .span(let start, let end) = Reference(word) else { throw .wrongArguments }
            part = try session.span(from: start, to: end)
        }
        let dropped = try DroppedCandidates(
            of: name,
            in: part,
            document: context.document,
            pipeline: session.state.pipeline
        )
        for answer in dropped.answers {
            if let span = answer.span {
                let words = DisplayText.cut(DisplayText.oneLine(context.document.text[span]), to: 48)
                session.console.line(context.style.paint("\(context.place(span)) '\(words)'", .bold))
            }
            let tree = ExplanationTree(explanation: answer, offsets: context.offsets, style: context.style)
            for line in tree.lines {
                guard session.console.line(line) else { return }
            }
        }
        if dropped.answers.isEmpty { session.console.line("no candidate was dropped") }
    }
}
