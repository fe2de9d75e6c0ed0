import Glibc
import Postil

extension Command {
    static let expect = Command(
        name: "expect",
        arguments: "\(Reference.placeholder) [LAYER [TYPE]]",
        summary: "note that an annotation is right, for postil test",
        details: """
            Appends the case to the file that .set examples=FILE names: the paragraph, the place, what is to be there.
            With a stretch of text and a LAYER, something is expected that is not there yet. .test, and 'postil test
            FILE', tell whether the cases hold.

            EXAMPLE
              .expect 2
              .expect 12:24 sentences
            """,
        topic: .teaching,
        arity: 1...3,
        completions: [.number, .layer]
    ) { session, arguments throws(CommandError) in
        let word = arguments.words[0]
        if let layer = arguments[1], case .span(let start, let end) = Reference(word) {
            let name = try session.layerName(layer)
            let span = try session.span(from: start, to: end)
            try session.note(span: span, layer: name, type: arguments[2], features: [], isExpected: true)
            return
        }
        guard arguments.count == 1 else { throw .wrongArguments }
        for annotation in try session.annotations(word) { try session.note(annotation, isExpected: true) }
    }
}
