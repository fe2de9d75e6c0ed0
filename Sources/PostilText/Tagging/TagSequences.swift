import PostilCore
import PostilLearning

/// Walks over the sentences of a text and hands out the features of their tokens.
struct TagSequences {
    let reader: TagWordReader

    /// Longer sentences, which no text for people has, are decided in pieces.
    static let longest = 512

    /// Calls `element` for each token of the sentences in order, and `end` behind each sentence or piece of one.
    ///
    /// - Complexity: O(tokens).
    @inline(__always)
    func walk(
        _ sentences: [Span],
        element: (_ token: Int, _ features: UnsafeBufferPointer<FeatureHash>, _ confined: UInt64) -> Void,
        end: (_ tokens: Range<Int>) -> Void
    ) {
        let view = reader.view
        var reader = reader
        withUnsafeTemporaryAllocation(of: TagWord.self, capacity: TagSequences.longest + 4) { words in
            withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: TagFeatures.templates.count) { features in
                guard let words = words.baseAddress, let buffer = features.baseAddress else { return }
                var first = 0
                var quotation = Quotation()
                for sentence in sentences {
                    while first < view.count, view.spans[first].start < sentence.start { first += 1 }
                    var last = first
                    while last < view.count, view.spans[last].start < sentence.end { last += 1 }
                    if first > 0, first < last { quotation.beginSentence(hasLineBreak(before: first)) }
                    while first < last {
                        let tokens = first..<min(last, first + TagSequences.longest)
                        TagSequences.fill(words, tokens, by: &reader)
                        let features = TagFeatures(capitals: capitals(of: tokens))
                        for token in tokens {
                            let index = token - tokens.lowerBound + 2
                            let count = features.fill(
                                buffer,
                                words: words,
                                index: index,
                                quotation: quotation.bits,
                                isFirst: token == tokens.lowerBound
                            )
                            element(token, UnsafeBufferPointer(start: buffer, count: count), words[index].confined)
                            if view.length(token) == 1 { quotation.see(view.firstByte(token)) }
                        }
                        end(tokens)
                        first = tokens.upperBound
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func fill(
        _ words: UnsafeMutablePointer<TagWord>,
        _ tokens: Range<Int>,
        by reader: inout TagWordReader
    ) {
        words[0] = .outside
        words[1] = .outside
        for token in tokens { words[token - tokens.lowerBound + 2] = reader.word(token) }
        words[tokens.count + 2] = .outside
        words[tokens.count + 3] = .outside
    }

    private func hasLineBreak(before token: Int) -> Bool {
        let view = reader.view
        return view.bytes[view.end(token - 1)..<view.start(token)].contains(0x0A)
    }

    /// See ``TagFeatures/capitals``.
    private func capitals(of tokens: Range<Int>) -> UInt64 {
        var (lower, upper, capitalized) = (0, 0, 0)
        for token in tokens where reader.view.values[token].kind == .word && reader.view.length(token) > 1 {
            switch reader.view.values[token].shape {
            case .lower: lower += reader.view.length(token) > 3 ? 1 : 0
            case .upper: upper += 1
            case .capitalized: capitalized += 1
            default: break
            }
        }
        if upper > 2 && lower + capitalized < upper / 2 { return 1 }
        if capitalized > 2 && lower < capitalized { return 2 }
        if upper + capitalized == 0 { return 3 }
        return 0
    }
}

/// Counts straight quotation marks, whose side only the others show.
private struct Quotation {
    private var isOpenInSentence = false
    private var isOpen = false

    /// Whether a quotation is open that began in the sentence, and one that began in the paragraph.
    var bits: UInt64 { (isOpenInSentence ? 1 : 0) | (isOpen ? 2 : 0) }

    mutating func beginSentence(_ isBehindLineBreak: Bool) {
        isOpenInSentence = false
        if isBehindLineBreak { isOpen = false }
    }

    @inline(__always)
    mutating func see(_ byte: UInt8) {
        guard byte == 0x22 else { return }
        isOpenInSentence.toggle()
        isOpen.toggle()
    }
}
