import PostilCore
import PostilText

extension ExpressionParser {
    /// *tenth of a gallon*: a part of a unit.
    func partOfUnit(_ numeral: Numeral) -> Amount? {
        let end = Int(numeral.span.end)
        guard units.hasWord("of", at: end + 1), let below = numeral.value?.decimal, below > ExactDecimal(2),
            let value = ExactNumber(.one, over: below)
        else { return nil }
        var part = numeral
        part.kind = .fraction
        var amount = Amount(numeral: part, value: value, start: Int(numeral.span.start), end: end, rule: .fraction)
        guard applySuffix(&amount), amount.kind == .quantity else { return nil }
        return amount
    }

    /// *a dollar*, *a litre*: one of something that is certainly a unit.
    func articleAmount(at token: Int) -> Amount? {
        guard entry(token).numeral.kind == .article, token + 1 < view.count, view.values[token].kind == .word,
            view.start(token + 1) - view.end(token) == 1
        else { return nil }
        let numeral = Numeral(
            kind: .cardinal,
            notation: .words,
            value: ExactNumber(1),
            span: view.spans[token],
            tokens: token..<token + 1
        )
        var amount = Amount(
            numeral: numeral,
            value: ExactNumber(1),
            start: view.start(token),
            end: view.end(token),
            rule: .quantity
        )
        if let money = currencies.behind(view.end(token), isDigits: false), !money.isSign,
            money.currency.family == .dollar || money.currency.family == .none
                || units.hasWord("penny", at: money.range.lowerBound),
            view.start(token + 1) == money.range.lowerBound, view.length(token + 1) > 3,
            isUnitEnd(money.range.upperBound)
        {
            amount.currency = money.currency
            amount.end = money.range.upperBound
            amount.kind = .money
            amount.rule = money.currency.minor == nil ? .moneyName : .minorUnits
            amount.unitName = money.currency.minor
            finishMoney(&amount, token)
            return amount
        }
        guard let match = units.unit(at: view.start(token + 1)), !match.unit.isWord,
            !match.isSymbol || byte(view.start(token + 1)) >= 0x61,
            match.end - view.start(token + 1) > 1,
            match.unit.dimension == .length || match.unit.dimension == .volume || match.unit.dimension == .mass
                || match.unit.dimension == .information,
            isUnitEnd(match.end), match.unit.code != "[cup_us]", match.unit.code != "[pt_us]",
            !["m", "[bbl_us]", "[ston_av]", "pc", "[pnt]", "har", "[acr_us]"].contains(match.unit.code)
                || !match.isSymbol && match.unit.code == "[acr_us]"
        else { return nil }
        amount.unit = match.unit
        amount.end = match.end
        amount.kind = .quantity
        return amount
    }

    /// Whether what stands at the end of a unit is no noun that the unit describes.
    private func isUnitEnd(_ offset: Int) -> Bool {
        guard byte(offset) == 0x20 else { return true }
        let next = token(startingAtOrAfter: offset, from: 0 < view.count ? tokenIndex(at: offset) : 0)
        guard next < view.count else { return true }
        let entry = entry(next)
        for word in ExpressionParser.unitFollowers where units.hasWord(word, at: view.start(next)) { return true }
        return entry.numeral.kind == .of || entry.has(.in) || entry.has(.or) || view.values[next].kind == .punctuation
    }

    private static let unitFollowers: [StaticString] = [
        "per", "for", "a", "an", "more", "less", "the", "on", "with", "if", "but", "off", "than", "was", "that",
        "today",
        "here", "there", "is", "away", "long", "equals", "from", "and", "or", "to", "at", "each",
    ]
}
