import PostilCore
import PostilFormats

/// Hides in the texts of records what their layer ``PostilCore/LayerKey/redactions`` marks.
public struct RecordMasker {
    /// Why a record does not go out.
    public struct Refusal: Error, Hashable {
        /// The reason in a line; nothing of the text is in it.
        public let message: String
    }

    /// Makes a masker.
    public init() {}

    /// The masked text of a record with the places of both texts, as a JSON object; nothing of what is hidden is in it.
    ///
    /// - Parameter line: A record that `postil annotate` has written.
    /// - Throws: ``Refusal`` where the line is no record with the layer, or marks what is not in its text: a text that
    ///   nobody has looked through must not go out as if it had been.
    public func masked(_ line: String) throws(Refusal) -> JSONValue {
        let layerName = LayerKey<RedactionValue>.redactions.name.rawValue
        guard let record = try? JSONValue(parsing: line), let text = record["text"]?.string,
            let unit = record["offset_unit"]?.string.flatMap(OffsetUnit.init(rawValue:)),
            record["status"]?.string == "ok", record["warnings"]?.array?.isEmpty == true,
            let layer = record["layers"]?.array?.first(where: { $0["name"]?.string == layerName }),
            let marks = layer["annotations"]?.array
        else { throw Refusal(message: "a line is no record without warnings that has the layer \(layerName)") }
        let original = Text(text)
        let map = OffsetMap(text: original, unit: unit)
        func offset(_ value: JSONValue?) -> UInt32? {
            value?.integer.flatMap(UInt32.init(exactly:)).flatMap(map.byteOffset)
        }
        var masks: [Mask] = []
        for mark in marks {
            guard let start = offset(mark["start"]), let end = offset(mark["end"]), start < end else {
                throw Refusal(message: "a record marks a place that is not in its text")
            }
            masks.append(Mask(Span(start: start, end: end), replacement: "[\(mark["type"]?.string ?? "HIDDEN")]"))
        }
        let redaction = Redaction(of: original, masking: masks)
        let maskedMap = OffsetMap(text: redaction.text, unit: unit)
        let replacements = zip(redaction.masks, redaction.maskedSpans).map { mask, place -> JSONValue in
            [
                "start": .integer(Int(map.offset(of: mask.span.start))),
                "end": .integer(Int(map.offset(of: mask.span.end))),
                "masked_start": .integer(Int(maskedMap.offset(of: place.start))),
                "masked_end": .integer(Int(maskedMap.offset(of: place.end))),
                "replacement": .string(mask.replacement),
            ]
        }
        return [
            "id": record["id"] ?? .null, "text": .string(redaction.text.string), "offset_unit": .string(unit.rawValue),
            "replacements": .array(replacements),
        ]
    }
}
