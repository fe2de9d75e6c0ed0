import PostilCore
import PostilText

/// Two numbers of which none is the end of a range.
extension ExpressionParser {
    /// *3 to 1*, *three-to-one*, *a ratio of 5 to 2*; among players, the points of the two sides.
    func odds(_ first: Amount, from token: Int) -> NumberExpression? {
        guard first.kind == .cardinal, first.unit == nil, first.unitName == nil, first.numeral.kind == .cardinal,
            let top = first.value, let link = oddsLink(behind: first, from: token), let second = amount(at: link.next),
            second.kind == .cardinal, second.unit == nil, second.numeral.kind == .cardinal, let below = second.value,
            !below.isNegative, ExactNumber(0) < below
        else { return nil }
        let isRatio = isNamed(ExpressionParser.ratioWords, before: first.start, within: 3)
        guard isRatio || below < top else { return nil }
        if !isRatio, isNamed(ExpressionParser.contestWords, before: first.start, within: 6) {
            return points(first, second)
        }
        let isOne = below == ExactNumber(1)
        guard isRatio || link.isTight || isOne || isNamed(ExpressionParser.marginWords, before: first.start, within: 1)
        else { return nil }
        guard let value = top.divided(by: below) else { return nil }
        var number = NumberValue(kind: .cardinal, value: value)
        number.isFraction = true
        return NumberExpression(start: first.start, end: second.end, value: number, rule: .ratio)
    }

    /// The token behind *to*, or behind *-to-*.
    private func oddsLink(behind first: Amount, from token: Int) -> (next: Int, isTight: Bool)? {
        let mark = self.token(startingAtOrAfter: first.end, from: token)
        guard mark + 1 < view.count, view.start(mark) - first.end <= 1 else { return nil }
        if entry(mark).has(.to) { return (mark + 1, false) }
        guard numerals.isHyphen(mark), mark + 3 < view.count, entry(mark + 1).has(.to), numerals.isHyphen(mark + 2),
            view.end(mark) == view.start(mark + 1), view.end(mark + 2) == view.start(mark + 3)
        else { return nil }
        return (mark + 3, true)
    }

    /// *beat them 3 to 2*: the points of two sides.
    private func points(_ first: Amount, _ second: Amount) -> NumberExpression {
        var value = NumberValue(kind: .cardinal)
        value.low = second.value
        value.high = first.value
        return NumberExpression(start: first.start, end: second.end, value: value, rule: .score)
    }

    /// *two or three*, *5 or 6 cups*, *ten or fifteen*: either number.
    func alternatives(_ first: Amount, from token: Int) -> NumberExpression? {
        guard first.kind == .cardinal, first.unit == nil, first.unitName == nil, first.numeral.kind == .cardinal,
            let low = first.value?.integer, low > 0, first.numeral.decimals == 0, first.scale == .one
        else { return nil }
        let mark = self.token(startingAtOrAfter: first.end, from: token)
        guard mark + 1 < view.count, view.start(mark) - first.end <= 1, entry(mark).has(.or),
            entry(mark + 1).numeral.kind != .article, let second = amount(at: mark + 1), second.kind != .ordinal,
            second.numeral.kind == .cardinal,
            second.numeral.notation == first.numeral.notation
                || second.numeral.notation == .mixed, !second.numeral.hasSign,
            let count = second.value?.divided(by: ExactNumber(second.scale))?.integer, low < count, count <= 2 * low,
            count - low == 1 || count % 5 == 0 && low % 5 == 0 || low == 1
        else { return nil }
        var value = NumberValue(kind: second.kind)
        var described = second
        described.value = nil
        describe(&value, described)
        value.low = second.scale == .one ? first.value : ExactNumber(low).multiplied(by: ExactNumber(second.scale))
        value.high = second.value
        value.approximation = .range
        value.isRange = true
        var expression = NumberExpression(start: first.start, end: second.end, value: value, rule: .alternatives)
        expression.isTime = second.unit?.dimension == .time
        expression.family = second.currency?.family ?? .none
        return expression
    }

    /// *Henry VIII*, *Pius X*: the numeral behind the name of a ruler.
    func regnalNumeral(at token: Int) -> NumberExpression? {
        guard token > 0, view.values[token].shape == .upper || view.values[token].shape == .initial,
            view.values[token - 1].shape == .capitalized, view.start(token) - view.end(token - 1) == 1,
            ExpressionParser.rulers.contains(view.values[token - 1].hash),
            let number = RomanNumeral.value(of: view.bytes, view.start(token)..<view.end(token)),
            number != 10 || ExpressionParser.popes.contains(view.values[token - 1].hash)
        else { return nil }
        return NumberExpression(
            start: view.start(token),
            end: view.end(token),
            value: NumberValue(kind: .ordinal, value: ExactNumber(number)),
            rule: .regnalNumeral
        )
    }

    /// Whether one of `words` stands among so many tokens before `offset`, in the same clause.
    private func isNamed(_ words: Set<LowercaseHash>, before offset: Int, within count: Int) -> Bool {
        guard var token = token(endingAtOrBefore: offset) else { return false }
        for _ in 0..<count {
            if words.contains(view.values[token].hash) { return true }
            guard token > 0, view.values[token].kind == .word || view.values[token].kind == .clitic else {
                return false
            }
            token -= 1
        }
        return false
    }

    private static func hashes(_ words: String) -> Set<LowercaseHash> {
        Set(words.split(separator: " ").map { LowercaseHash(word: $0) })
    }

    private static let ratioWords = hashes("ratio ratios odds proportion")
    private static let marginWords = hashes("by")
    private static let contestWords = hashes(
        "beat beats beaten won win wins lost lose losing led lead leads trailed trail defeated drew tied thrashed "
            + "victory defeat score scored edged outscored down"
    )

    private static let popes = hashes("pius leo john benedict gregory clement innocent boniface charles louis alfonso")
    private static let rulers = hashes(
        "henry edward louis george james charles william richard john paul pius benedict gregory leo clement innocent "
            + "elizabeth napoleon catherine nicholas alexander peter philip ferdinand frederick ramses ramesses ptolemy "
            + "mary victor emmanuel umberto otto ludwig wilhelm franz gustav carl karl christian haakon olav harald "
            + "malcolm robert alfonso carlos juan felipe pedro leopold rama hassan mohammed muhammad abdullah urban "
            + "boniface sixtus julius ivan selim mehmed murad suleiman amenhotep thutmose seti cleopatra darius xerxes "
            + "artaxerxes antiochus constantine justinian theodosius henri francis joseph rudolf sigismund casimir "
            + "stephen bela david kenneth duncan edmund canute cnut michael adrian hadrian celestine callixtus eugene"
    )
}
