/// The escapes of WebAnno TSV.
enum WebAnnoText {
    /// A text on one line.
    static func escaped(text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\u{8}": result.append(contentsOf: "\\b".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\u{C}": result.append(contentsOf: "\\f".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A value in a column.
    static func escaped(value: String) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", "[", "]", "|", "_", ";", "*":
                result.append("\\")
                result.append(scalar)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case ">" where last == "-":
                result.removeLast()
                result.append(contentsOf: "\\->".unicodeScalars)
            default: result.append(scalar)
            }
            last = scalar
        }
        return String(result)
    }

    /// The text that an escaped one stands for.
    static func unescaped(_ text: Substring) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let kind = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            switch kind {
            case "b": result.append("\u{8}")
            case "t": result.append("\t")
            case "n": result.append("\n")
            case "f": result.append("\u{C}")
            case "r": result.append("\r")
            default: result.append(kind)
            }
        }
        return String(result)
    }

    /// The values of a column, each with the number that tells annotations apart.
    ///
    /// - Returns: Nothing for `_`, which says that there is no annotation; nil values for `*`.
    static func values(_ column: Substring) -> [(value: String?, number: Int?)] {
        if column == "_" { return [] }
        return pieces(column).map { piece in
            var value = Substring(piece)
            var number: Int?
            if value.unicodeScalars.last == "]", let open = lastUnescapedBracket(value) {
                number = Int(
                    value[value.unicodeScalars.index(after: open)...].unicodeScalars.dropLast().map(String.init)
                        .joined()
                )
                if number != nil { value = value[..<open] }
            }
            return (value == "*" ? nil : unescaped(value), number)
        }
    }

    /// The column cut at bars without a backslash before them.
    private static func pieces(_ column: Substring) -> [Substring.UnicodeScalarView] {
        let scalars = column.unicodeScalars
        var pieces: [Substring.UnicodeScalarView] = []
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            if scalars[index] == "\\" {
                index = next < scalars.endIndex ? scalars.index(after: next) : next
                continue
            }
            if scalars[index] == "|" {
                pieces.append(scalars[start..<index])
                start = next
            }
            index = next
        }
        pieces.append(scalars[start...])
        return pieces
    }

    private static func lastUnescapedBracket(_ value: Substring) -> Substring.Index? {
        var found: Substring.Index?
        let scalars = value.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            if scalars[index] == "\\" {
                index = next < scalars.endIndex ? scalars.index(after: next) : next
                continue
            }
            if scalars[index] == "[" { found = index }
            index = next
        }
        return found
    }
}
