import Postil

extension Command {
    static let test = Command(
        name: "test",
        arguments: "[FILE]",
        summary: "run the cases of an examples file with this pipeline",
        details: """
            Without FILE, those of the file that .set examples=FILE names.

            EXAMPLE
              .test dates.jsonl
            """,
        topic: .teaching,
        arity: 0...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        let path = UserFolder.expanded(arguments[0] ?? session.state.settings.examples)
        let report: ExampleTest.Report
        do throws(StreamError) {
            report = try ExampleTest(pipeline: session.state.pipeline).run(path: path)
        } catch {
            throw .failed(error)
        }
        for failure in report.failures { session.console.line(failure) }
        guard report.failures.isEmpty else { throw .failed(report.summary) }
        session.console.line(report.summary)
    }
}
