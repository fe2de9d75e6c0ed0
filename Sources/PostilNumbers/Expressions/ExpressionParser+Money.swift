import PostilCore
import PostilText

extension ExpressionParser {
    /// Completes an amount of money: a name behind a sign, and hundredths named apart.
    func finishMoney(_ amount: inout Amount, _ token: Int) {
        if amount.hasPrefix, let more = currencies.behind(amount.end, isDigits: false), completes(more, amount) {
            if amount.currency?.family != Currency.Family.none { amount.currency = more.currency }
            amount.end = more.range.upperBound
        }
        guard amount.currency?.minor == nil, amount.scale == .one, amount.numeral.decimals == 0,
            let (hundredths, end) = minorPart(behind: amount)
        else { return }
        amount.value = amount.value.flatMap { whole in
            ExactDecimal(coefficient: Int128(hundredths), exponent: -2).flatMap { whole.adding(ExactNumber($0)) }
        }
        amount.end = end
        amount.rule = .moneyWithMinorUnits
    }

    /// Whether a currency behind an amount with a sign says which one the sign means: *$5 USD*, *$5 dollars*.
    private func completes(_ match: CurrencyParser.Match, _ amount: Amount) -> Bool {
        guard let currency = amount.currency, match.currency.minor == nil, match.range.count > 1 else { return false }
        if currency.code == match.currency.code { return true }
        guard currency.family == .dollar else { return false }
        let code = match.currency.code
        return match.currency.family == .dollar || match.range.count == 3 && code.utf8.last == UInt8(ascii: "D")
    }

    /// The hundredths behind an amount, and where they end: *and 43 cents*, *43c*, *and fourteen*.
    private func minorPart(behind amount: Amount) -> (Int, Int)? {
        var next = token(startingAtOrAfter: amount.end, from: tokenIndex(at: max(amount.end - 1, 0)))
        guard next < view.count, view.start(next) - amount.end <= 2 else { return nil }
        var hasAnd = false
        if entry(next).numeral.kind == .and {
            hasAnd = true
            next += 1
        } else if view.length(next) == 1, view.firstByte(next) == UInt8(ascii: ",") {
            next += 1
        }
        guard next < view.count, view.values[next].kind == .number || view.values[next].kind == .word,
            let numeral = numerals.wholeNumeral(at: next), numeral.kind == .cardinal,
            let value = numeral.value?.integer,
            value > 0, value < 100, numeral.scale == .one
        else { return nil }
        let end = Int(numeral.span.end)
        if let unit = currencies.behind(end, isDigits: true), unit.currency.minor != nil || isPenny(unit) {
            return (value, unit.range.upperBound)
        }
        // *$20 and 43* and *20 dollars 43*: hundredths without a name end the phrase.
        guard
            value > 9 && numeral.notation == .digits && numeral.integerDigits == 2
                || numeral.notation == .words && (hasAnd || value > 9),
            isPhraseEnd(end) || hasAnd && units.hasWord("and", at: end + 1)
        else { return nil }
        return (value, end)
    }

    private func isPenny(_ match: CurrencyParser.Match) -> Bool { match.currency.minor != nil }

    /// Whether the text or a line begins or ends at the byte at `offset`.
    func isLineEdge(_ offset: Int) -> Bool {
        offset < 0 || offset >= view.bytes.count || byte(offset) == 0x0A || byte(offset) == 0x0D
    }

    /// Whether the text, a sentence or a clause ends at `offset`.
    func isPhraseEnd(_ offset: Int) -> Bool {
        switch byte(offset) {
        case 0, 0x0A, UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"): true
        case UInt8(ascii: "."), UInt8(ascii: ","): byte(offset + 1) <= 0x20
        default: false
        }
    }
}
