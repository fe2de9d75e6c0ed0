import Testing

/// A text with the places at which its sentences end.
struct SentenceExample: Sendable, CustomTestStringConvertible {
    let phenomenon: String
    let text: String
    let sentences: [String]

    var testDescription: String { "\(phenomenon): \(sentences.joined(separator: " ¦ "))" }

    /// The examples of a file: a text a line, with a broken bar between sentences, under headings in brackets.
    static func parse(_ file: String) -> [SentenceExample] {
        var phenomenon = ""
        var examples: [SentenceExample] = []
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("["), line.hasSuffix("]"), !line.contains(":"), !line.contains("¦") {
                phenomenon = String(line.dropFirst().dropLast())
                continue
            }
            let marked = TokenExample.unescape(String(line))
            examples.append(
                SentenceExample(
                    phenomenon: phenomenon,
                    text: marked.split(separator: "¦", omittingEmptySubsequences: false).joined(),
                    sentences: marked.split(separator: "¦").map(trimmed)
                )
            )
        }
        return examples
    }

    /// `text` without white space at its ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(String.UnicodeScalarView(scalars[...last]))
    }
}
