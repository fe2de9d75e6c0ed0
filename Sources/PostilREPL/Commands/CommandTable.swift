/// The commands.
enum CommandTable {
    /// All commands, in the order in which help lists them.
    static let all: [Command] = [
        .load, .corpus, .next, .prev, .goto, .find, .sample, .freq, .watch,
        .show, .layers, .spans, .at, .tokens, .expand, .text, .view, .timeline, .tree, .speakers, .json, .mode, .html,
        .why, .whynot, .dropped, .latent,
        .pipeline, .use, .add, .drop, .set, .get, .reload, .dict, .undo, .redo, .pin, .diff, .time, .bench,
        .expect, .reject, .test,
        .history, .rerun, .read, .output, .once, .log, .apropos, .help, .exit,
    ]

    /// The command called `name`, or the only one whose name begins so.
    ///
    /// - Throws: ``CommandError`` that names those which it may have meant.
    static func command(named name: String) throws(CommandError) -> Command {
        let name = name.lowercased()
        if let exact = all.first(where: { $0.name == name }) { return exact }
        let fitting = all.filter { $0.name.hasPrefix(name) }
        if let only = fitting.first, fitting.count == 1 { return only }
        guard fitting.isEmpty else {
            throw .usage(".\(name) may be \(list(fitting.map { ".\($0.name)" })): write more of it")
        }
        let near = Spelling.nearest(to: name, among: all.map(\.name))
        throw .usage("there is no command .\(name)" + (near.map { ": did you mean .\($0)?" } ?? "; .help lists them"))
    }

    /// `words` as a sentence lists them.
    static func list(_ words: [String]) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
}
