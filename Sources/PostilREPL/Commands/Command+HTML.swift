import Postil

extension Command {
    static let html = Command(
        name: "html",
        arguments: "FILE",
        summary: "write the annotated document as a page of HTML",
        details: """
            The page stands alone: no script, no font, nothing from elsewhere.

            EXAMPLE
              .html report.html
            """,
        topic: .looking,
        arity: 1...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        let path = UserFolder.expanded(arguments.words[0])
        do throws(StreamError) {
            let file = try AtomicFile(path: path)
            defer { file.abandon() }
            var failure: StreamError?
            HTMLView().draw(context) { text in
                do throws(StreamError) {
                    try file.sink.write(Array(text.utf8))
                    return true
                } catch {
                    failure = error
                    return false
                }
            }
            if let failure { throw failure }
            try file.commit()
        } catch {
            throw .failed(error)
        }
        session.console.line("written to \(arguments.words[0])")
    }
}
