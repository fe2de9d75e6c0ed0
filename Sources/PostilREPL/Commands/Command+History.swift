extension Command {
    static let history = Command(
        name: "history",
        arguments: "[WORDS]",
        summary: "list the lines typed so far, or some of them",
        details: """
            Lines of earlier sessions too. A line that begins with a space is not kept.

            EXAMPLE
              .history corpus
            """,
        topic: .session,
        arity: 0...16
    ) { session, arguments throws(CommandError) in
        let words = arguments.words.joined(separator: " ").lowercased()
        let width = String(session.history.entries.count).count
        for (index, entry) in session.history.entries.enumerated()
        where words.isEmpty || entry.lowercased().contains(words) {
            let number = DisplayText.paddedLeft(String(index + 1), to: width)
            guard session.console.line("\(number)  \(DisplayText.oneLine(entry))") else { return }
        }
    }

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
