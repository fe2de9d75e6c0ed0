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
}
