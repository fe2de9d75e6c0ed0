import PostilCore
import PostilLexicon
import PostilText

/// What the features of names know of one token by itself.
struct WordFacts {
    /// The hash of the lower-cased form.
    var word: UInt64 = 0
    /// The hash of the form as it is written, digits alike.
    var form: UInt64 = 0
    /// The capitals, digits and marks in their order, runs of one kind as one.
    var shape: UInt64 = 0
    /// The whole path of the word's class, 0 where it has none.
    var wordClass: UInt32 = 0
    /// The path of the class of the word in its other case.
    var otherClass: UInt32 = 0
    /// The path of the class of the lower-cased word by its contexts in very many texts, 0 where it has none.
    var context: UInt32 = 0
    /// Whether the token looks like a part of a name: a word that does not begin in lower case.
    var isCapital = false
    /// Whether the token is a word that may stand inside a name between capitals: *of*, *the*, *de*.
    var isConnector = false

    /// The facts of a token beyond the ends of a sentence.
    static let outside = WordFacts(word: 0x0DD, form: 0x0DD, shape: 0x0DD, wordClass: 1, otherClass: 1, context: 1)

    /// The first bits of the path.
    func path(_ length: Int) -> UInt64 { WordFacts.prefix(of: wordClass, length) }

    /// The first bits of the other case's path.
    func otherPath(_ length: Int) -> UInt64 { WordFacts.prefix(of: otherClass, length) }

    /// The first bits of the path of the class by contexts.
    func contextPath(_ length: Int) -> UInt64 { WordFacts.prefix(of: context, length) }

    private static func prefix(of path: UInt32, _ length: Int) -> UInt64 {
        let bits = 31 &- max(path, 1).leadingZeroBitCount
        return UInt64(bits > length ? path >> UInt32(bits &- length) : path)
    }
}

extension TokenView {
    /// Whether two tokens of one form are words of one kind and have one hash whatever their case.
    fileprivate func isAlike(_ first: Int, _ second: Int) -> Bool {
        values[first].kind == values[second].kind && values[first].shape == values[second].shape
            && values[first].hash == values[second].hash && length(first) == length(second)
    }
}

extension WordFacts {
    /// The places of the memory for words that come again; a power of two.
    private static let remembered = 256

    /// The facts of all tokens of a text.
    ///
    /// - Complexity: O(bytes), and much less for words that have occurred shortly before.
    static func all(of view: TokenView, classes: WordClasses, contexts: WordClasses) -> [WordFacts] {
        guard let base = view.bytes.baseAddress else { return [] }
        return [WordFacts](unsafeUninitializedCapacity: view.count) { facts, count in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: remembered) { memory in
                memory.initialize(repeating: -1)
                for token in 0..<view.count {
                    let start = view.start(token)
                    let hash = CasedHash(
                        base + start,
                        count: view.length(token),
                        readable: view.bytes.count - start
                    )
                    let place = Int(truncatingIfNeeded: hash.bits) & (remembered - 1)
                    let earlier = Int(memory[place])
                    if earlier >= 0, facts[earlier].form == hash.bits, view.isAlike(earlier, token) {
                        (facts.baseAddress.unsafelyUnwrapped + token).initialize(to: facts[earlier])
                    } else {
                        (facts.baseAddress.unsafelyUnwrapped + token).initialize(
                            to: WordFacts(view, token, hash: hash, classes: classes, contexts: contexts)
                        )
                        memory[place] = Int32(truncatingIfNeeded: token)
                    }
                }
            }
            count = view.count
        }
    }

    /// The facts of `token`, whose form has the hash `hash`.
    private init(_ view: TokenView, _ token: Int, hash: CasedHash, classes: WordClasses, contexts: WordClasses) {
        let value = view.values[token]
        let start = view.start(token)
        let length = view.length(token)
        word = value.hash.bits
        guard let base = view.bytes.baseAddress else { return }
        let pointer = base + start
        form = hash.bits
        if let found = classes[hash] { wordClass = classes.path(of: found) }
        shape = WordFacts.shape(UnsafeBufferPointer(start: pointer, count: length), value.shape)
        switch value.shape {
        case .capitalized, .upper, .initial, .mixed: isCapital = value.kind == .word || value.kind == .number
        default: isCapital = false
        }
        let bytes = UnsafeBufferPointer(start: pointer, count: length)
        // Addresses and lines of dashes are long, and no words, but some have a class.
        let isWritten = value.shape == .lower && length <= WordClasses.longestLowercased
        let contextClass = isWritten ? contexts[hash] : contexts[lowercasing: bytes]
        if let contextClass { context = contexts.path(of: contextClass) }
        guard value.kind == .word, length <= WordFacts.longestWord else { return }
        isConnector = WordFacts.connectors.contains(value.hash)
        otherClass = WordFacts.otherClass(bytes, value.shape, classes)
    }

    /// Longer words have no class but their own.
    private static let longestWord = 24

    /// Words that stand inside names.
    private static let connectors: Set<LowercaseHash> = Set(
        [
            "of", "the", "for", "and", "&", "de", "la", "del", "van", "von", "der", "den", "du", "di", "da", "al", "el",
            "bin",
            "ibn", "in", "on", "at", "to", "a", "y", "e", "'s", "’s", "-",
        ]
        .map { LowercaseHash(word: $0) }
    )

    /// The class of the word in the case that it might as well have: capitalised words in lower case, words in
    /// lower case or all capitals capitalised.
    private static func otherClass(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ shape: TokenShape,
        _ classes: WordClasses
    ) -> UInt32 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestWord) { buffer in
            for (index, byte) in bytes.enumerated() {
                let isUpper = byte >= 0x41 && byte <= 0x5A
                let isLower = byte >= 0x61 && byte <= 0x7A
                buffer[index] = byte
                if isUpper && (index > 0 || shape == .capitalized || shape == .initial) { buffer[index] = byte | 0x20 }
                if isLower, index == 0, shape == .lower { buffer[index] = byte & 0xDF }
            }
            return classes[UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<bytes.count])]
                .map { classes.path(of: $0) } ?? 0
        }
    }

    private static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ known: TokenShape) -> UInt64 {
        var code: UInt64 = 1
        var last: UInt64 = 0
        var run = 0
        for (index, byte) in bytes.prefix(20).enumerated() {
            var kind: UInt64
            switch byte {
            case 0x41...0x5A: kind = 1
            case 0x61...0x7A: kind = 2
            case 0x30...0x39: kind = 3
            case 0x80...: kind = index == 0 && (known == .capitalized || known == .initial) ? 1 : 2
            default: kind = UInt64(byte)
            }
            if known == .upper, byte >= 0x80 { kind = 1 }
            run = kind == last ? run + 1 : 1
            last = kind
            // A run counts as one or as two; longer ones are alike.
            if run <= 2 { code = (code &* 131) &+ kind &+ (run == 2 ? 64 : 0) }
        }
        return code
    }
}
