import PostilCore
import PostilNumbers

/// A token of digits, with what may stand behind them.
struct DigitToken {
    /// What follows the digits in the token.
    enum Suffix {
        case none, ordinal, plural
    }

    let value: Int
    /// How many digits there are.
    let width: Int
    let suffix: Suffix
    /// Whether an apostrophe stands before them.
    let hasApostrophe: Bool
}

extension PhraseParser {
    /// The most words of a number that is read.
    private static let longestSpokenNumber = 12

    /// The token at `index` as plain digits; nil where anything else is in it.
    func digits(_ index: Int) -> DigitToken? {
        guard has(index, .number) else { return nil }
        var offset = view.start(index)
        let end = view.end(index)
        var hasApostrophe = false
        if byte(offset) == 0x27 {
            hasApostrophe = true
            offset += 1
        } else if byte(offset) == 0xE2, byte(offset + 1) == 0x80, byte(offset + 2) == 0x98 || byte(offset + 2) == 0x99 {
            hasApostrophe = true
            offset += 3
        }
        let start = offset
        var value = 0
        while offset < end, isDigit(offset), offset - start < 9 {
            value = value * 10 + Int(byte(offset) & 15)
            offset += 1
        }
        let width = offset - start
        guard width > 0 else { return nil }
        let suffix: DigitToken.Suffix
        switch end - offset {
        case 0: suffix = .none
        case 1 where byte(offset) | 0x20 == UInt8(ascii: "s"): suffix = .plural
        case 2 where byte(offset) == 0x27 && byte(offset + 1) | 0x20 == UInt8(ascii: "s"): suffix = .plural
        case 2 where isOrdinalSuffix(offset): suffix = .ordinal
        case 4 where byte(offset) == 0xE2 && byte(offset + 3) | 0x20 == UInt8(ascii: "s"): suffix = .plural
        default: return nil
        }
        return DigitToken(value: value, width: width, suffix: suffix, hasApostrophe: hasApostrophe)
    }

    /// Whether the token is of digits, in or outside the sentence.
    func digits(_ index: Int, anywhere: Bool) -> Bool {
        positions.indices.contains(index) && table[Int(positions[index])].has(.number)
    }

    /// Whether an ASCII digit is at an offset.
    func isDigit(_ offset: Int) -> Bool { byte(offset) &- 0x30 < 10 }

    private func isOrdinalSuffix(_ offset: Int) -> Bool {
        let first = byte(offset) | 0x20
        let second = byte(offset + 1) | 0x20
        return first == UInt8(ascii: "s") && second == UInt8(ascii: "t")
            || first == UInt8(ascii: "n") && second == UInt8(ascii: "d")
            || first == UInt8(ascii: "r") && second == UInt8(ascii: "d")
            || first == UInt8(ascii: "t") && second == UInt8(ascii: "h")
    }

    /// A whole number in words or digits that starts at `index`, with a half where one is added.
    func cardinal(_ index: Int) -> (value: Int, hasHalf: Bool, end: Int)? {
        if has(index, .number), endsInFraction(index), let numeral = numeral(index) { return numeral }
        if let digits = digits(index), digits.suffix == .none, !digits.hasApostrophe, !isPower(behind: index) {
            if isSpaced(index + 1), let slash = fraction(index + 1) { return (digits.value, true, slash) }
            if has(index + 1, .and), let half = half(index + 2), digits.value < 100 {
                return (digits.value, true, half)
            }
            return (digits.value, false, index + 1)
        }
        if !has(index, .number), isPower(behind: index), let numeral = numeral(index) { return numeral }
        if has(index, .number) { return numeral(index) }
        guard let number = spokenCardinal(index) else { return nil }
        if has(number.end, .and), let half = half(number.end + 1) { return (number.value, true, half) }
        if has(number.end, .hyphen), has(number.end + 1, .and), has(number.end + 2, .hyphen),
            let half = half(number.end + 3)
        {
            return (number.value, true, half)
        }
        return (number.value, false, number.end)
    }

    /// Whether a power of ten above a thousand stands near, which only the numeral grammar reads.
    private func isPower(behind index: Int) -> Bool {
        isWord(index + 1, PhraseParser.powers) || isWord(index + 2, PhraseParser.powers)
            || isWord(index + 3, PhraseParser.powers) || isWord(index + 4, PhraseParser.powers)
    }

    private static let powers = KnownWords("million billion trillion")

    /// A number in words: up to thousands, with *and* and hyphens.
    func spokenCardinal(_ index: Int) -> (value: Int, end: Int)? {
        var index = index
        var total = 0
        var current = 0
        var found = false
        var last = 0
        if has(index, .article), has(index + 1, .magnitude) {
            current = 1
            index += 1
        }
        // No number of a date has more words; the bound keeps rows of number words from overflowing.
        let limit = index + PhraseParser.longestSpokenNumber
        while index < limit {
            let meaning = word(index)
            if meaning.has(.cardinal), !meaning.has(.common) {
                guard !found || last >= 100 || last >= 20 && meaning.value < 10 else { break }
                current += meaning.value
                last = meaning.value
            } else if meaning.has(.magnitude) {
                if meaning.value == 1000 {
                    total += max(1, current) * 1000
                    current = 0
                } else {
                    current = max(1, current) * 100
                }
                last = meaning.value
            } else {
                break
            }
            found = true
            index += 1
            if has(index, .hyphen), last >= 20, last < 100, has(index + 1, .cardinal), word(index + 1).value < 10 {
                index += 1
            } else if last >= 100, has(index, .and), has(index + 1, .cardinal) {
                index += 1
            }
        }
        return found ? (total + current, index) : nil
    }

    /// An ordinal in words or digits.
    func ordinal(_ index: Int) -> (value: Int, end: Int)? {
        if let digits = digits(index), digits.suffix == .ordinal { return (digits.value, index + 1) }
        let meaning = word(index)
        if meaning.has(.ordinal) { return (meaning.ordinal, index + 1) }
        if meaning.has(.cardinal), meaning.value >= 20 {
            let next = has(index + 1, .hyphen) ? index + 2 : index + 1
            let unit = word(next)
            if unit.has(.ordinal), unit.ordinal < 10 { return (meaning.value + unit.ordinal, next + 1) }
        }
        return nil
    }

    /// The end of *1/2* or *half* at `index`, which adds a half to a number.
    private func fraction(_ index: Int) -> Int? {
        guard has(index, .number), view.length(index) == 3, byte(view.start(index)) == 0x31,
            byte(view.start(index) + 1) == 0x2F, byte(view.start(index) + 2) == 0x32
        else { return nil }
        return index + 1
    }

    private func half(_ index: Int) -> Int? {
        if has(index, .article), has(index + 1, .half) { return index + 2 }
        return has(index, .half) ? index + 1 : nil
    }

    /// Whether a fraction of one character, such as *½*, ends the token or follows it directly.
    private func endsInFraction(_ index: Int) -> Bool {
        byte(view.end(index)) == 0xC2 || view.length(index) > 2 && byte(view.end(index) - 2) == 0xC2
    }

    /// Any other number that the numeral grammar reads: with separators, a decimal, a fraction or a power
    /// of ten. Only whole numbers and halves count units of time here.
    private func numeral(_ index: Int) -> (value: Int, hasHalf: Bool, end: Int)? {
        guard sentence.contains(index), has(index, [.number, .cardinal, .magnitude]),
            !has(index, .clock) || endsInFraction(index),
            let numeral = NumeralParser(view).numeral(at: index), numeral.kind != .ordinal, !numeral.hasSign,
            numeral.tokens.lowerBound == index, numeral.tokens.upperBound <= sentence.upperBound,
            Int(numeral.span.end) == view.end(numeral.tokens.upperBound - 1), let value = numeral.value
        else { return nil }
        let end = numeral.tokens.upperBound
        if let integer = value.integer { return integer < 0 ? nil : (integer, false, end) }
        guard let twice = value.multiplied(by: ExactNumber(2))?.integer, twice > 0 else { return nil }
        return (twice / 2, true, end)
    }
}
