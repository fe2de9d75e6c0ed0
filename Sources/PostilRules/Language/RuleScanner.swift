/// Reads the words, strings and marks of a stretch of a rule file.
struct RuleScanner {
    let source: RuleSource
    private(set) var position: Int
    let end: Int

    init(_ source: RuleSource, in range: Range<Int>) {
        self.source = source
        position = range.lowerBound
        end = range.upperBound
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// Whether a byte may stand in a bare word: a letter, a digit, `_`, `-`, `'` or any byte beyond ASCII.
    static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x80...0xFF: true
        default: false
        }
    }

    /// The next byte behind white space and comments; nil at the end.
    mutating func peek() -> UInt8? {
        skipSpace()
        return position < end ? source.bytes[position] : nil
    }

    /// The next byte, white space or not; nil at the end.
    var adjacent: UInt8? { position < end ? source.bytes[position] : nil }

    /// Whether nothing is left.
    mutating func isAtEnd() -> Bool { peek() == nil }

    /// Passes over `mark` where it comes next.
    mutating func take(_ mark: String) -> Bool {
        skipSpace()
        let bytes = Array(mark.utf8)
        guard position + bytes.count <= end, source.bytes[position..<end].starts(with: bytes) else { return false }
        position += bytes.count
        return true
    }

    /// Passes over `word` where it comes next and is not the beginning of a longer one.
    mutating func takeWord(_ word: String) -> Bool {
        skipSpace()
        let start = position
        guard take(word) else { return false }
        if position < end, RuleScanner.isName(source.bytes[position]) {
            position = start
            return false
        }
        return true
    }

    /// Passes over the next byte.
    mutating func advance() { position = min(position + 1, end) }

    /// Goes back or on to `position`.
    mutating func move(to position: Int) { self.position = position }

    /// A bare word, in which `extra` bytes may stand besides letters, digits, `_` and `-`; nil where none comes next.
    mutating func word(extra: [UInt8] = []) -> (text: String, range: Range<Int>)? {
        skipSpace()
        let start = position
        while position < end, RuleScanner.isName(source.bytes[position]) || extra.contains(source.bytes[position]) {
            position += 1
        }
        return start < position ? (source.text(start..<position), start..<position) : nil
    }

    /// A text between `quote` marks, in which `\` takes the next character as it is, `\n` is a line end and `\t` a tab;
    /// nil where none comes next.
    mutating func string(_ quote: UInt8) throws(RuleDiagnostic) -> (text: String, range: Range<Int>)? {
        guard peek() == quote else { return nil }
        let start = position
        var bytes: [UInt8] = []
        position += 1
        while position < end, source.bytes[position] != quote {
            guard source.bytes[position] != 0x0A else { break }
            if source.bytes[position] == 0x5C, position + 1 < end {
                position += 1
                switch source.bytes[position] {
                case 0x6E: bytes.append(0x0A)
                case 0x74: bytes.append(0x09)
                default: bytes.append(source.bytes[position])
                }
            } else {
                bytes.append(source.bytes[position])
            }
            position += 1
        }
        guard position < end, source.bytes[position] == quote else {
            throw source.diagnostic(start..<position, "this text has no closing mark on its line")
        }
        position += 1
        return (String(decoding: bytes, as: UTF8.self), start..<position)
    }

    /// A whole number; nil where none comes next.
    mutating func number() -> Int? {
        skipSpace()
        var digits = position
        while digits < end, (0x30...0x39).contains(source.bytes[digits]) { digits += 1 }
        guard digits > position, let number = Int(source.text(position..<digits)) else { return nil }
        position = digits
        return number
    }

    /// A diagnostic at what comes next.
    func error(_ message: String, suggestion: String? = nil) -> RuleDiagnostic {
        var stop = position
        while stop < end, RuleScanner.isName(source.bytes[stop]) { stop += 1 }
        return source.diagnostic(position..<max(stop, position + 1), message, suggestion: suggestion)
    }

    /// Comments begin with `#` at the beginning of a line or behind white space.
    private mutating func skipSpace() {
        while position < end {
            let byte = source.bytes[position]
            if byte == 0x0A || RuleScanner.isSpace(byte) {
                position += 1
            } else if byte == 0x23, position == 0 || source.bytes[position - 1] <= 0x20 {
                while position < end, source.bytes[position] != 0x0A { position += 1 }
            } else {
                return
            }
        }
    }
}
