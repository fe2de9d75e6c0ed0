import PostilFormats

/// JSON for people: what is short stands on one line, the rest is indented.
enum IndentedJSON {
    /// The columns of a line at most, where what stands on it can be broken.
    private static let width = 100

    /// The text of `value`; an object at the top has a member a line.
    static func text(_ value: JSONValue) -> String { text(value, indent: "", isTop: true) }

    private static func text(_ value: JSONValue, indent: String, isTop: Bool = false) -> String {
        let short = line(value)
        if !isTop, indent.count + short.count <= width { return short }
        let inner = indent + "  "
        switch value {
        case .object(let object) where !object.members.isEmpty:
            let lines = object.members.map { member in
                "\(inner)\(line(.string(member.key))): \(text(member.value, indent: inner))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        case .array(let elements) where !elements.isEmpty:
            return "[\n" + elements.map { inner + text($0, indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        default: return short
        }
    }

    private static func line(_ value: JSONValue) -> String {
        switch value {
        case .object(let object):
            "{" + object.members.map { "\(line(.string($0.key))): \(line($0.value))" }.joined(separator: ", ") + "}"
        case .array(let elements): "[" + elements.map(line).joined(separator: ", ") + "]"
        default: value.serialized()
        }
    }
}
