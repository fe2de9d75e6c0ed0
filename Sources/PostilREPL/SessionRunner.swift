import CReadline
import Glibc
import Postil

/// Feeds a session with lines: those of scripts, and those of the standard input.
struct SessionRunner {
    private var session: Session
    private let isInteractive: Bool
    /// Whether the first error has ended a script.
    private var hasBailed = false

    init(session: Session, isInteractive: Bool) {
        self.session = session
        self.isInteractive = isInteractive
    }

    /// The code with which the program is to end.
    var exitCode: Int32 {
        if let code = session.exitCode { return code }
        if hasBailed { return 3 }
        return isInteractive ? 0 : session.worstError?.rawValue ?? 0
    }

    private var isOver: Bool { session.exitCode != nil || hasBailed }

    /// Carries out the user's start-up script, if there is one.
    mutating func runStartUpScript() {
        guard let path = UserFolder.path("XDG_CONFIG_HOME", orInHome: ".config").map({ $0 + "/postil/replrc" }),
            access(path, R_OK) == 0
        else { return }
        if !session.runScript(path) { hasBailed = true }
    }

    /// Carries out lines that were named on the command line.
    mutating func run(lines: [String], named name: String) {
        guard !lines.isEmpty else { return }
        run(FixedInput(lines), named: name)
    }

    /// Carries out a script.
    mutating func run(script path: String) {
        guard !isOver else { return }
        if !session.runScript(path, isMain: true) { hasBailed = true }
    }

    /// Carries out the lines of the standard input.
    mutating func runInput() {
        guard !isOver else { return }
        guard isInteractive else {
            run(StreamInput(ByteSource.standardInput()), named: "stdin")
            return
        }
        session.console.line("postil \(PostilVersion.text): type a text to annotate it, .help for commands")
        if let path = History.standardPath { session.history.open(path) }
        guard let readline = ReadlineInput() else {
            session.console.line("Lines cannot be edited: install libreadline8 (Debian, Ubuntu) or readline.")
            session.console.endCommand()
            let prompts = FileStream(descriptor: STDOUT_FILENO)
            let source = ByteSource.standardInput(wakeUp: UserFile.interruption)
            converse(StreamInput(source, prompts: prompts), readline: nil)
            return
        }
        session.console.endCommand()
        for entry in session.history.entries { readline.remember(entry) }
        converse(readline, readline: readline)
    }

    /// Ends the session.
    mutating func finish() {
        session.stopLog()
        session.shutDownPlugins()
    }

    private mutating func run(_ input: any LineInput, named name: String) {
        guard !isOver else { return }
        if !session.run(input, named: name, isMain: true) { hasBailed = true }
    }

    /// Reads what a person types.
    private mutating func converse(_ input: any LineInput, readline: ReadlineInput?) {
        var assembler = InputAssembler()
        while session.exitCode == nil {
            let current = session
            readline?.completer = { line, start, end in
                Completer(session: current).candidates(line: line, start: start, end: end)
            }
            let outcome = input.next(prompt: assembler.isOpen ? "   ...> " : "postil> ")
            if case .repaired = outcome { session.report(.notUTF8) }
            switch outcome {
            case .interrupted:
                assembler.reset()
                // Nothing is printed while an interrupt waits.
                _ = creadline_take_interrupt()
                if readline == nil { session.console.line() }
                session.console.endCommand()
            case .end:
                if let rest = assembler.end() { carryOut(rest, readline) }
                session.console.line()
                session.console.endCommand()
                return
            case .line(let line), .repaired(let line):
                for assembled in SessionRunner.assembled(line, &assembler) where session.exitCode == nil {
                    carryOut(assembled, readline)
                }
            }
        }
    }

    /// What was typed, or pasted: several lines at once that begin with a command are a script, others are one
    /// text.
    private static func assembled(_ typed: String, _ assembler: inout InputAssembler) -> [InputAssembler.Assembled] {
        let isText = !assembler.isOpen && typed.first != "." && !typed.hasPrefix("\"\"\"")
        if typed.contains("\n"), isText { return [InputAssembler.pasted(typed)] }
        return typed.split(separator: "\n", omittingEmptySubsequences: false).compactMap { assembler.add(String($0)) }
    }

    private mutating func carryOut(_ assembled: InputAssembler.Assembled, _ readline: ReadlineInput?) {
        if session.history.add(assembled.source) { readline?.remember(assembled.source) }
        if let failure = session.history.takeFailure() {
            session.console.error("warning: the history is not kept: \(failure)")
        }
        _ = session.carryOut(assembled)
        // An interrupt that came too late to stop anything must not stop what comes next.
        _ = creadline_take_interrupt()
        session.isInterrupted = false
    }
}
