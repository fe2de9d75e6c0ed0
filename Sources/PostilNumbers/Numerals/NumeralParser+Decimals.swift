import PostilCore
import PostilText

extension NumeralParser {
    /// *point five*.
    func leadingPoint(at token: Int) -> Numeral? {
        guard word(token).kind == .point, token == 0 || !isNumeralWord(token - 1) else { return nil }
        guard let (value, last, count) = spokenDecimals(at: token + 1), token > 0 || count > 0 else { return nil }
        var numeral = made(ExactNumber(value), token, last)
        numeral.kind = .cardinal
        numeral.decimals = count
        return numeral
    }

    /// *two point seven one*, *3 point 5*, *two point two million*.
    func decimalWords(behind sum: NumeralSum) -> Numeral? {
        guard !sum.isOrdinal, !sum.isPlural, sum.last + 2 < view.count, view.end(sum.last) == sum.end,
            word(sum.last + 1).kind == .point, let (decimals, last, count) = spokenDecimals(at: sum.last + 2)
        else { return nil }
        var result = sum
        result.value = sum.value?.adding(decimals)
        result.last = last
        result.end = view.end(last)
        result.hasWords = true
        var numeral = finish(result)
        numeral.decimals = count
        return scaled(numeral)
    }

    /// The decimals read out from `token` on: *zero three*, *seventy-one*, *1415*.
    func spokenDecimals(at token: Int) -> (ExactDecimal, Int, Int)? {
        guard token < view.count else { return nil }
        var digits: Int128 = 0
        var count = 0
        var next = token
        var last = token
        while next < view.count, count < 30, let (value, width) = spokenDigit(next) {
            for _ in 0..<width { digits *= 10 }
            digits += Int128(value)
            count += width
            last = next
            if width > 1, word(next).kind == .tens, let unit = following(next), word(unit).kind == .unit,
                !word(unit).isOrdinal
            {
                digits += Int128(word(unit).value)
                last = unit
            }
            next = last + 1
            if width > 1 { break }
        }
        guard count > 0, let value = ExactDecimal(coefficient: digits, exponent: Int32(-count)) else { return nil }
        return (value, last, count)
    }

    func spokenDigit(_ token: Int) -> (Int, Int)? {
        let word = word(token)
        guard !word.isOrdinal else { return nil }
        switch word.kind {
        case .zero, .oh: return (0, 1)
        case .unit: return (Int(word.value), 1)
        case .teen, .tens: return (Int(word.value), 2)
        default:
            guard view.values[token].kind == .number else { return nil }
            let start = view.start(token)
            let end = DigitScanner(view.bytes).digitsEnd(start)
            guard end == view.end(token), end - start <= 9 else { return nil }
            var value = 0
            for offset in start..<end { value = value * 10 + Int(byte(offset) & 0x0F) }
            return (value, end - start)
        }
    }

    func isNumeralWord(_ token: Int) -> Bool {
        if view.values[token].kind == .number { return true }
        switch word(token).kind {
        case .zero, .unit, .teen, .tens, .hundred, .power, .multiple: return true
        default: return false
        }
    }
}
