import Postil

extension Command {
    static let pin = Command(
        name: "pin",
        arguments: "[NAME]",
        summary: "keep the document as it is annotated now, for .diff",
        details: """
            Without NAME, lists what is kept.

            EXAMPLE
              .pin before
            """,
        topic: .changing,
        arity: 0...1,
        completions: [.pin]
    ) { session, arguments throws(CommandError) in
        guard let name = arguments[0] else {
            if session.pins.isEmpty { session.console.line("nothing is pinned") }
            for (name, pin) in session.pins.sorted(by: { $0.key < $1.key }) {
                let text = DisplayText.cut(DisplayText.oneLine(pin.run.document.text.string), to: 40)
                session.console.line("\(name)  \(pin.run.pipelineLabel)  '\(text)'")
            }
            return
        }
        _ = try session.document()
        guard let run = session.state.run else { return }
        session.pins[name] = Pin(run: run, pipeline: session.state.pipeline, anchor: session.state.settings.anchor)
        session.console.line("pinned as \(name)")
    }
}
