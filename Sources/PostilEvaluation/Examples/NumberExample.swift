import PostilCore

/// An example of a number: a text, and the number that is to be found in it.
public struct NumberExample: Hashable, Sendable, CustomStringConvertible {
    /// The text without brackets.
    public let text: String

    /// Where the number stands, in UTF-8 bytes of ``text``; nil where none is expected.
    public let span: Span?

    /// The properties that the number must have, `kind` among them.
    public let properties: [String: String]

    /// The text.
    public var description: String { text }

    /// The number; nil where none is expected.
    public var extent: String? { span.map { String(Text(text)[$0]) } }

    /// The examples of a file.
    ///
    /// A line that is not indented says what is expected: a kind with `key=value`, or `NONE`. The indented
    /// lines under it are its forms: an expression, or a sentence with the expression in brackets.
    ///
    /// - Complexity: O(n).
    public static func examples(in source: String) -> [NumberExample] {
        var properties: [String: String] = [:]
        var found: [NumberExample] = []
        for line in source.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("  ") {
                found.append(NumberExample(line.dropFirst(2), properties))
            } else {
                let fields = line.split(separator: " ")
                properties = ["kind": String(fields.first ?? "")]
                for field in fields.dropFirst() {
                    let parts = field.split(separator: "=", maxSplits: 1)
                    if parts.count == 2 { properties[String(parts[0])] = String(parts[1]) }
                }
            }
        }
        return found
    }

    private init(_ line: Substring, _ properties: [String: String]) {
        self.properties = properties
        // Brackets of a text without a number are its own.
        let marked = properties["kind"] == "NONE" ? nil : MarkedText.read(line)
        text = marked?.text ?? String(line)
        span = marked?.span
    }
}
