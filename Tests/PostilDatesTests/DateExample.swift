import PostilCore

/// One example of `corpora/dates`: a text, and the expression that is to be found in it.
struct DateExample: Sendable, CustomStringConvertible {
    /// Where it stands: `file:line`.
    let place: String
    let text: String
    /// The marked stretch in bytes of ``text``; nil where nothing may be found.
    let span: Span?
    /// The value that is expected.
    let value: String
    let anchor: String?
    let style: String?
    let order: String?

    var description: String { "\(place): \(text)" }

    /// The examples of a file.
    ///
    /// A line is `KEY: VALUE` for a setting of the lines below (`anchor`, `style`, `order`, empty to unset),
    /// `= VALUE` for the value that the lines below have, `none` for texts in which nothing may be found,
    /// `#` for a comment; any other line holds texts, parted by `|`. The expression stands in brackets; a text
    /// without brackets is one as a whole.
    static func examples(in source: String, name: String) -> [DateExample] {
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
                let marked = marked(trimmed)
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

    private static func marked(_ text: String) -> (text: String, span: Span) {
        let bytes = Array(text.utf8)
        guard let open = bytes.firstIndex(of: UInt8(ascii: "[")), let close = bytes.firstIndex(of: UInt8(ascii: "]"))
        else {
            return (text, Span(0..<bytes.count))
        }
        let plain = bytes.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }
        return (String(decoding: plain, as: UTF8.self), Span(open..<close - 1))
    }
}
