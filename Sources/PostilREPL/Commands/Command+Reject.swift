import Postil

extension Command {
    static let reject = Command(
        name: "reject",
        arguments: Reference.placeholder,
        summary: "note that an annotation is wrong, for postil test",
        details: """
            Appends the case that no annotation of the type is at the place to the file that .set examples=FILE names.

            EXAMPLE
              .reject 3
            """,
        topic: .teaching,
        arity: 1...1,
        completions: [.number]
    ) { session, arguments throws(CommandError) in
        for annotation in try session.annotations(arguments.words[0]) {
            try session.note(annotation, isExpected: false)
        }
    }
}
