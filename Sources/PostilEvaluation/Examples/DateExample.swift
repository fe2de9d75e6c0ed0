import PostilCore

/// An example of an expression of time: a text, and the expression that is to be found in it.
public struct DateExample: Hashable, Sendable, CustomStringConvertible {
    /// Where it stands: `file:line`.
    public let place: String

    /// The text.
    public let text: String

    /// The marked stretch in UTF-8 bytes of ``text``; nil where nothing may be found.
    public let span: Span?

    /// The value that is expected; `-` where the expression has none, empty where nothing may be found.
    public let value: String

    /// The reference date.
    public let anchor: String?

    /// The style in which dates are read.
    public let style: String?

    /// The order of dates in digits.
    public let order: String?

    /// The place and the text.
    public var description: String { "\(place): \(text)" }

    /// The examples of a file.
    ///
    /// A line is `KEY: VALUE` for a setting of the lines below (`anchor`, `style`, `order`, empty to unset),
    /// `= VALUE` for the value that the lines below have, `none` for texts in which nothing may be found,
    /// `#` for a comment; any other line holds texts, parted by `|`. The expression stands in brackets; a text
    /// without brackets is one as a whole.
    ///
    /// - Parameter name: The file's name, for ``place``.
    /// - Complexity: O(n).
    public static func examples(in source: String, name: String) -> [DateExample] {
        var settings: [String: String] = [:]
        var value: String?
        var examples: [DateExample] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("= ") {
                value = String(line.dropFirst(2))
                continue
            }
            if line == "none" {
                value = nil
                continue
            }
            if let setting = setting(of: line) {
                settings[setting.key] = setting.value
                continue
            }
            for text in line.split(separator: "|") {
                let trimmed = trimmed(text)
                let marked = MarkedText.read(trimmed)
                examples.append(
                    DateExample(
                        place: "\(name):\(index + 1)",
                        text: marked.text,
                        span: value == nil ? nil : marked.span,
                        value: value ?? "",
                        anchor: settings["anchor"],
                        style: settings["style"],
                        order: settings["order"]
                    )
                )
            }
        }
        return examples
    }

    private static func setting(of line: Substring) -> (key: String, value: String?)? {
        for key in ["anchor", "style", "order"] where line.hasPrefix(key + ":") {
            let value = trimmed(line.dropFirst(key.count + 1))
            return (key, value.isEmpty ? nil : value)
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
