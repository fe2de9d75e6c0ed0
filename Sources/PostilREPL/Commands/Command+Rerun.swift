extension Command {
    static let rerun = Command(
        name: "rerun",
        arguments: "[N]",
        summary: "carry out a line of the history again",
        details: """
            Without N the last one that is no .rerun.

            EXAMPLE
              .rerun 12
            """,
        topic: .session,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        let entries = session.history.entries
        let position: Int
        if let word = arguments[0] {
            position = try session.historyPosition(word)
        } else {
            guard let last = entries.lastIndex(where: { !$0.hasPrefix(".rer") }) else {
                throw .failed("the history is empty")
            }
            position = last
        }
        let entry = entries[position]
        guard !entry.hasPrefix(".rer") else { throw .failed("line \(position + 1) is a .rerun itself") }
        session.console.echo("> \(DisplayText.oneLine(entry))")
        session.carryOutAgain(entry)
    }
}

extension Session {
    /// The position in the history of the line that `word` numbers, from 1.
    func historyPosition(_ word: String) throws(CommandError) -> Int {
        guard let number = Int(word) else { throw .usage("'\(word)' is no number; .history shows them") }
        guard history.entries.indices.contains(number - 1) else {
            throw .failed("the history has no line \(number): it has \(history.entries.count)")
        }
        return number - 1
    }

    /// Carries out an entry of the history, which may have several lines.
    mutating func carryOutAgain(_ entry: String) {
        var assembler = InputAssembler()
        var assembled = entry.split(separator: "\n", omittingEmptySubsequences: false)
            .compactMap { assembler.add(String($0)) }
        if let rest = assembler.end() { assembled.append(rest) }
        for part in assembled { execute(part.input, source: part.source) }
    }
}
