import PostilCore

/// Checks that offsets lie in a text and give the characters that stand beside them.
struct SurfaceChecker {
    private let text: Text
    private let map: OffsetMap

    init(text: Text, unit: OffsetUnit) {
        self.text = text
        map = OffsetMap(text: text, unit: unit)
    }

    /// Checks every object with a start and an end in `value`, to the bottom.
    func check(_ value: JSONValue, at path: String, into problems: inout [String]) {
        switch value {
        case .array(let elements):
            for (index, element) in elements.enumerated() { check(element, at: "\(path)[\(index)]", into: &problems) }
        case .object(let object):
            checkSpan(value, starting: "start", ending: "end", at: path, into: &problems)
            checkSpan(value, starting: "content_start", ending: "content_end", at: path, into: &problems)
            for member in object.members where member.value.array != nil || member.value.object != nil {
                check(member.value, at: "\(path).\(member.key)", into: &problems)
            }
        default: break
        }
    }

    private func checkSpan(
        _ value: JSONValue,
        starting startKey: String,
        ending endKey: String,
        at path: String,
        into problems: inout [String]
    ) {
        guard let start = value[startKey]?.integer, let end = value[endKey]?.integer else { return }
        guard let first = byteOffset(start), let last = byteOffset(end), first <= last else {
            problems.append("\(path): \(start):\(end) is no span of the text")
            return
        }
        guard startKey == "start", let surface = value["text"]?.string else { return }
        let found = text[Span(start: first, end: last)]
        // Compared as bytes: strings that differ only in composition are equal to Swift.
        if !found.utf8.elementsEqual(surface.utf8) {
            problems.append("\(path): the text at \(start):\(end) is '\(found)' and not '\(surface)'")
        }
    }

    private func byteOffset(_ offset: Int) -> UInt32? {
        UInt32(exactly: offset).flatMap(map.byteOffset)
    }
}
