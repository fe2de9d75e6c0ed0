import PostilCore

/// Hours with quarters, as commands and questions have them.
extension PhraseParser {
    /// *1/2 hour*, *three-quarters of an hour*, *one and a quarter hours*, *1/4h*.
    func hourFraction(_ index: Int) -> Phrase? {
        var next = index
        var hours = 0
        if let whole = cardinal(next), !whole.hasHalf, whole.value < 100, has(whole.end, .and) {
            hours = whole.value
            next = whole.end + 1
        }
        guard let quarters = quarters(&next) else { return nil }
        guard let end = hourUnit(next, behind: index) else { return nil }
        let minutes = hours * 60 + quarters * 15
        var phrase = Phrase(index..<end, .length, .duration(Length(minutes, .minute)))
        if isWord(index - 1, PhraseParser.inWord) {
            phrase.meaning = .shifted(Length(minutes, .minute), 1, isFromMention: false)
            phrase.rule = .lengthAgo
        }
        return phrase
    }

    /// The number of quarters at `index`, which moves behind them.
    private func quarters(_ index: inout Int) -> Int? {
        if has(index, .number), view.length(index) == 3, byte(view.start(index) + 1) == UInt8(ascii: "/") {
            let parts = (byte(view.start(index)), byte(view.start(index) + 2))
            index += 1
            return PhraseParser.quarterCount(parts.0, parts.1)
        }
        if has(index, .number), view.length(index) == 1, has(index + 1, .slash), !isSpaced(index + 1),
            !isSpaced(index + 2), has(index + 2, .clock)
        {
            let parts = (byte(view.start(index)), byte(view.start(index + 2)))
            index += 2
            return PhraseParser.quarterCount(parts.0, parts.1)
        }
        var next = index
        if has(next, .article) { next += 1 }
        var count = 1
        if has(next, .cardinal), (1...3).contains(word(next).value), word(next).unit == nil {
            count = word(next).value
            next += has(next + 1, .hyphen) ? 2 : 1
        }
        guard has(next, .unit), word(next).unit == .quarter else { return nil }
        index = next + 1
        return count
    }

    private static func quarterCount(_ first: UInt8, _ last: UInt8) -> Int? {
        switch (first, last) {
        case (UInt8(ascii: "1"), UInt8(ascii: "2")): 2
        case (UInt8(ascii: "1"), UInt8(ascii: "4")): 1
        case (UInt8(ascii: "3"), UInt8(ascii: "4")): 3
        default: nil
        }
    }

    /// The end of *hour*, *of an hour*, *h* or of the *4h* in *1/4h*.
    private func hourUnit(_ index: Int, behind start: Int) -> Int? {
        if has(index, .clock), view.length(index) == 2, byte(view.start(index) + 1) | 0x20 == UInt8(ascii: "h") {
            return index > start ? index + 1 : nil
        }
        var next = index
        if has(next, .of) { next += 1 }
        if has(next, .article) { next += 1 }
        guard has(next, .unit) && word(next).unit == .hour || isWord(next, PhraseParser.hourLetter) else { return nil }
        return next + 1
    }

    private static let hourLetter = KnownWords("h hr")
}
