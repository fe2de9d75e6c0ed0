import PostilCore

/// Features as one line of text: `key=value; key=value`.
enum FeatureText {
    /// One feature as `key=value`.
    static func text(_ feature: Feature) -> String {
        escaped(feature.key, isKey: true) + "=" + escaped(feature.value)
    }

    /// The features in a line; `;`, `\` and what breaks lines are escaped by a backslash.
    static func line(_ features: [Feature]) -> String {
        features.map(text).joined(separator: "; ")
    }

    private static func escaped(_ text: String, isKey: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == ";" || scalar == "\\" || isKey && scalar == "=" {
                result.append("\\")
                result.append(scalar)
            } else if scalar == "\t" || BratFormat.isLineBreak(scalar) {
                result.append(contentsOf: scalar.escapedCodePoint.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The features of a line; one that is not written so is a feature `note` as a whole.
    static func features(_ line: String) -> [Feature] {
        var features: [Feature] = []
        for piece in pieces(line) {
            guard let mark = mark(in: piece), mark > piece.startIndex else { return [Feature("note", line)] }
            features.append(
                Feature(unescaped(piece[..<mark]), unescaped(piece[piece.index(after: mark)...]))
            )
        }
        return features
    }

    /// The first `=` without a backslash before it.
    private static func mark(in piece: Substring.UnicodeScalarView) -> String.Index? {
        var isEscaped = false
        return piece.indices.first { index in
            if isEscaped || piece[index] == "\\" {
                isEscaped.toggle()
                return false
            }
            return piece[index] == "="
        }
    }

    /// The line cut at semicolons, which a blank follows, that have no backslash before them.
    private static func pieces(_ line: String) -> [Substring.UnicodeScalarView] {
        let scalars = line.unicodeScalars
        var pieces: [Substring.UnicodeScalarView] = []
        var start = scalars.startIndex
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            if scalars[index] == "\\" {
                index = next < scalars.endIndex ? scalars.index(after: next) : next
            } else if scalars[index] == ";", next < scalars.endIndex, scalars[next] == " " {
                pieces.append(scalars[start..<index])
                start = scalars.index(after: next)
                index = start
            } else {
                index = next
            }
        }
        pieces.append(scalars[start...])
        return pieces
    }

    private static func unescaped(_ text: Substring.UnicodeScalarView) -> String {
        var result = String.UnicodeScalarView()
        var rest = text
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let kind = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            if kind == "u", let escaped = rest.popCodePoint() {
                result.append(escaped)
            } else {
                result.append(kind)
            }
        }
        return String(result)
    }
}
