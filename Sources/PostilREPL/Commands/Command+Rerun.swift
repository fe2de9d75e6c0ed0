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
        let number: Int
        if let word = arguments[0] {
            guard let given = Int(word), entries.indices.contains(given - 1) else {
                throw .failed("the history has no line \(word): it has \(entries.count)")
            }
            number = given
        } else {
            guard let last = entries.lastIndex(where: { !$0.hasPrefix(".rer") }) else {
                throw .failed("the history is empty")
            }
            number = last + 1
        }
        let entry = entries[number - 1]
        guard !entry.hasPrefix(".rer") else { throw .failed("line \(number) is a .rerun itself") }
        session.console.echo("> \(DisplayText.oneLine(entry))")
        var assembler = InputAssembler()
        var assembled = entry.split(separator: "\n", omittingEmptySubsequences: false)
            .compactMap { assembler.add(String($0)) }
        if let rest = assembler.end() { assembled.append(rest) }
        for part in assembled { session.execute(part.input, source: part.source) }
    }
}
