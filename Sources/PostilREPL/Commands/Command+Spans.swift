import Postil

extension Command {
    static let spans = Command(
        name: "spans",
        arguments: "[QUERY]",
        summary: "list the shown annotations, or those of a layer",
        details: """
            The numbers are those that .why, .expect and others take. For a QUERY see .help query.

            EXAMPLE
              .spans tokens:number
            """,
        topic: .looking,
        arity: 0...1,
        completions: [.layerTypes]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        var found = Array(context.annotations)
        if let word = arguments[0] {
            let query = try session.query(word)
            found = session.matches(query, in: context.document)
        }
        guard !found.isEmpty else {
            session.console.line("no annotations")
            return
        }
        let table = context.table(of: found.map { (context.name(of: $0), $0) })
        for line in table.lines(width: context.style.width, style: context.style) {
            guard session.console.line(line) else { return }
        }
    }
}
