import PostilCore
import PostilText

extension ExpressionParser {
    /// *six feet two*, *3 lb 4 oz*, *5'11"*, *2 yards 7 feet 10 inches*: smaller units of the same kind; the
    /// value counts the smallest, in which it is a whole number more often, but feet for feet and inches, the
    /// unit in which heights and lengths of that kind are compared.
    func compound(_ first: Amount, from token: Int) -> Amount? {
        guard first.rule == .quantity, let unit = first.unit, unit.offset == nil, ExpressionParser.isCompounded(unit)
        else { return nil }
        var result = first
        var next = token
        var parts = 1
        while parts < 4, let part = part(behind: result, from: next), let smaller = part.unit, let larger = result.unit,
            let ratio = larger.factor.divided(by: smaller.factor), let value = result.value?.multiplied(by: ratio),
            let added = part.value, let total = value.adding(added)
        {
            // Measures of two systems, *1 m and 1 ft*, count the first unit.
            let isMixed = ratio.integer == nil
            result.value =
                isMixed
                ? result.value.flatMap { first in added.divided(by: ratio).flatMap { first.adding($0) } } : total
            if !isMixed { result.unit = smaller }
            result.end = part.end
            result.rule = .compoundQuantity
            next = part.numeral.tokens.lowerBound
            parts += 1
        }
        guard parts > 1 else { return nil }
        if parts == 2, unit.code == "[ft_i]" {
            result.value = result.value?.divided(by: ExactNumber(12))
            result.unit = unit
        }
        return result
    }

    private static func isCompounded(_ unit: Unit) -> Bool {
        unit.dimension == .length || unit.dimension == .mass || unit.dimension == .volume || unit.dimension == .angle
    }

    /// The amount in a smaller unit behind another.
    private func part(behind first: Amount, from token: Int) -> Amount? {
        guard let unit = first.unit else { return nil }
        var next = self.token(startingAtOrAfter: first.end, from: token)
        guard next < view.count, view.start(next) - first.end <= 2 else { return nil }
        let isDirect =
            numerals.isHyphen(next) || view.values[next].kind == .number
            || view.values[next].kind == .word && entry(next).numeral.kind != .and
        if view.length(next) == 1,
            view.firstByte(next) == UInt8(ascii: ",") || view.start(next) == first.end && numerals.isHyphen(next)
        {
            next += 1
        }
        if entry(next).numeral.kind == .and { next += 1 }
        guard next < view.count, entry(next).numeral.kind != .article, var part = amount(at: next),
            !part.numeral.hasSign,
            part.kind == .quantity || part.kind == .cardinal
        else { return nil }
        if part.unit == nil, byte(part.end) == UInt8(ascii: "'"), unit.code == "[yd_i]" {
            part.unit = units.table.unit(name: LowercaseHash(word: "foot"))
            part.end += 1
        }
        if part.unit == nil {
            guard unit.code == "[ft_i]", let inches = part.value, inches < ExactNumber(12), isDirect else { return nil }
            if units.hasWord("in", at: part.end + 1) {
                part.end += 3
            } else if !isPhraseEnd(part.end), !units.hasWord("tall", at: part.end + 1) {
                return nil
            }
            part.unit = units.table.unit(name: LowercaseHash(word: "inch"))
        }
        guard let smaller = part.unit, smaller.dimension == unit.dimension, smaller.factor < unit.factor else {
            return nil
        }
        return part
    }

    /// *3 x 5 m*, *2 by 4 inches*, *3 m × 5 m × 2 m*: the product of measures of length.
    func dimensions(_ first: Amount, from token: Int) -> NumberExpression? {
        var sides = [first]
        var unit = first.unit
        while sides.count < 3, let side = side(behind: sides[sides.count - 1], from: token) {
            sides.append(side)
            unit = side.unit ?? unit
        }
        guard sides.count > 1, let unit, unit.dimension == .length, let last = sides.last else { return nil }
        var product = ExactNumber(1)
        for side in sides {
            guard let value = side.value, side.kind == .cardinal || side.unit?.dimension == .length else { return nil }
            let ratio = (side.unit ?? unit).factor.divided(by: unit.factor) ?? ExactNumber(1)
            guard let scaled = value.multiplied(by: ratio), let next = product.multiplied(by: scaled) else {
                return nil
            }
            product = next
        }
        let square = unit.raised(to: Int8(sides.count))
        var value = NumberValue(kind: .quantity, value: product)
        value.unit = square.code
        value.baseValue = square.baseValue(of: product)
        value.baseUnit = square.dimension.baseCode
        return NumberExpression(start: first.start, end: last.end, value: value, rule: .dimensions)
    }

    private func side(behind amount: Amount, from token: Int) -> Amount? {
        let cross = self.token(startingAtOrAfter: amount.end, from: token)
        guard cross + 1 < view.count, view.start(cross) - amount.end <= 1 else { return nil }
        let isCross =
            view.length(cross) == 1 && view.firstByte(cross) | 0x20 == UInt8(ascii: "x")
            || view.length(cross) == 2 && view.firstByte(cross) == 0xC3 && view.lastByte(cross) == 0x97
            || entry(cross).has(.by)
        guard isCross else { return nil }
        return self.amount(at: cross + 1)
    }

    /// *3 to 1*, *one in five*, *seven out of ten*, *3:1*.
    func ratio(_ first: Amount, from token: Int) -> NumberExpression? {
        guard first.kind == .cardinal, let top = first.value, first.numeral.kind == .cardinal else { return nil }
        let mark = self.token(startingAtOrAfter: first.end, from: token)
        guard mark + 1 < view.count, view.start(mark) - first.end <= 1 else { return nil }
        var next = mark + 1
        let isIn = entry(mark).has(.in)
        if entry(mark).has(.out) {
            guard numerals.word(next).kind == .of, next + 1 < view.count else { return nil }
            next += 1
        } else if isIn {
            // *one in five*: a part counts small numbers in words.
            guard first.numeral.notation == .words else { return nil }
        } else if numerals.word(mark).kind != .of || !units.hasWord("every", at: view.start(next)) {
            return nil
        }
        // *nine of every ten*, *one in every five*.
        if units.hasWord("every", at: view.start(next)), next + 1 < view.count { next += 1 }
        guard let second = amount(at: next), second.kind == .cardinal, second.numeral.kind == .cardinal,
            let below = second.value,
            top <= below, let value = divided(top, below)
        else { return nil }
        if isIn, second.numeral.notation != .words || top >= below || !(ExactNumber(2) < below) { return nil }
        // *one in a million* is a part, *one in a hundred-seat hall* too far from being told.
        if numerals.word(next).kind == .article, below < ExactNumber(1000) { return nil }
        var number = NumberValue(kind: .cardinal, value: value)
        number.isFraction = true
        return NumberExpression(start: first.start, end: second.end, value: number, rule: .ratio)
    }

    private func divided(_ top: ExactNumber, _ below: ExactNumber) -> ExactNumber? { top.divided(by: below) }
}
