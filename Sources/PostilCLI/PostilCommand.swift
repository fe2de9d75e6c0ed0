import ArgumentParser
import Glibc
import Postil
import PostilREPL

/// The program.
struct PostilCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postil",
        abstract: "Annotate English text, and say why.",
        discussion: """
            EXAMPLES
              postil annotate letters/ -o letters.jsonl
              zcat corpus.jsonl.gz | postil annotate - --anchor-key published > annotated.jsonl
              echo "Dr. Okoye didn't stop." | postil --layers sentences,tokens
            """,
        version: PostilVersion.text,
        subcommands: [
            AnnotateCommand.self, ReplCommand.self, WhyCommand.self, TestCommand.self, VerifyCommand.self,
            SchemaCommand.self,
            InfoCommand.self,
            PluginCommand.self, EvaluateCommand.self, DiffCommand.self, ReportCommand.self, TrainCommand.self,
            LexiconCommand.self,
            ConvertCommand.self,
        ],
        defaultSubcommand: AnnotateCommand.self
    )
}

@main
enum Main {
    static func main() {
        StandardStreams.reserve()
        do {
            if CommandLine.argc == 1, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
                let setup = try PipelineSetup(
                    try PluginArguments.parse([]),
                    options: PipelineSetup.Options(),
                    usesAllTrusted: true
                )
                defer { setup.finish() }
                try ReplCommand.run(REPL.Options(), configuration: try setup.configuration())
                return
            }
            var command = try PostilCommand.parseAsRoot()
            try command.run()
            guard StandardStreams.flushOutput() else {
                let reason = String(cString: strerror(errno))
                throw CommandFailure(.outputFailed, "standard output: cannot write: \(reason)")
            }
        } catch let failure as CommandFailure {
            if let message = failure.message { StandardError.write("postil: \(message)\n") }
            exit(failure.status.rawValue)
        } catch {
            let text = PostilCommand.fullMessage(for: error)
            guard PostilCommand.exitCode(for: error) != .success else {
                print(text)
                exit(StandardStreams.flushOutput() ? ExitStatus.ok.rawValue : ExitStatus.outputFailed.rawValue)
            }
            StandardError.write(text + "\n")
            exit(ExitStatus.usage.rawValue)
        }
    }
}
