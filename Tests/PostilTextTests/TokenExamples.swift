import Testing

/// One line of the file of token examples.
struct TokenExample: Sendable, CustomTestStringConvertible {
    /// The heading that it stands under.
    let phenomenon: String
    /// The line as the file has it, with bars.
    let source: String
    /// The text without bars.
    let text: String
    /// The tokens that must come out.
    let tokens: [String]

    var testDescription: String { "\(phenomenon): \(source)" }

    /// Reads the lines of `file`: headings in brackets that stand alone, comments, examples.
    static func parse(_ file: String) -> [TokenExample] {
        var phenomenon = ""
        var examples: [TokenExample] = []
        for line in file.split(separator: "\n", omittingEmptySubsequences: true) where !line.hasPrefix("# ") {
            if line.hasPrefix("["), line.hasSuffix("]"), !line.contains("|") {
                phenomenon = String(line.dropFirst().dropLast())
            } else {
                examples.append(TokenExample(phenomenon: phenomenon, source: String(line)))
            }
        }
        return examples
    }

    init(phenomenon: String, source: String) {
        self.phenomenon = phenomenon
        self.source = source
        // A bar with a space on either side is a bar of the text itself.
        let kept = TokenExample.unescape(source.replacing(" | ", with: " \u{E000} "))
        text = kept.replacing("|", with: "").replacing("\u{E000}", with: "|")
        tokens = kept.unicodeScalars.split { $0 == "|" || TokenExample.isSpace($0) }
            .map { String(String.UnicodeScalarView($0)).replacing("\u{E000}", with: "|") }
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }

    static func unescape(_ line: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = Substring(line).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let next = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            switch next {
            case "n": result.append("\n")
            case "r": result.append("\r")
            case "t": result.append("\t")
            case "u":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(digits.count + 2)
                if let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
                    let decoded = Unicode.Scalar(value)
                {
                    result.append(decoded)
                }
            default: result.append(next)
            }
        }
        return String(result)
    }
}
