import PostilCore
import PostilFormats

/// Converts the spans of a record to UTF-16 code units and drops the surface texts that the text has anyway.
struct SurfaceConverter {
    /// What is wrong with the record, a sentence each; the first dozen.
    private(set) var problems: [String] = []

    private let text: Text
    private let source: OffsetMap
    private let target: OffsetMap

    init(text: Text, unit: OffsetUnit) {
        self.text = text
        source = OffsetMap(text: text, unit: unit)
        target = OffsetMap(text: text, unit: .utf16)
    }

    /// Notes something that is wrong.
    mutating func report(_ problem: String) {
        if problems.count < 12 { problems.append(problem) }
    }

    /// The annotations of a layer; what is no object is left out and told.
    mutating func annotations(_ value: JSONValue, at path: String) -> [JSONValue] {
        guard let elements = value.array else {
            report("\(path) is no array")
            return []
        }
        var annotations: [JSONValue] = []
        for (index, element) in elements.enumerated() {
            if element.object == nil {
                report("\(path)[\(index)] is no object")
            } else {
                annotations.append(converted(element, at: "\(path)[\(index)]"))
            }
        }
        return annotations
    }

    /// The layers of plugins.
    mutating func layers(_ value: JSONValue) -> JSONValue {
        var layers: [JSONValue] = []
        for (index, layer) in (value.array ?? []).enumerated() {
            guard let name = layer["name"]?.string, let annotations = layer["annotations"] else {
                report("layers[\(index)] has no 'name' or no 'annotations'")
                continue
            }
            layers.append(["name": .string(name), "annotations": .array(self.annotations(annotations, at: name))])
        }
        return .array(layers)
    }

    private mutating func converted(_ value: JSONValue, at path: String) -> JSONValue {
        switch value {
        case .array(let elements):
            return .array(elements.enumerated().map { converted($1, at: "\(path)[\($0)]") })
        case .object(var object):
            for (index, member) in object.members.enumerated() {
                object.members[index].value = converted(member.value, at: "\(path).\(member.key)")
            }
            convert(&object, "start", "end", at: path)
            convert(&object, "content_start", "content_end", at: path)
            return .object(object)
        default: return value
        }
    }

    private mutating func convert(_ object: inout JSONObject, _ startKey: String, _ endKey: String, at path: String) {
        guard let start = object[startKey], let end = object[endKey] else { return }
        guard let first = byteOffset(start), let last = byteOffset(end), first <= last else {
            report("\(path): \(start):\(end) is no span of the text")
            object[startKey] = .null
            object[endKey] = .null
            return
        }
        object[startKey] = .integer(Int(target.offset(of: first)))
        object[endKey] = .integer(Int(target.offset(of: last)))
        guard startKey == "start", let surface = object["text"]?.string else { return }
        // Compared as bytes: strings that differ only in composition are equal to Swift.
        if text.bytes[Int(first)..<Int(last)].elementsEqual(surface.utf8) {
            object["text"] = .null
        } else {
            report("\(path): the text at \(start):\(end) is not '\(surface)'")
        }
    }

    private func byteOffset(_ value: JSONValue) -> UInt32? {
        value.integer.flatMap(UInt32.init(exactly:)).flatMap(source.byteOffset)
    }
}
