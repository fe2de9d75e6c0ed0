import PostilCore
import PostilText

extension NumeralParser {
    /// *minus five*, *negative ninety-five hundred fifths*, *plus 3*.
    func signedNumeral(at token: Int) -> Numeral? {
        let sign = word(token)
        guard sign.kind == .minus || sign.kind == .plus, token + 1 < view.count, isAdjacent(token, token + 1),
            var numeral = unsigned(at: token + 1), numeral.kind != .ordinal, word(token + 1).kind != .article
        else { return nil }
        if sign.kind == .minus { numeral.value = numeral.value?.negated }
        numeral.hasSign = true
        numeral.tokens = token..<numeral.tokens.upperBound
        numeral.span = Span(start: view.spans[token].start, end: numeral.span.end)
        return numeral
    }

    /// The numeral with the sign that stands directly before it, or with one blank between at the start
    /// of a paragraph of one line.
    public func signed(_ numeral: Numeral) -> Numeral {
        guard !numeral.hasSign, numeral.notation != .words, numeral.kind != .ordinal else { return numeral }
        var start = Int(numeral.span.start)
        var isLoose = false
        if byte(start - 1) == 0x20 {
            isLoose = true
            start -= 1
        }
        guard let (width, isMinus) = sign(endingAt: start) else { return numeral }
        start -= width
        let before = byte(start - 1)
        if isLoose {
            guard isParagraph(from: start, through: Int(numeral.span.end)) else { return numeral }
        } else {
            guard
                start == 0 || before <= 0x20 || before == UInt8(ascii: "(") || before == UInt8(ascii: "[")
                    || before == UInt8(ascii: "=") || before == UInt8(ascii: "$") || before == UInt8(ascii: "<")
                    || before == UInt8(ascii: ">") || before == UInt8(ascii: "~") || before == UInt8(ascii: ",")
                    || before == UInt8(ascii: ":") || before == 0x9C
            else { return numeral }
        }
        var result = numeral
        result.hasSign = true
        if isMinus { result.value = numeral.value?.negated }
        result.span = Span(start: UInt32(start), end: numeral.span.end)
        var first = numeral.tokens.lowerBound
        while first > 0, view.start(first) > start { first -= 1 }
        result.tokens = first..<numeral.tokens.upperBound
        return result
    }

    /// The width of a sign that ends at `offset`, and whether it is a minus.
    private func sign(endingAt offset: Int) -> (Int, Bool)? {
        switch byte(offset - 1) {
        case UInt8(ascii: "-"): return (1, true)
        case UInt8(ascii: "+"): return (1, false)
        case 0x92 where byte(offset - 3) == 0xE2 && byte(offset - 2) == 0x88: return (3, true)
        case 0x93 where byte(offset - 3) == 0xE2 && byte(offset - 2) == 0x80: return (3, true)
        default: return nil
        }
    }

    /// Whether a paragraph of one line begins at `start` and holds `end`: a dash before a number is no list's
    /// mark there.
    private func isParagraph(from start: Int, through end: Int) -> Bool {
        var first = start
        while first > 0, byte(first - 1) == 0x20 { first -= 1 }
        guard
            first == 0 || byte(first - 1) == 0x0A && (first == 1 || byte(first - 2) == 0x0A || byte(first - 2) == 0x0D)
        else {
            return false
        }
        var last = end
        while last < view.bytes.count, byte(last) != 0x0A, last - end < 200 { last += 1 }
        return last >= view.bytes.count
            || byte(last) == 0x0A && (byte(last + 1) == 0x0A || byte(last + 1) == 0x0D || last + 1 == view.bytes.count)
    }
}
