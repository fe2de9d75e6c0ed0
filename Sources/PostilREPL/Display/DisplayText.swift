import PostilCore

/// Text cut and padded for one row.
enum DisplayText {
    /// `text` without what would leave its row: control characters become pictures, line breaks `⏎`.
    static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) else {
            return text
        }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A, 0x0D: result.append("\u{23CE}")
            case 0x09: result.append(" ")
            case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
            case 0x7F: result.append("\u{2421}")
            case 0x80..<0xA0: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    /// The start of `text` that fits in `width` columns, with an ellipsis where something is missing.
    static func cut(_ text: String, to width: Int, ellipsis: String = "…") -> String {
        guard DisplayWidth.columns(of: text) > width else { return text }
        let room = width - DisplayWidth.columns(of: ellipsis)
        guard room >= 0 else { return String(ellipsis.prefix(max(width, 0))) }
        var kept = ""
        var used = 0
        for character in text {
            used += DisplayWidth.columns(of: character)
            if used > room { break }
            kept.append(character)
        }
        return kept + ellipsis
    }

    /// The end of `text` that fits in `width` columns, with an ellipsis where something is missing.
    static func cutStart(of text: String, to width: Int, ellipsis: String = "…") -> String {
        guard DisplayWidth.columns(of: text) > width else { return text }
        let room = width - DisplayWidth.columns(of: ellipsis)
        guard room >= 0 else { return "" }
        var kept: [Character] = []
        var used = 0
        for character in text.reversed() {
            used += DisplayWidth.columns(of: character)
            if used > room { break }
            kept.append(character)
        }
        return ellipsis + String(kept.reversed())
    }

    /// `text` without the spaces at its end.
    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// `text` with spaces behind it up to `width` columns.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: text)))
    }

    /// `text` with spaces before it up to `width` columns.
    static func paddedLeft(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: text))) + text
    }
}

extension DisplayText {
    /// `text` with pictures in place of control characters other than tabs and line breaks.
    static func printable(_ text: String) -> String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F..<0xA0).contains(scalar.value)
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isControl(scalar) {
                result.append(scalar)
            } else if scalar != "\r" {
                result.append(scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? "?" : "\u{FFFD}")
            }
        }
        return String(result)
    }

    /// `text` broken into rows of at most `width` columns. Rows that begin with a space stay as they are;
    /// others that follow each other are one paragraph.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var rows: [String] = []
        var row = ""
        func finish() {
            if !row.isEmpty { rows.append(row) }
            row = ""
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let first = line.first, !first.isWhitespace else {
                finish()
                rows.append(String(line))
                continue
            }
            for word in line.split(separator: " ") {
                if !row.isEmpty, DisplayWidth.columns(of: row) + 1 + DisplayWidth.columns(of: word) > width { finish() }
                row += row.isEmpty ? String(word) : " \(word)"
            }
        }
        finish()
        return rows
    }
}
