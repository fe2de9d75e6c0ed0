extension Command {
    static let redo = Command(
        name: "redo",
        arguments: "",
        summary: "make again what .undo took back",
        details: """
            EXAMPLE
              .redo
            """,
        topic: .changing,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        guard let cause = session.redo() else { throw .failed("there is nothing to redo") }
        session.console.line("done again: \(cause)")
    }
}
