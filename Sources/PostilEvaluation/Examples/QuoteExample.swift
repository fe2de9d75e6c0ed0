import PostilCore

/// A text, and the quotations that are to be found in it, all of them.
public struct QuoteExample: Hashable, Sendable, CustomStringConvertible {
    /// A quotation that is marked in the text.
    public struct Expected: Hashable, Sendable {
        /// How it is quoted.
        public internal(set) var kind = QuoteKind.direct

        /// Its parts, in UTF-8 bytes.
        public internal(set) var parts: [Span] = []

        /// Whether it is an attitude rather than words.
        public internal(set) var isAttitude = false

        /// Its source, in UTF-8 bytes.
        public internal(set) var speaker: Span?

        /// The words that introduce it, in UTF-8 bytes.
        public internal(set) var cue: Span?

        /// Whom the speaker is about; nil where that is not said.
        public internal(set) var name: String?
    }

    /// Where it stands: `file:name`.
    public let place: String

    /// The text.
    public let text: String

    /// Its quotations.
    public let quotes: [Expected]

    /// The place.
    public var description: String { place }

    /// The documents of a file.
    ///
    /// `== NAME` begins a document; `= N NAME` says whom the speaker of quotation N is about; `#` begins a comment;
    /// all other lines are text. In it `[KN …]` marks a piece of quotation N (a digit) of the kind K, with a star
    /// behind the digit for an attitude; further pieces have no letter. `<sN …>` marks its speaker, `<cN …>` its
    /// cue. Kinds: d direct, i indirect, m mixed, s scare, t title, n nickname, p part of a mixed one, q nested.
    ///
    /// - Parameter name: The file's name, for ``place``.
    /// - Complexity: O(n).
    public static func examples(in source: String, name: String) -> [QuoteExample] {
        var examples: [QuoteExample] = []
        var document: String?
        var lines: [Substring] = []
        var names: [Int: String] = [:]
        func finish() {
            guard let document else { return }
            while lines.first?.isEmpty == true { lines.removeFirst() }
            while lines.last?.isEmpty == true { lines.removeLast() }
            var parser = MarkerParser(lines.joined(separator: "\n"))
            parser.parse()
            var quotes = parser.quotes
            for (number, name) in names { quotes[number]?.name = name }
            examples.append(
                QuoteExample(
                    place: "\(name):\(document)",
                    text: String(decoding: parser.text, as: UTF8.self),
                    quotes: quotes.sorted { $0.key < $1.key }.map(\.value)
                )
            )
        }
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") { continue }
            if line.hasPrefix("== ") {
                finish()
                document = String(line.dropFirst(3))
                lines = []
                names = [:]
            } else if line.hasPrefix("= "), let number = line.dropFirst(2).first?.wholeNumberValue {
                names[number] = String(line.dropFirst(4))
            } else {
                lines.append(line)
            }
        }
        finish()
        return examples
    }
}

/// Reads the markers of a text.
private struct MarkerParser {
    private let source: [UInt8]
    private(set) var text: [UInt8] = []
    private(set) var quotes: [Int: QuoteExample.Expected] = [:]
    private var open: [(mark: UInt8, number: Int, start: Int)] = []

    private static let kinds: [UInt8: QuoteKind] = [
        UInt8(ascii: "d"): .direct, UInt8(ascii: "i"): .indirect, UInt8(ascii: "m"): .mixed,
        UInt8(ascii: "s"): .scare, UInt8(ascii: "t"): .title, UInt8(ascii: "n"): .nickname,
        UInt8(ascii: "p"): .part, UInt8(ascii: "q"): .nested,
    ]

    init(_ source: String) { self.source = Array(source.utf8) }

    mutating func parse() {
        var index = 0
        while index < source.count {
            if let length = opener(at: index) {
                index += length
            } else if let last = open.last,
                source[index] == (last.mark == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ">"))
            {
                close()
                index += 1
            } else {
                text.append(source[index])
                index += 1
            }
        }
    }

    /// Takes `[d1 `, `[i1* `, `[1 `, `<s1 ` or `<c1 `; returns its length.
    private mutating func opener(at index: Int) -> Int? {
        let mark = source[index]
        guard mark == UInt8(ascii: "[") || mark == UInt8(ascii: "<") else { return nil }
        var next = index + 1
        var letter: UInt8?
        if next < source.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(source[next]) {
            letter = source[next]
            next += 1
        }
        guard next < source.count, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(source[next]) else { return nil }
        let number = Int(source[next] - UInt8(ascii: "0"))
        next += 1
        let isAttitude = next < source.count && source[next] == UInt8(ascii: "*")
        if isAttitude { next += 1 }
        guard next < source.count, source[next] == UInt8(ascii: " ") else { return nil }
        if mark == UInt8(ascii: "[") {
            if let letter {
                guard let kind = MarkerParser.kinds[letter] else { return nil }
                quotes[number, default: QuoteExample.Expected()].kind = kind
            }
            if isAttitude { quotes[number]?.isAttitude = true }
            open.append((mark, number, text.count))
        } else {
            guard letter == UInt8(ascii: "s") || letter == UInt8(ascii: "c") else { return nil }
            open.append((letter ?? mark, number, text.count))
        }
        return next + 1 - index
    }

    private mutating func close() {
        guard let last = open.popLast() else { return }
        let span = Span(last.start..<text.count)
        switch last.mark {
        case UInt8(ascii: "["): quotes[last.number]?.parts.append(span)
        case UInt8(ascii: "s"): quotes[last.number, default: QuoteExample.Expected()].speaker = span
        default: quotes[last.number, default: QuoteExample.Expected()].cue = span
        }
    }
}
