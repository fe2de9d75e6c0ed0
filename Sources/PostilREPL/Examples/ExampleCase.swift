import Postil

/// What `.expect` and `.reject` write: that an annotation is to be in a text, or is not.
struct ExampleCase: Hashable {
    /// The text.
    let text: String
    /// The date to which its dates refer.
    let anchor: String?
    let layer: LayerName
    /// The place, in code points of the text.
    let start: Int
    let end: Int
    /// The type; nil where the layer has one.
    let type: String?
    /// The features that must be as they are here; others may be there.
    let features: [Feature]
    /// Whether the annotation is to be there; else there must be none of the type at the place.
    let isExpected: Bool
}

extension ExampleCase {
    /// The case as a line of JSON, without its line end.
    var line: String {
        var members: [(String, JSONValue)] = [("text", .string(text))]
        if let anchor { members.append(("anchor", .string(anchor))) }
        members += [
            ("layer", .string(layer.rawValue)), ("start", .integer(start)), ("end", .integer(end)),
            ("type", type.map(JSONValue.string) ?? .null),
        ]
        if !features.isEmpty {
            let values = features.map { JSONObject.Member(key: $0.key, value: .string($0.value)) }
            members.append(("features", .object(JSONObject(values))))
        }
        members.append(("expect", .bool(isExpected)))
        return JSONValue.object(JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) })).serialized()
    }

    /// Reads a line of JSON.
    ///
    /// - Throws: ``CommandError`` that says what is missing.
    init(line: String) throws(CommandError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: line)
        } catch {
            throw .failed("no JSON: \(error.message)")
        }
        guard let text = value["text"]?.string else { throw .failed("no string 'text'") }
        guard let layer = value["layer"]?.string else { throw .failed("no string 'layer'") }
        guard let start = value["start"]?.integer, let end = value["end"]?.integer, start <= end else {
            throw .failed("'start' and 'end' are to be whole numbers, in order")
        }
        guard let isExpected = value["expect"]?.bool else { throw .failed("'expect' is to be true or false") }
        self.text = text
        anchor = value["anchor"]?.string
        self.layer = LayerName(rawValue: layer)
        self.start = start
        self.end = end
        type = value["type"]?.string
        features = (value["features"]?.object?.members ?? []).compactMap { member in
            member.value.string.map { Feature(member.key, $0) }
        }
        self.isExpected = isExpected
    }
}

extension ExampleCase {
    /// Annotates the text and says what is wrong; nil where nothing is.
    func fault(with pipeline: Pipeline) -> String? {
        let context = DocumentContext(referenceDate: anchor, referenceDateSource: anchor.map { _ in "option" })
        let document = pipeline.annotate(Document(text: Text(text), context: context))
        guard let layer = document.layer(layer) else {
            return document.failures.first.map { "\($0)" } ?? "no annotator makes the layer '\(self.layer)'"
        }
        let map = OffsetMap(text: document.text, unit: .codepoint)
        guard let first = UInt32(exactly: start).flatMap(map.byteOffset),
            let last = UInt32(exactly: end).flatMap(map.byteOffset)
        else { return "\(start):\(end) is no place in the text" }
        let span = Span(start: first, end: last)
        let there = layer.spans.indices.filter { layer.spans[$0] == span }
        let fitting = there.filter { layer.type(at: $0) == type }
        guard isExpected else { return fitting.isEmpty ? nil : "is there" }
        guard !fitting.isEmpty else {
            let types = there.map { layer.type(at: $0) ?? "-" }
            if !types.isEmpty { return "is \(types.joined(separator: ", ")) instead" }
            let near = layer.spans.indices.filter { layer.spans[$0].overlaps(span) }.map { position in
                "\(map.offset(of: layer.spans[position].start)):\(map.offset(of: layer.spans[position].end))"
            }
            return near.isEmpty ? "is not there" : "is not there, but \(near.joined(separator: ", ")) is"
        }
        let differences = fitting.map { position in
            let found = layer.features(at: position)
            return features.filter { !found.contains($0) }.map { wanted in
                let value = found.first { $0.key == wanted.key }?.value ?? "none"
                return "\(wanted.key) is \(value) instead of \(wanted.value)"
            }
        }
        guard let least = differences.min(by: { $0.count < $1.count }), !least.isEmpty else { return nil }
        return least.joined(separator: ", ")
    }

    /// The case in a few words.
    var label: String {
        let scalars = text.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let to = scalars.index(scalars.startIndex, offsetBy: end, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let words = DisplayText.cut(DisplayText.oneLine(String(scalars[from..<to])), to: 48)
        return "\(layer)" + (type.map { " \($0)" } ?? "") + " \(start):\(end) '\(words)'"
    }
}
