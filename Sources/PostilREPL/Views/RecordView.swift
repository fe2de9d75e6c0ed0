import Postil

/// The document as a record, on one line or, for people, on many.
struct RecordView: DocumentDrawing {
    let isIndented: Bool

    func draw(_ context: ViewContext, write: (String) -> Bool) {
        let record = RecordView.record(of: context, layers: context.layers)
        guard isIndented, let value = try? JSONValue(parsing: record) else {
            _ = write(record)
            return
        }
        _ = write(IndentedJSON.text(value) + "\n")
    }

    /// The record of a document with the layers `layers`, and a line end.
    static func record(of context: ViewContext, layers: [LayerName]) -> String {
        let encoder = RecordEncoder(
            pipeline: context.pipeline,
            options: RecordOptions(layers: layers, offsetUnit: context.unit)
        )
        var writer = JSONWriter()
        var input = context.input
        input.context = context.document.context
        encoder.encode(context.document, input: input, into: &writer)
        return writer.buffer.withBytes { String(decoding: $0, as: UTF8.self) }
    }
}

/// JSON with a member or element a line; small objects stay on one.
enum IndentedJSON {
    /// Objects and arrays that are no longer than this on one line stay there.
    private static let lineWidth = 96

    /// `value` as text without a last line end.
    static func text(_ value: JSONValue) -> String {
        var text = ""
        write(value, indent: 0, to: &text)
        return text
    }

    private static func write(_ value: JSONValue, indent: Int, to text: inout String) {
        let compact = value.serialized()
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch value {
        case .array(let elements) where compact.utf8.count > lineWidth - indent:
            text += "[\n"
            for (index, element) in elements.enumerated() {
                text += inner
                write(element, indent: indent + 2, to: &text)
                text += index < elements.count - 1 ? ",\n" : "\n"
            }
            text += outer + "]"
        case .object(let object) where compact.utf8.count > lineWidth - indent:
            text += "{\n"
            for (index, member) in object.members.enumerated() {
                text += inner + JSONValue.string(member.key).serialized() + ": "
                write(member.value, indent: indent + 2, to: &text)
                text += index < object.members.count - 1 ? ",\n" : "\n"
            }
            text += outer + "}"
        default:
            text += compact
        }
    }
}
