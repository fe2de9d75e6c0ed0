extension Command {
    static let undo = Command(
        name: "undo",
        arguments: "",
        summary: "take back the last change of text or settings",
        details: """
            Texts, the pipeline, settings, layers and the dictionary all come back; again for the change before.
            .redo makes the change again.

            EXAMPLE
              .undo
            """,
        topic: .changing,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        guard let cause = session.undo() else { throw .failed("there is nothing to undo") }
        session.console.line("undone: \(cause)")
    }
}
