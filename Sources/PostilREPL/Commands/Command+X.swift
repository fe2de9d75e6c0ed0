import Postil

extension Command {
    static let expand = Command(
        name: "x",
        arguments: "[\(Reference.placeholder)]",
        summary: "show annotations at full length, a property a line",
        details: """
            Without a word, all annotations that are shown.

            EXAMPLE
              .x 2
            """,
        topic: .looking,
        arity: 0...1,
        completions: [.number]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        let annotations =
            try arguments[0].map { word throws(CommandError) in try session.annotations(word) }
            ?? Array(context.annotations)
        for annotation in annotations {
            guard session.console.line(ExpandedView.text(of: annotation, context)) else { return }
        }
    }
}
