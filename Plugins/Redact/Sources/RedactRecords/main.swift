// Reads records of Postil that have the layer org.postil.redactions, and writes the texts with what is marked hidden:
// {"id", "text", "offset_unit", "replacements": [{"start", "end", "masked_start", "masked_end", "replacement"}]}.
// Nothing of what is hidden goes out; start and end are places in the original.

import Glibc
import PostilCore
import PostilFormats
import Redact

let layerName = LayerKey<RedactionValue>.redactions.name.rawValue
var status: Int32 = 0
var writer = JSONWriter()

while let line = readLine() {
    guard !line.isEmpty else { continue }
    guard let record = try? JSONValue(parsing: line), let text = record["text"]?.string,
        let unit = record["offset_unit"]?.string.flatMap(OffsetUnit.init(rawValue:)),
        let marks = record["layers"]?.array?.first(where: { $0["name"]?.string == layerName })?["annotations"]?.array
    else {
        // Text that nobody has looked through must not go out as if it had been.
        complain("a line is no record with the layer \(layerName), and is left out")
        continue
    }
    let original = Text(text)
    let map = OffsetMap(text: original, unit: unit)
    let masks = marks.compactMap { mark -> Mask? in
        guard let start = mark["start"]?.integer.flatMap(UInt32.init(exactly:)).flatMap(map.byteOffset),
            let end = mark["end"]?.integer.flatMap(UInt32.init(exactly:)).flatMap(map.byteOffset), start < end
        else { return nil }
        return Mask(Span(start: start, end: end), replacement: "[\(mark["type"]?.string ?? "HIDDEN")]")
    }
    guard masks.count == marks.count else {
        complain("a record marks places that are not in its text, and is left out")
        continue
    }
    write(Redaction(of: original, masking: masks), map: map, record)
}
exit(status)

func write(_ redaction: Redaction, map: OffsetMap, _ record: JSONValue) {
    let maskedMap = OffsetMap(text: redaction.text, unit: map.unit)
    writer.removeAll()
    writer.beginObject()
    writer.key("id")
    writer.string(record["id"]?.string ?? "")
    writer.key("text")
    writer.string(redaction.text.bytes)
    writer.key("offset_unit")
    writer.string(map.unit.rawValue)
    writer.key("replacements")
    writer.beginArray()
    for (mask, place) in zip(redaction.masks, redaction.maskedSpans) {
        writer.beginObject()
        for (key, offset) in [
            ("start", map.offset(of: mask.span.start)), ("end", map.offset(of: mask.span.end)),
            ("masked_start", maskedMap.offset(of: place.start)), ("masked_end", maskedMap.offset(of: place.end)),
        ] {
            writer.key(escaping: key)
            writer.integer(offset)
        }
        writer.key("replacement")
        writer.string(mask.replacement)
        writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    print(String(decoding: writer.buffer.array(), as: UTF8.self))
}

func complain(_ message: String) {
    let line = Array("redact-records: \(message)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
    status = 1
}
