import ArgumentParser
import Postil
import PostilREPL

/// Runs the examples that the interactive session has written.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Check examples: what must be found in a text, and what must not.",
        discussion: """
            .expect and .reject of the interactive session write the files: a JSON object a line, with the text, the
            layer, the place in code points, the type, the features, and whether it is expected. Exit code 1 if an
            example does not hold.

            EXAMPLE
              postil test examples.jsonl
            """
    )

    @Argument(help: "Files of examples.")
    var files: [String]

    @OptionGroup(title: "Plugins")
    var plugins: PluginArguments

    func run() throws {
        let setup = try PipelineSetup(plugins, options: PipelineSetup.Options())
        defer { setup.finish() }
        let test = ExampleTest(pipeline: try setup.pipeline())
        var total = ExampleTest.Report()
        for file in files {
            do throws(StreamError) {
                let report = try test.run(path: file)
                total.count += report.count
                total.failures += report.failures
            } catch {
                throw CommandFailure(.inputUnreadable, "\(error)")
            }
        }
        for failure in total.failures { print(failure) }
        guard total.failures.isEmpty else { throw CommandFailure(.documentsFailed, total.summary) }
        print(total.summary)
    }
}
