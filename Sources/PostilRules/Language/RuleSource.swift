/// The text of a rule file with its name, for reading and for messages.
struct RuleSource: Sendable {
    /// What messages call the file.
    let name: String

    /// The UTF-8 bytes.
    let bytes: [UInt8]

    /// Where the lines begin.
    private let lineStarts: [Int]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The text of a range of bytes.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The text of a range on one line: line ends, comments and what indents the lines become single spaces.
    func lineText(_ range: Range<Int>) -> String {
        text(range).split(whereSeparator: \.isNewline).map { line in
            line.split(separator: " ").prefix { !$0.hasPrefix("#") }.joined(separator: " ")
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The line that holds the byte at `offset`, counted from 1.
    ///
    /// - Complexity: O(log n).
    func line(of offset: Int) -> Int {
        var lower = 0
        var upper = lineStarts.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if lineStarts[middle] <= offset { lower = middle } else { upper = middle }
        }
        return lower + 1
    }

    /// The bytes of the line `number`, without its end.
    func range(ofLine number: Int) -> Range<Int> {
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return start..<max(start, end)
    }

    /// A diagnostic at a range of the file.
    func diagnostic(_ range: Range<Int>, _ message: String, suggestion: String? = nil) -> RuleDiagnostic {
        let line = line(of: min(range.lowerBound, bytes.count))
        let lineRange = self.range(ofLine: line)
        let start = min(range.lowerBound, lineRange.upperBound)
        let end = min(max(range.upperBound, start), lineRange.upperBound)
        return RuleDiagnostic(
            message: message,
            file: name,
            line: line,
            column: text(lineRange.lowerBound..<start).count + 1,
            length: max(1, text(start..<end).count),
            excerpt: text(lineRange),
            suggestion: suggestion
        )
    }
}
