import Postil

extension Command {
    static let diff = Command(
        name: "diff",
        arguments: "[NAME]",
        summary: "show what differs from a pinned or earlier run",
        details: """
            A minus sign stands before what was there, a plus sign before what is new. Both runs must be of the same text.

            EXAMPLE
              .diff before
            """,
        topic: .changing,
        arity: 0...1,
        completions: [.pin]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        let earlier: AnnotationRun
        if let name = arguments[0] {
            guard let pinned = session.pins[name] else {
                throw .failed("nothing is pinned as '\(name)': .pin \(name) does that")
            }
            earlier = pinned
        } else {
            guard let previous = session.state.previousRun else { throw .failed("there is one run only") }
            earlier = previous
        }
        guard earlier.document.text == context.document.text else {
            throw .failed("the two runs are of different texts; .pin NAME keeps a run for later")
        }
        let difference = RunDifference(from: earlier.document, to: context.document)
        if earlier.pipelineLabel != context.run.pipelineLabel {
            session.console.line("\(earlier.pipelineLabel) -> \(context.run.pipelineLabel)")
        }
        for change in difference.changes {
            let words = DisplayText.cut(DisplayText.oneLine(context.document.text[change.span]), to: 40)
            let place = "\(context.place(change.span)) \(change.layer) '\(words)'"
            for (sign, text, color) in [("-", change.before, Color.red), ("+", change.after, Color.green)] {
                guard let text else { continue }
                let line = "\(sign) \(place)" + (text.isEmpty ? "" : " \(text)")
                guard session.console.line(context.style.paint(line, color)) else { return }
            }
        }
        let gone = difference.changes.filter { $0.before != nil }.count
        let new = difference.changes.filter { $0.after != nil }.count
        session.console.line("\(gone) gone, \(new) new, \(difference.alike) alike")
    }
}
