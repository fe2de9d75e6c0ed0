import Postil

extension Command {
    static let speakers = Command(
        name: "speakers",
        arguments: "",
        summary: "list who is quoted, how often and with how many words",
        details: """
            A speaker is the fullest name that the document has, where one is known, else the words of the source.
            Thoughts and intentions are counted apart from what was said.

            EXAMPLE
              .speakers
            """,
        topic: .looking,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        let context = try session.viewContext()
        let shares = SpeakerShare.shares(in: context.document)
        guard !shares.isEmpty else {
            session.console.line("nobody is quoted")
            return
        }
        var table = TextTable(header: ["speaker", "said", "thought", "words", "example"], rightAligned: [1, 2, 3])
        for share in shares {
            table.add([
                share.name, String(share.sayings), String(share.attitudes), String(share.words),
                DisplayText.cut(DisplayText.oneLine(share.example), to: 50),
            ])
        }
        for line in table.lines(width: context.style.width, style: context.style) {
            guard session.console.line(line) else { return }
        }
    }
}
