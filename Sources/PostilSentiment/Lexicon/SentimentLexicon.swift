import CModels
import PostilCore

/// Words, phrases, emoticons and emoji with their valence, and the words that compose them.
///
/// The form of a lexicon is a line for each entry: the term, a number, and what kind of entry it is where
/// it is not a valence, parted by tabs. A term of several words is a phrase of several tokens. Lines
/// that are empty or begin with `# ` are comments.
///
/// ```
/// splendid	2.8
/// never fails to	0.8
/// awfully	0.293	intensifier
/// pretty	2.2	adjective
/// ```
public struct SentimentLexicon: Sendable {
    private var table = WordTable()
    private var phrases = WordTable()
    private(set) var entries: [SentimentEntry] = []

    /// A bit for the hash of each beginning of a phrase of two tokens and more; most stretches end here.
    private var beginnings = [UInt64](repeating: 0, count: 1024)

    /// A number that changes with the entries.
    public private(set) var fingerprint = Fingerprint()

    /// The most tokens that a phrase can have.
    static let longestPhrase = 8

    /// The lexicon that is part of the program.
    ///
    /// - Throws: ``SentimentLexiconError`` where it has a line that this version cannot read.
    public init() throws(SentimentLexiconError) {
        let bytes = UnsafeRawBufferPointer(
            start: postil_sentiment_lexicon(),
            count: postil_sentiment_lexicon_size()
        )
        try add(bytes.bindMemory(to: UInt8.self), path: "sentiment.lexicon")
    }

    /// The lexicon with the entries of a file, which override its own.
    ///
    /// - Parameters:
    ///   - contents: The bytes of the file.
    ///   - path: Its path, for errors.
    /// - Throws: ``SentimentLexiconError`` with the line that cannot be read.
    public func adding(_ contents: [UInt8], path: String) throws(SentimentLexiconError) -> SentimentLexicon {
        var copy = self
        let result = contents.withUnsafeBufferPointer { bytes -> SentimentLexiconError? in
            do throws(SentimentLexiconError) {
                try copy.add(bytes, path: path)
                return nil
            } catch {
                return error
            }
        }
        if let result { throw result }
        return copy
    }

    /// The number of the entry of a word; nil where the lexicon has none.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    func index(of word: LowercaseHash) -> Int? { table.index(of: word.bits) }

    /// The number of the entry of a phrase, by the hashes of its tokens put together with ``join(_:_:)``.
    @inline(__always)
    func index(ofPhrase bits: UInt64) -> Int? { phrases.index(of: bits) }

    /// Whether a phrase can begin with the tokens whose hashes put together are `bits`; false is certain.
    @inline(__always)
    func mayBegin(with bits: UInt64) -> Bool { beginnings[Int(bits &>> 54)] & 1 &<< (bits & 63) != 0 }

    /// The number of the entry of a word in a part of speech; nil where it has none of its own there.
    @inline(__always)
    func index(of word: LowercaseHash, as sense: SentimentSense) -> Int? {
        phrases.index(of: SentimentLexicon.join(word.bits, LowercaseHash(bits: sense.rawValue)))
    }

    /// The hash of a phrase of which `bits` is the beginning and `word` the next token.
    @inline(__always)
    static func join(_ bits: UInt64, _ word: LowercaseHash) -> UInt64 {
        let mixed = (bits ^ (bits &>> 31)) &* 0x9E37_79B9_7F4A_7C15 &+ word.bits
        return mixed ^ (mixed &>> 29)
    }
}

extension SentimentLexicon {
    private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>,
        path: String
    ) throws(SentimentLexiconError) {
        fingerprint.combine(bytes)
        var line = 0
        var start = 0
        while start < bytes.count {
            line += 1
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            defer { start = end + 1 }
            var stop = end
            if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
            let isComment = stop > start + 1 && bytes[start] == 0x23 && bytes[start + 1] == 0x20
            if stop == start || isComment { continue }
            guard add(line: UnsafeBufferPointer(rebasing: bytes[start..<stop])) else {
                throw SentimentLexiconError(path: path, line: line)
            }
        }
    }

    /// Adds one line; false where it is none of a lexicon.
    private mutating func add(line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let tab = line.firstIndex(of: 0x09), tab > 0 else { return false }
        let rest = line[(tab + 1)...]
        let second = rest.firstIndex(of: 0x09) ?? rest.endIndex
        guard let number = SentimentLexicon.number(rest[..<second]), abs(number) <= 4 else { return false }
        var role = SentimentRole.valence
        var sense: SentimentSense?
        if second < rest.endIndex {
            let name = String(decoding: rest[rest.index(after: second)...], as: UTF8.self)
            sense = SentimentSense.allCases.first { $0.name == name }
            guard let kind = SentimentRole.kinds.first(where: { $0.name == name })?.role ?? sense.map({ _ in .valence })
            else { return false }
            role = kind
        }
        let words = SentimentLexicon.tokens(of: UnsafeBufferPointer(rebasing: line[..<tab]))
        guard let first = words.first, words.count <= SentimentLexicon.longestPhrase else { return false }
        let position: Int
        if let sense {
            guard words.count == 1 else { return false }
            let word = entry(of: first.bits, in: \.table)
            let bits = SentimentLexicon.join(first.bits, LowercaseHash(bits: sense.rawValue))
            position = entry(of: bits, in: \.phrases)
            entries[position] = entries[word]
            entries[word].roles.insert(.senses)
        } else if words.count == 1 {
            position = entry(of: first.bits, in: \.table)
            // A valence that is given later holds in all parts of speech.
            if role == .valence { entries[position].roles.remove(.senses) }
        } else {
            let start = entry(of: first.bits, in: \.table)
            entries[start].longestPhrase = max(entries[start].longestPhrase, UInt8(words.count))
            let bits = words.dropFirst().reduce(first.bits) { beginning, word in
                let bits = SentimentLexicon.join(beginning, word)
                beginnings[Int(bits &>> 54)] |= 1 &<< (bits & 63)
                return bits
            }
            position = entry(of: bits, in: \.phrases)
        }
        entries[position].add(role, number: number)
        return true
    }

    private mutating func entry(of bits: UInt64, in table: WritableKeyPath<SentimentLexicon, WordTable>) -> Int {
        if let position = self[keyPath: table].index(of: bits) { return position }
        self[keyPath: table].insert(bits, index: entries.count)
        entries.append(SentimentEntry())
        return entries.count - 1
    }

    /// The hashes of the tokens of a term: what spaces part, and the parts of words with hyphens.
    private static func tokens(of term: UnsafeBufferPointer<UInt8>) -> [LowercaseHash] {
        var tokens: [LowercaseHash] = []
        var start = 0
        func add(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            let part = UnsafeBufferPointer(rebasing: term[range])
            let isASCII = part.allSatisfy { $0 < 0x80 }
            tokens.append(
                isASCII ? LowercaseHash(folding: part) : LowercaseHash(word: String(decoding: part, as: UTF8.self))
            )
        }
        for position in term.indices {
            if term[position] == 0x20 {
                add(start..<position)
                start = position + 1
            } else if term[position] == 0x2D, position > start, position + 1 < term.count,
                isLetter(term[position - 1]), isLetter(term[position + 1])
            {
                add(start..<position)
                add(position..<position + 1)
                start = position + 1
            }
        }
        add(start..<term.count)
        return tokens
    }

    /// The number that digits with a sign and a point write; nil for other text.
    private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Float? {
        let isNegative = bytes.first == 0x2D
        var digits = 0.0
        var divisor = 1.0
        var isFraction = false
        var count = 0
        for byte in isNegative ? bytes.dropFirst() : bytes {
            if byte == 0x2E, !isFraction {
                isFraction = true
                continue
            }
            guard byte &- 0x30 < 10, count < 9 else { return nil }
            count += 1
            digits = digits * 10 + Double(byte &- 0x30)
            if isFraction { divisor *= 10 }
        }
        guard count > 0 else { return nil }
        return Float((isNegative ? -digits : digits) / divisor)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

/// A growing map from hashes to small numbers by open addressing.
private struct WordTable: Sendable {
    private var keys: [UInt64]
    private var indices: [Int32]
    private var count = 0

    init() {
        keys = Array(repeating: 0, count: 1 << 15)
        indices = Array(repeating: -1, count: 1 << 15)
    }

    @inline(__always)
    func index(of bits: UInt64) -> Int? {
        let mask = keys.count &- 1
        var slot = Int(truncatingIfNeeded: bits) & mask
        while indices[slot] >= 0 {
            if keys[slot] == bits { return Int(indices[slot]) }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    mutating func insert(_ bits: UInt64, index: Int) {
        if count * 2 > keys.count { grow() }
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: bits) & mask
        while indices[slot] >= 0 { slot = (slot + 1) & mask }
        keys[slot] = bits
        indices[slot] = Int32(truncatingIfNeeded: index)
        count += 1
    }

    private mutating func grow() {
        let old = zip(keys, indices).filter { $0.1 >= 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        indices = Array(repeating: -1, count: keys.count)
        count = 0
        for (bits, index) in old { insert(bits, index: Int(index)) }
    }
}
