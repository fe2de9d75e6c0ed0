import Postil

extension Command {
    static let json = Command(
        name: "json",
        arguments: "[LAYER…]",
        summary: "show the record that postil annotate would write",
        details: """
            With the layers that are shown, or those named, on many lines; .mode jsonl writes it on one.

            EXAMPLE
              .json tokens
            """,
        topic: .looking,
        arity: 0...32,
        completions: [.layer]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        var layers = context.layers
        if !arguments.isEmpty {
            layers = []
            for word in arguments.words { layers.append(try session.layerName(word)) }
        }
        do throws(JSONError) {
            let value = try JSONValue(parsing: RecordView.record(of: context, layers: layers))
            session.console.line(IndentedJSON.text(value))
        } catch {
            throw .failed("the record is no JSON: \(error)")
        }
    }
}
