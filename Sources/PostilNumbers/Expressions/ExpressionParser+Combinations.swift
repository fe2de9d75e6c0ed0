import PostilCore
import PostilText

extension ExpressionParser {
    /// *six feet two*, *3 lb 4 oz*, *5'11"*: a second, smaller unit of the same kind.
    func compound(_ first: Amount, from token: Int) -> Amount? {
        guard let unit = first.unit, let value = first.value, unit.offset == nil, first.rule == .quantity,
            unit.dimension == .length || unit.dimension == .mass || unit.dimension == .volume
                || unit.dimension == .angle
        else { return nil }
        var next = self.token(startingAtOrAfter: first.end, from: token)
        guard next < view.count, view.start(next) - first.end <= 2 else { return nil }
        if entry(next).numeral.kind == .and || view.length(next) == 1 && view.firstByte(next) == UInt8(ascii: ",") {
            next += 1
        }
        guard next < view.count, var part = amount(at: next), part.kind == .quantity || part.kind == .cardinal else {
            return nil
        }
        if part.unit == nil {
            guard unit.code == "[ft_i]", let inches = part.value, inches < ExactNumber(12),
                next == self.token(startingAtOrAfter: first.end, from: token),
                isPhraseEnd(part.end) || units.hasWord("tall", at: part.end + 1)
                    || units.hasWord("in", at: part.end + 1)
            else { return nil }
            part.unit = units.table.unit(name: LowercaseHash(word: "inch"))
        }
        guard let smaller = part.unit, smaller.dimension == unit.dimension, smaller.factor < unit.factor,
            let partValue = part.value,
            let ratio = smaller.factor.divided(by: unit.factor), let added = partValue.multiplied(by: ratio),
            added < ExactNumber(1),
            let total = value.adding(added)
        else { return nil }
        var result = first
        result.value = total
        result.end = part.end
        result.rule = .compoundQuantity
        return result
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
            guard first.numeral.notation == .words, numerals.word(next).kind != .article else { return nil }
        } else {
            return nil
        }
        guard let second = amount(at: next), second.kind == .cardinal, second.numeral.kind == .cardinal,
            let below = second.value,
            top <= below, let value = divided(top, below)
        else { return nil }
        if isIn, second.numeral.notation != .words || top >= below || !(ExactNumber(2) < below) { return nil }
        var number = NumberValue(kind: .cardinal, value: value)
        number.isFraction = true
        return NumberExpression(start: first.start, end: second.end, value: number, rule: .ratio)
    }

    private func divided(_ top: ExactNumber, _ below: ExactNumber) -> ExactNumber? { top.divided(by: below) }
}
