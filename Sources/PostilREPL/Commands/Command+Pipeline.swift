import Postil

extension Command {
    static let pipeline = Command(
        name: "pipeline",
        arguments: "",
        summary: "show the annotators in order, with their times",
        details: """
            Then those that could be added.

            EXAMPLE
              .pipeline
            """,
        topic: .changing,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        let state = session.state
        let style = session.console.style
        session.console.line(state.pipeline.label)
        var table = TextTable(header: ["annotator", "version", "needs", "makes", "time"])
        for step in state.pipeline.steps {
            let time = state.run.flatMap { run in run.times.first { $0.annotator == step.name }?.time }
            table.add([
                step.name.rawValue, step.version, Session.names(step.requires), Session.names(step.provides),
                time.map(Timing.milliseconds) ?? "-",
            ])
        }
        for line in table.lines(width: style.width, style: style) { session.console.line(line) }
        let idle = try session.offered().map(\.name)
            .filter { name in !state.pipeline.steps.contains { $0.name == name } }
        if !idle.isEmpty {
            session.console.line("not in use: " + idle.map(\.rawValue).joined(separator: ", "))
        }
    }
}
