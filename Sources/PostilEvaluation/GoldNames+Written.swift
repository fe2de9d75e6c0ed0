import PostilCore

extension GoldNames {
    /// Reads gold as people write it beside a text: a name a line in the order of the text, its type of
    /// OntoNotes, a space, and its words with single spaces; comments in the first lines behind `# `.
    ///
    /// `TYPE name = thing` says what the name is a mention of, where that goes by another form; names of one
    /// thing are mentions of it. A name is looked for behind the end of the last one; where its words stand
    /// there earlier without being a name, the line has more of the text and the name in brackets in it.
    ///
    /// - Parameters:
    ///   - names: The gold.
    ///   - text: The text that it belongs to.
    /// - Throws: ``GoldError`` with the line that cannot be read, or whose name the text does not have.
    /// - Complexity: O(text), for names that are there.
    public init(names: String, text: Text) throws(GoldError) {
        var marks: [Mark] = []
        var position = 0
        var isHeader = true
        // Cut as bytes: to Swift, CR LF and a letter with a mark on it are characters of their own.
        let lines = names.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
            if isHeader, line.starts(with: "# ".utf8) { continue }
            isHeader = false
            guard !line.isEmpty else { continue }
            do throws(GoldError) {
                let written = try WrittenName(line)
                guard let span = written.span(in: text.bytes, from: position) else {
                    throw GoldError(message: "the text has no '\(written.shown)' behind byte \(position)")
                }
                let thing = written.thing ?? text[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
                marks.append(Mark(span: span, label: written.type, isHandle: false, thing: thing))
                position = Int(span.end)
            } catch {
                throw GoldError(message: "line \(index + 1): \(error)")
            }
        }
        self.init(text: text, marks: marks, unsure: [])
    }
}

/// A line of written gold.
private struct WrittenName {
    let type: String
    /// What to look for, without brackets.
    let pattern: [UInt8]
    /// The name in it.
    let name: Range<Int>
    let thing: String?

    /// The pattern, for messages.
    var shown: String { String(decoding: pattern, as: UTF8.self) }

    init(_ line: Substring.UTF8View) throws(GoldError) {
        let parts = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
        guard let type = parts.first.map(String.init), EntityKind(name: type) != nil else {
            throw GoldError(message: "'\(parts.first ?? "")' is no type of names")
        }
        guard parts.count == 2 else { throw GoldError(message: "there is no name behind '\(type)'") }
        self.type = type
        let sides = parts[1].split(separator: " = ", omittingEmptySubsequences: false).map(String.init)
        var pattern = Array(sides[0].utf8)
        if let open = pattern.firstIndex(of: UInt8(ascii: "[")) {
            pattern.remove(at: open)
            guard let close = pattern[open...].firstIndex(of: UInt8(ascii: "]")) else {
                throw GoldError(message: "a bracket is not closed")
            }
            pattern.remove(at: close)
            name = open..<close
        } else {
            name = pattern.indices
        }
        self.pattern = pattern
        guard !name.isEmpty, sides.count <= 2, sides.last != "" else {
            throw GoldError(message: "the line is not 'TYPE name' or 'TYPE name = thing'")
        }
        thing = sides.count == 2 ? sides[1] : nil
        guard thing.map({ !$0.utf8.elementsEqual(pattern[name]) }) ?? true else {
            throw GoldError(message: "'\(shown)' needs not be said to be itself")
        }
    }

    /// Where the name is first found in `text` from `start` on, as whole words.
    func span(in text: [UInt8], from start: Int) -> Span? {
        guard let first = pattern.first else { return nil }
        for position in start..<max(start, text.count) where text[position] == first {
            if let span = span(in: text, at: position) { return span }
        }
        return nil
    }

    private func span(in text: [UInt8], at start: Int) -> Span? {
        var position = start
        var first = start
        var end = start
        for (index, byte) in pattern.enumerated() {
            if index == name.lowerBound { first = position }
            if byte == UInt8(ascii: " ") {
                let next = GoldDocument.skipWhiteSpace(in: text, from: position)
                guard next > position else { return nil }
                position = next
            } else {
                guard position < text.count, text[position] == byte else { return nil }
                position += 1
            }
            if index == name.upperBound - 1 { end = position }
        }
        let isWhole = !WrittenName.joins(text, at: first) && !WrittenName.joins(text, at: end)
        return isWhole ? Span(first..<end) : nil
    }

    /// Whether a word goes on at `position`.
    private static func joins(_ text: [UInt8], at position: Int) -> Bool {
        guard position > 0, position < text.count else { return false }
        let before = String(decoding: text[max(0, position - 4)..<position], as: UTF8.self).unicodeScalars.last
        let behind = String(decoding: text[position...].prefix(4), as: UTF8.self).unicodeScalars.first
        guard let before, let behind else { return false }
        return behind.properties.isGraphemeExtend || isPartOfWord(before) && isPartOfWord(behind)
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.isGraphemeExtend || scalar.properties.numericType != nil
    }
}
