import Postil
import Testing

@testable import PostilREPL

@Suite("Table of commands")
struct CommandTableTests {
    private static func command(named name: String) throws -> Command {
        try CommandTable(views: [:]).command(named: name)
    }

    @Test("Names are unique, in lower case, and found by themselves")
    func names() throws {
        let names = CommandTable.builtIn.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(name.allSatisfy { $0.isLowercase && $0.isASCII })
            #expect(try Self.command(named: name).name == name)
            #expect(try Self.command(named: name.uppercased()).name == name)
        }
    }

    @Test("Every command says what it does, with an example that begins with its name")
    func help() {
        for command in CommandTable.builtIn {
            #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."), "\(command.name)")
            #expect("  \(DisplayText.padded(command.usage, to: 24)) \(command.summary)".count <= 80, "\(command.name)")
            #expect(command.details.contains("EXAMPLE\n  .\(command.name)"), "\(command.name)")
            #expect(command.arity.lowerBound == 0 || !command.arguments.isEmpty, "\(command.name)")
        }
    }

    @Test("An abbreviation is enough where it fits one command")
    func abbreviations() throws {
        for command in CommandTable.builtIn {
            for length in 1..<max(2, command.name.count) {
                let prefix = String(command.name.prefix(length))
                let fitting = CommandTable.builtIn.filter { $0.name.hasPrefix(prefix) }
                if fitting.count == 1 || fitting.contains(where: { $0.name == prefix }) {
                    #expect(try Self.command(named: prefix).name.hasPrefix(prefix))
                } else {
                    #expect(throws: CommandError.self) { try Self.command(named: prefix) }
                }
            }
        }
    }

    @Test(
        "A mistyped name is guessed",
        arguments: [
            ("spanz", "there is no command .spanz: did you mean .spans?"),
            ("piepline", "there is no command .piepline: did you mean .pipeline?"),
            ("wy", "there is no command .wy: did you mean .why?"),
            ("xyzzy", "there is no command .xyzzy; .help lists them"),
            ("re", ".re may be .reload, .redo, .reject, .rerun or .read: write more of it"),
        ]
    )
    func guesses(name: String, message: String) {
        #expect(throws: CommandError.usage(message)) { try Self.command(named: name) }
    }

    @Test(
        "A layer's command needs a name that lines can call and no other command has",
        arguments: [
            ("why", "layer 'org.example.pairs' brings a command '.why', which is there already"),
            ("", "layer 'org.example.pairs' brings a command '.': use lower-case letters"),
            ("Big", "layer 'org.example.pairs' brings a command '.Big': use lower-case letters"),
            ("two words", "layer 'org.example.pairs' brings a command '.two words': use lower-case letters"),
        ]
    )
    func layerCommandNames(name: String, message: String) {
        var view = PairView()
        view.commands = [LayerCommand(name: name, summary: "do nothing", rows: { _ in [] })]
        #expect(throws: CommandError.failed(message)) { try CommandTable(views: ["org.example.pairs": view]) }
    }

    @Test("Settings have unique names and come back from their own text")
    func settings() {
        #expect(Set(Setting.all.map(\.name)).count == Setting.all.count)
        for setting in Setting.all {
            var settings = Settings()
            let text = setting.text(settings)
            #expect(setting.set(&settings, text), "\(setting.name)")
            #expect(setting.text(settings) == text)
            #expect(!setting.set(&settings, ""), "\(setting.name)")
            for candidate in setting.candidates { #expect(setting.set(&settings, candidate), "\(setting.name)") }
        }
    }
}

@Suite("Hostile input")
struct CommandFuzzTests {
    @Test("No line stops a session", arguments: 0..<40)
    func survives(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let session = try TestSession()
        let safe = CommandTable.builtIn.map(\.name).filter { name in
            // These leave the session: they wait, write files or start programs.
            ![
                "watch", "html", "output", "once", "log", "expect", "reject", "exit", "dict", "read", "set", "edit",
                "save", "plugin",
            ].contains(
                name
            )
        }
        let pieces =
            safe.map { ".\($0)" }
            + [
                " ", " ", " ", "1", "-1", "0", "99999999999999999999", "@3", "0:4", "4:0", "3:999999999", "tokens",
                "tokens:1", "sentences", "tokens:word", "\"", "'", "\\", ":", "=", "*", "é", "東京", "\u{0}",
                "\u{1B}[31m", "🇳🇴",
                "text", "all", "on", "off", "only", "table", "inline", "conll", "brat", "csv", "html", "json", "stack",
            ]
        _ = session.lines(["He met Dr. Wu. 東京 is far, é. 👩‍👩‍👧 left."])
        for _ in 0..<60 {
            let count = Int.random(in: 1...6, using: &generator)
            let line = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            // A repeated measurement is no crash, only slow.
            if line.hasPrefix(".bench") || line.contains(".rer") { continue }
            let output = session.lines([line])
            // Other programs' formats have the text as it is.
            if [.csv, .html, .brat].contains(session.current.state.settings.mode) { continue }
            #expect(!output.contains("\u{1B}"), "\(line.debugDescription) lets an escape through")
        }
        let end = session.lines([".use all", ".mode stack", ".layers only sentences", "It still works."])
        #expect(end.contains("╰1────────────╯"))
    }
}

/// A session that prints into memory.
final class TestSession {
    private var session: Session
    private let stream = MemoryStream()
    private var shown = 0

    init(_ configuration: REPLConfiguration? = nil, style: Style = Style()) throws {
        let console = Console(style: style, isTerminal: false, standard: stream, errors: stream)
        session = try Session(configuration: try configuration ?? .standard(), console: console)
    }

    var current: Session { session }

    /// What the lines print.
    func lines(_ lines: [String]) -> String {
        let before = stream.text.utf8.count
        _ = session.run(FixedInput(lines), named: "test", isMain: true)
        return String(decoding: Array(stream.text.utf8)[before...], as: UTF8.self)
    }
}
