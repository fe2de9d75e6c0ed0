import PostilCore
import PostilFormats

/// Reads and writes explanations as messages have them.
struct ExplanationCoding {
    let map: OffsetMap

    /// How deep a tree may be.
    private static let depthLimit = 64

    func write(_ explanation: Explanation, into writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("summary")
        writer.string(explanation.summary)
        if let span = explanation.span.map(map.span(of:)) {
            writer.key("start")
            writer.integer(span.start)
            writer.key("end")
            writer.integer(span.end)
        }
        if let weight = explanation.weight {
            writer.key("weight")
            writer.double(weight)
        }
        if !explanation.reasons.isEmpty {
            writer.key("reasons")
            writer.beginArray()
            for reason in explanation.reasons { write(reason, into: &writer) }
            writer.endArray()
        }
        writer.endObject()
    }

    /// The explanation that `value` holds; nil where it holds none. Places outside the text are left out.
    func explanation(_ value: JSONValue, depth: Int = 0) -> Explanation? {
        guard depth < ExplanationCoding.depthLimit, let summary = value["summary"]?.string ?? value.string else {
            return nil
        }
        return Explanation(
            StandardErrorTail.oneLine(summary),
            span: span(value["start"]?.integer, value["end"]?.integer),
            weight: value["weight"]?.double,
            reasons: (value["reasons"]?.array ?? []).compactMap { explanation($0, depth: depth + 1) }
        )
    }

    private func span(_ start: Int?, _ end: Int?) -> Span? {
        guard let start = start.flatMap(UInt32.init(exactly:)).flatMap(map.byteOffset),
            let end = end.flatMap(UInt32.init(exactly:)).flatMap(map.byteOffset), start <= end
        else { return nil }
        return Span(start: start, end: end)
    }
}
