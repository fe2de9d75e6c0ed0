import PostilCore
import PostilText

extension ExpressionParser {
    /// Applies *k*, *M*, *bn* and the like behind digits.
    func applyMagnitude(_ amount: inout Amount) {
        let end = amount.end
        let isJoined = isLetter(end)
        var start = isJoined ? end : skipBlank(end)
        if byte(start) == 0x20 { start += 1 }
        guard isLetter(start) else { return }
        var last = start
        while isLetter(last), last - start < 12 { last += 1 }
        guard !isLetter(last), !isDigit(last), byte(last) < 0x80 || currencies.signWidth(at: last) > 0 else { return }
        guard let power = magnitude(start..<last, isJoined: isJoined, amount),
            let factor = ExactDecimal.powerOfTen(power)
        else { return }
        amount.value = amount.value?.multiplied(by: ExactNumber(factor))
        amount.scale = factor
        amount.end = last
        if amount.rule == .digits { amount.rule = .magnitude }
        amount.numeral.notation = .mixed
    }

    /// The power of ten of the letters in `range`, where they are one here.
    private func magnitude(_ range: Range<Int>, isJoined: Bool, _ amount: Amount) -> Int32? {
        let isMoney = amount.kind == .money || currencies.behind(range.upperBound, isDigits: false) != nil
        let first = byte(range.lowerBound)
        let second = range.count > 1 ? byte(range.lowerBound + 1) : 0
        switch (range.count, first, second) {
        case (1, UInt8(ascii: "k"), _): return 3
        case (1, UInt8(ascii: "K"), _): return isJoined || isMoney || !speaksOfTemperature(near: amount.start) ? 3 : nil
        case (1, UInt8(ascii: "M"), _): return 6
        case (1, UInt8(ascii: "m"), _):
            return isMoney && amount.kind == .money || isJoined && countsThings(range.upperBound) ? 6 : nil
        case (1, UInt8(ascii: "B"), _): return isMoney || isJoined && amount.numeral.decimals > 0 ? 9 : nil
        case (1, UInt8(ascii: "b"), _): return isMoney || isJoined && amount.numeral.decimals > 0 ? 9 : nil
        case (1, UInt8(ascii: "G"), _):
            return isJoined && amount.numeral.integerDigits == 1 && amount.numeral.decimals == 0 ? nil : 9
        case (1, UInt8(ascii: "T"), _), (1, UInt8(ascii: "t"), _): return isMoney && amount.kind == .money ? 12 : nil
        case (2, UInt8(ascii: "M"), UInt8(ascii: "M")): return 6
        case (2, UInt8(ascii: "m"), UInt8(ascii: "m")): return amount.kind == .money ? 6 : nil
        case (2, _, _):
            switch (first | 0x20, second | 0x20) {
            case (UInt8(ascii: "m"), UInt8(ascii: "n")): return 6
            case (UInt8(ascii: "b"), UInt8(ascii: "n")): return 9
            case (UInt8(ascii: "t"), UInt8(ascii: "n")): return 12
            case (UInt8(ascii: "c"), UInt8(ascii: "r")): return 7
            default: return nil
            }
        case (3..., _, _):
            let hash = LowercaseHash(folding: UnsafeBufferPointer(rebasing: view.bytes[range]))
            let word = numerals.lexicon.entry(hash).numeral
            return word.kind == .power && !word.isOrdinal && isJoined ? Int32(word.value) : nil
        default: return nil
        }
    }

    /// Whether a plural noun stands at `offset`, so that *3.2m* counts things.
    private func countsThings(_ offset: Int) -> Bool {
        guard byte(offset) == 0x20, byte(offset + 1) >= 0x61 else { return false }
        var end = offset + 1
        while isLetter(end) { end += 1 }
        if units.hasWord("people", at: offset + 1) || units.hasWord("children", at: offset + 1) { return true }
        return byte(end - 1) == UInt8(ascii: "s") && end - offset > 4 && byte(end - 2) != UInt8(ascii: "s")
            && !units.hasWord("across", at: offset + 1)
    }

    /// Whether a degree sign or a word for heat stands near, so that K is kelvin.
    private func speaksOfTemperature(near place: Int) -> Bool {
        var offset = max(0, place - 200)
        while offset < min(view.bytes.count, place + 200) {
            switch byte(offset) {
            case 0xB0 where byte(offset - 1) == 0xC2: return true
            case UInt8(ascii: "t"), UInt8(ascii: "T"):
                if units.hasWord("temperature", at: offset) || units.hasWord("temperatures", at: offset) { return true }
            case UInt8(ascii: "k"), UInt8(ascii: "K"):
                if units.hasWord("kelvin", at: offset) { return true }
            default: break
            }
            offset += 1
        }
        return false
    }
}
