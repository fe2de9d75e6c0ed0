import ArgumentParser
import Postil
import PostilREPL
import PostilSentiment

/// Opens the interactive session.
struct ReplCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl",
        abstract: "Annotate, look and ask, line by line.",
        discussion: """
            Type a text to see its annotations; .help lists the commands. Without a terminal, lines come from standard
            input, with neither prompt nor colour. Exit codes: 0 all went well, 1 a command failed, 2 one was not
            understood, 3 an error ended a script (--bail); or what .exit says.

            EXAMPLES
              postil repl
              postil repl -c ".load report.txt" -c ".spans sentences"
              postil repl --batch session.postil --bail
              postil repl --plugin Plugins/Readability
            """
    )

    @OptionGroup(title: "Plugins")
    var plugins: PluginArguments

    @Option(name: .customShort("c"), help: "A line to carry out; may be given more than once.")
    var command: [String] = []

    @Option(name: .customShort("f"), help: "A script to carry out; may be given more than once.")
    var file: [String] = []

    @Option(help: "A script whose output is to be the same everywhere: as -f, 80 columns, no colour, --norc.")
    var batch: [String] = []

    @Flag(name: .customShort("i"), help: "Go on interactively after -c and -f.")
    var interactive = false

    @Flag(help: "End a script with its first error.")
    var bail = false

    @Flag(name: .customLong("norc"), help: "Do not read ~/.config/postil/replrc.")
    var noStartUpScript = false

    @Flag(name: .customLong("no-color"), help: "Use no colours.")
    var noColor = false

    @OptionGroup(title: "Sentiment")
    var sentiment: SentimentArguments

    func run() throws {
        var options = REPL.Options()
        options.commands = command
        options.scripts = file + batch
        options.stays = interactive
        options.bails = bail
        options.readsStartUpScript = !noStartUpScript && batch.isEmpty
        options.isReproducible = !batch.isEmpty
        options.allowsColors = !noColor
        let usesTrusted = !options.isReproducible && plugins.pipeline == nil
        var setUp = PipelineSetup.Options()
        setUp.sentiment = sentiment.lexicon
        setUp.haveBeenGiven = sentiment.sentimentLexicon != nil
        let setup = try PipelineSetup(plugins, options: setUp, usesAllTrusted: usesTrusted)
        defer { setup.finish() }
        try ReplCommand.run(options, configuration: try setup.configuration())
    }

    /// Runs a session and ends the program with its exit code where that is not 0.
    static func run(_ options: REPL.Options, configuration: REPLConfiguration) throws {
        let status = try REPL(configuration: configuration, options: options).run()
        if status != 0 { throw CommandFailure(ExitStatus(rawValue: status)) }
    }
}
