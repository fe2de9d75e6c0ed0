import CReadline
import Glibc
import Postil

/// The interactive session: reads lines, annotates texts, carries out commands.
public struct REPL {
    /// How it is started.
    public struct Options: Sendable {
        /// Lines to carry out, as they were typed.
        public var commands: [String] = []

        /// Scripts to carry out after them.
        public var scripts: [String] = []

        /// Whether the session goes on interactively after them.
        public var stays = false

        /// Whether the first error ends a script.
        public var bails = false

        /// Whether the user's own start-up script is read.
        public var readsStartUpScript = true

        /// Whether output is to be the same everywhere: 80 columns, no colour, no pager.
        public var isReproducible = false

        /// Whether colours may be used.
        public var allowsColors = true

        /// The usual session.
        public init() {}
    }

    private let configuration: REPLConfiguration
    private let options: Options

    /// Prepares a session.
    public init(configuration: REPLConfiguration, options: Options = Options()) {
        self.configuration = configuration
        self.options = options
    }

    /// Runs the session on the process's own input and output.
    ///
    /// - Returns: The exit code: what `.exit` said, else 0; or, where no person sits before it, 1 if a command
    ///   failed, 2 if one was not understood, 3 if the first error ended a script.
    /// - Throws: ``PipelineError`` where the annotators do not fit together, ``CommandError`` where the commands of
    ///   layers do not.
    public func run() throws -> Int32 {
        let hasScript = !options.commands.isEmpty || !options.scripts.isEmpty
        let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && (!hasScript || options.stays)
        let console = try makeConsole(isInteractive: isInteractive)
        defer { console.close() }
        var session = try Session(configuration: configuration, console: console)
        session.state.settings.bail = options.bails
        if isInteractive { creadline_watch_signals() }
        var runner = SessionRunner(session: session, isInteractive: isInteractive)
        if options.readsStartUpScript { runner.runStartUpScript() }
        runner.run(lines: options.commands, named: "-c")
        for script in options.scripts { runner.run(script: script) }
        if !hasScript || options.stays { runner.runInput() }
        runner.finish()
        return runner.exitCode
    }

    private func makeConsole(isInteractive: Bool) throws -> Console {
        guard let output = FileStream(descriptor: STDOUT_FILENO), let errors = FileStream(descriptor: STDERR_FILENO)
        else { throw CommandError.failed("standard output cannot be opened") }
        let style =
            options.isReproducible
            ? Style() : Terminal.style(isTerminal: isatty(STDOUT_FILENO) == 1, allowsColors: options.allowsColors)
        return Console(
            style: style,
            isTerminal: isInteractive,
            canPage: !Terminal.isDumb,
            standard: output,
            errors: errors
        )
    }
}

/// What the environment says of the terminal.
enum Terminal {
    /// Whether the terminal can do no more than a typewriter, or nobody says what it can.
    static var isDumb: Bool { UserFolder.variable("TERM").map { $0 == "dumb" } ?? true }

    /// The style of standard output.
    ///
    /// Colours are left out where `NO_COLOR` has a value, on a dumb terminal, and where no terminal is, unless
    /// `CLICOLOR_FORCE` asks for them. Frames are drawn in ASCII where the locale is not UTF-8.
    static func style(isTerminal: Bool, allowsColors: Bool) -> Style {
        let isForced = UserFolder.variable("CLICOLOR_FORCE").map { $0 != "0" } ?? false
        let hasColors = UserFolder.variable("NO_COLOR") == nil && (isForced || isTerminal && !isDumb)
        let locale =
            UserFolder.variable("LC_ALL") ?? UserFolder.variable("LC_CTYPE") ?? UserFolder.variable("LANG") ?? ""
        let isUnicode = !isTerminal || locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
        return Style(
            hasColors: allowsColors && hasColors,
            hasBoxCharacters: isUnicode,
            width: UserFolder.variable("COLUMNS").flatMap { Int($0) } ?? 80
        )
    }
}
