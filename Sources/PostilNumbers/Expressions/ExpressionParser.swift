import PostilCore
import PostilText

/// Puts numbers, their units and their approximators together.
struct ExpressionParser {
    let view: TokenView
    let numerals: NumeralParser
    let units: UnitParser
    let currencies: CurrencyParser
    let approximators = ApproximatorPhrases.english
    var resolver: CurrencyResolver

    /// The offset before which everything belongs to an earlier expression.
    var floor = 0
    /// Whether a sign of pounds stands in the text.
    let hasPoundSign: Bool

    init(_ view: TokenView, currencies table: CurrencyTable = .standard) {
        self.view = view
        numerals = NumeralParser(view)
        units = UnitParser(view.bytes)
        currencies = CurrencyParser(view.bytes, table: table)
        resolver = CurrencyResolver()
        hasPoundSign = ExpressionParser.hasPoundSign(view.bytes)
    }

    private static func hasPoundSign(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.firstIndex(of: 0xA3) else { return false }
        return first > 0 && bytes[first - 1] == 0xC2
    }

    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { numerals.byte(offset) }

    @inline(__always)
    func isDigit(_ offset: Int) -> Bool { byte(offset) &- 0x30 < 10 }

    @inline(__always)
    func isLetter(_ offset: Int) -> Bool { (byte(offset) | 0x20) &- 0x61 < 26 }

    @inline(__always)
    func entry(_ token: Int) -> LexiconEntry { numerals.entry(token) }

    /// The offset behind one blank at `offset`, plain or not breaking.
    func skipBlank(_ offset: Int) -> Int {
        if byte(offset) == 0x20 { return offset + 1 }
        if byte(offset) == 0xC2, byte(offset + 1) == 0xA0 { return offset + 2 }
        if byte(offset) == 0xE2, byte(offset + 1) == 0x80, byte(offset + 2) == 0x89 || byte(offset + 2) == 0xAF {
            return offset + 3
        }
        return offset
    }

    /// The first token that does not start before `offset`.
    func token(startingAtOrAfter offset: Int, from token: Int) -> Int {
        var next = token
        while next < view.count, view.start(next) < offset { next += 1 }
        return next
    }

    /// The number that begins at `token` or whose approximator or sign stands before it.
    ///
    func expression(at token: Int) -> NumberExpression? {
        if let special = special(at: token) { return special }
        guard let first = amount(at: token), first.start >= floor else { return nil }
        let whole = grown(first, from: token)
        return limited(whole)
    }

    /// An amount with a second end, a second unit or another side.
    private func grown(_ amount: Amount, from token: Int) -> NumberExpression {
        if let compound = compound(amount, from: token) { return expression(of: compound) }
        if let dimensions = dimensions(amount, from: token) { return dimensions }
        if let odds = odds(amount, from: token) { return odds }
        if let range = range(amount, from: token) { return range }
        if let ratio = ratio(amount, from: token) { return ratio }
        if let alternatives = alternatives(amount, from: token) { return alternatives }
        return expression(of: repeated(amount))
    }

    /// *thirty (30)*: the number once more in brackets belongs to it.
    private func repeated(_ amount: Amount) -> Amount {
        guard amount.unit == nil, amount.currency == nil, byte(amount.end) == 0x20,
            byte(amount.end + 1) == UInt8(ascii: "(")
        else { return amount }
        let next = token(startingAtOrAfter: amount.end + 2, from: tokenIndex(at: amount.end))
        guard next < view.count, view.start(next) == amount.end + 2, let again = numerals.numeral(at: next),
            again.value == amount.value,
            byte(Int(again.span.end)) == UInt8(ascii: ")")
        else { return amount }
        var result = amount
        result.end = Int(again.span.end) + 1
        return result
    }

    /// The expression of one amount.
    func expression(of amount: Amount) -> NumberExpression {
        var value = NumberValue(kind: amount.kind, value: amount.value)
        describe(&value, amount)
        value.isFraction = amount.numeral.kind == .fraction
        if let error = amount.error, let number = amount.value {
            value.low = number.adding(ExactNumber(error.negated))
            value.high = number.adding(ExactNumber(error))
            value.approximation = .about
        }
        var expression = NumberExpression(start: amount.start, end: amount.end, value: value, rule: amount.rule)
        expression.family = amount.currency?.family ?? .none
        expression.isTime = amount.unit?.dimension == .time
        return expression
    }

    /// Adds unit, currency and the value in base units.
    func describe(_ value: inout NumberValue, _ amount: Amount) {
        value.unit = amount.unit?.code ?? amount.unitName
        if let currency = amount.currency {
            value.currency = currency.code
            if currency.minor != nil {
                value.baseValue = amount.value?.divided(by: ExactNumber(100))?.rounded(digits: 15)
                value.baseUnit = currency.code
            }
        }
        guard let number = value.value else {
            value.baseUnit = amount.unit?.dimension.baseCode ?? value.baseUnit
            return
        }
        if let unit = amount.unit, unit.dimension != .none || unit.factor != ExactNumber(1) {
            value.baseValue = unit.baseValue(of: number)
            value.baseUnit = unit.dimension.baseCode
        } else if let factor = amount.baseFactor {
            value.baseValue = number.multiplied(by: factor)?.rounded(digits: 15)
            value.baseUnit = "1"
        }
    }
}
