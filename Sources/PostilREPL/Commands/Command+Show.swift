extension Command {
    static let show = Command(
        name: "show",
        arguments: "",
        summary: "show the document and its annotations",
        details: """
            In the mode that .mode has set. All of it is shown, through a pager where it is longer than the window.

            EXAMPLE
              .show
            """,
        topic: .looking,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        try session.showDocument(isNew: false)
    }
}
