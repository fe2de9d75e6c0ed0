import PostilCore

/// CoNLL-U: a line a word with lemma, universal and Penn tag, sentences and documents between comments.
///
/// The text can be put together again: `SpacesBefore`, `SpacesAfter` and `SpacesInToken` say what stands between and
/// inside of tokens, as UDPipe writes them, and `TokenRange` where each stands, in code points. Labels are `NE=B-GPE`.
/// Heads and relations are unknown.
///
/// Sources: Universal Dependencies, *CoNLL-U format*; UDPipe, *CoNLL-U extensions*; spaCy, `conllu_to_docs.py`.
struct CoNLLUFormat: ExchangeFormat {
    let name = "conllu"
    let title = "CoNLL-U"
    let layout = ExchangeLayout.blocks
    let suffixes = [".conllu"]
    let offsetUnit: OffsetUnit? = .codepoint
    let needsTokens = true

    func beginsDocument(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        line.starts(with: "# newdoc".utf8) || line.starts(with: "#newdoc".utf8)
    }

    /// The scalars that are escaped in values of MISC, and what stands for them.
    static let escapes: KeyValuePairs<Unicode.Scalar, Unicode.Scalar> = [
        " ": "s", "\t": "t", "\r": "r", "\n": "n", "|": "p", "\\": "\\",
    ]

    /// A stretch of text as a value in MISC.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let escape = escapes.first(where: { $0.key == scalar })?.value {
                result.append("\\")
                result.append(escape)
            } else if scalar.value < 0x20 || BratFormat.isLineBreak(scalar) || scalar.properties.isWhitespace {
                // UDPipe has no escape for the rarer white space, at which readers may split lines and columns.
                result.append(contentsOf: scalar.escapedCodePoint.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The stretch of text that a value stands for.
    static func unescaped(_ value: Substring) -> String {
        var result = String.UnicodeScalarView()
        var rest = value.unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let kind = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            if kind == "u", let escaped = rest.popCodePoint() {
                result.append(escaped)
            } else {
                result.append(escapes.first { $0.value == kind }?.key ?? kind)
            }
        }
        return String(result)
    }

    /// A text in one column: white space is one blank.
    static func column(_ text: String) -> String {
        let words = text.unicodeScalars.split {
            $0.properties.isWhitespace || BratFormat.isLineBreak($0) || $0.value < 0x20
        }
        let joined = words.map { String(Substring($0)) }.joined(separator: " ")
        return joined.isEmpty ? "_" : joined
    }
}
