import PostilCore

/// The commands of a session: those that are always there, and those that its layers bring.
struct CommandTable {
    /// All commands, in the order in which help lists them.
    let commands: [Command]

    /// Those that every session has.
    static let builtIn: [Command] = [
        .load, .corpus, .next, .prev, .goto, .find, .sample, .freq, .watch, .edit,
        .show, .layers, .spans, .at, .tokens, .expand, .text, .view, .timeline, .json, .mode, .html,
        .why, .whynot, .dropped, .latent,
        .pipeline, .plugins, .plugin, .use, .add, .drop, .set, .get, .reload, .dict, .undo, .redo, .pin, .diff, .time,
        .bench,
        .expect, .reject, .test,
        .history, .rerun, .read, .save, .output, .once, .log, .apropos, .help, .exit,
    ]

    /// The commands of a session whose layers have the views `views`.
    ///
    /// - Throws: ``CommandError`` where a layer's command has a name that is taken, or that no line could call.
    init(views: [LayerName: any LayerView]) throws(CommandError) {
        var commands = CommandTable.builtIn
        for (layer, view) in views.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for command in view.commands {
                guard !command.name.isEmpty, command.name.allSatisfy({ $0.isASCII && $0.isLowercase }) else {
                    throw .failed("layer '\(layer)' brings a command '.\(command.name)': use lower-case letters")
                }
                guard !commands.contains(where: { $0.name == command.name }) else {
                    throw .failed("layer '\(layer)' brings a command '.\(command.name)', which is there already")
                }
                commands.append(Command(command, of: layer))
            }
        }
        self.commands = commands
    }

    /// The command called `name`, or the only one whose name begins so.
    ///
    /// - Throws: ``CommandError`` that names those which it may have meant.
    func command(named name: String) throws(CommandError) -> Command {
        let name = name.lowercased()
        if let exact = commands.first(where: { $0.name == name }) { return exact }
        let fitting = commands.filter { $0.name.hasPrefix(name) }
        if let only = fitting.first, fitting.count == 1 { return only }
        guard fitting.isEmpty else {
            throw .usage(".\(name) may be \(CommandTable.list(fitting.map { ".\($0.name)" })): write more of it")
        }
        let near = Spelling.nearest(to: name, among: commands.map(\.name))
        throw .usage("there is no command .\(name)" + (near.map { ": did you mean .\($0)?" } ?? "; .help lists them"))
    }

    /// `words` as a sentence lists them.
    static func list(_ words: [String], joinedBy conjunction: String = "or") -> String {
        words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " \(conjunction) " + (words.last ?? "")
    }
}

extension Command {
    /// The command that a layer brings, as a row of the table.
    init(_ command: LayerCommand, of layer: LayerName) {
        let example = "EXAMPLE\n  .\(command.name)"
        self.init(
            name: command.name,
            arguments: command.arguments,
            summary: command.summary,
            details: command.details.isEmpty ? example : "\(command.details)\n\n\(example)",
            topic: .extra,
            arity: command.arguments.isEmpty ? 0...0 : 0...64
        ) { session, arguments throws(CommandError) in
            let page = try session.page(of: layer, arguments: arguments.words)
            for row in try command.rows(page) {
                guard session.console.line(row) else { return }
            }
        }
    }
}

extension Session {
    /// A layer of the document, for its view.
    func page(of name: LayerName, arguments: [String] = []) throws(CommandError) -> LayerPage {
        let context = try viewContext()
        guard let layer = context.document.layer(name) else {
            throw .failed("the document has no layer '\(name)': .add the annotator that makes it")
        }
        return LayerPage(context, layerName: name, layer: layer, arguments: arguments)
    }
}
