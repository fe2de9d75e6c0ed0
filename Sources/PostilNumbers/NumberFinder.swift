import PostilCore
import PostilText

/// Walks over the tokens of a text and collects the expressions that begin at triggers.
struct NumberFinder {
    private let view: TokenView
    private var parser: ExpressionParser
    private let owned: [Span]

    init(_ view: TokenView, owned: [Span], currencies: CurrencyTable = .standard) {
        self.view = view
        self.owned = owned
        parser = ExpressionParser(view, currencies: currencies)
    }

    /// How many tokens are looked at between two looks at whether they are wanted.
    private static let patience = 4096

    /// The expressions in order, none overlapping another; those found so far where `isCancelled` says so.
    mutating func expressions(isCancelled: () -> Bool) -> [NumberExpression] {
        var found: [NumberExpression] = []
        let lexicon = parser.numerals.lexicon
        _ = lexicon.withFilter { filter in
            var token = 0
            var floor = 0
            var nextCheck = NumberFinder.patience
            while token < view.count {
                if token >= nextCheck {
                    guard !isCancelled() else { return }
                    nextCheck = token + NumberFinder.patience
                }
                guard isTrigger(token, filter), view.start(token) >= floor,
                    let expression = parser.expression(at: token), !isOwned(expression)
                else {
                    token += 1
                    continue
                }
                found.append(expression)
                floor = expression.end
                parser.floor = floor
                token += 1
                while token < view.count, view.start(token) < floor { token += 1 }
            }
        }
        return resolved(merged(found))
    }

    /// Whether an expression can begin at a token.
    private func isTrigger(_ token: Int, _ filter: UnsafePointer<UInt64>) -> Bool {
        let value = view.values[token]
        if parser.currencies.table.hasAdded, parser.isGluedMoney(token) { return true }
        switch value.kind {
        case .number, .time, .phone, .version: return true
        case .word:
            let first = view.firstByte(token)
            if first &- 0x30 < 10 || first == 0xC2 || first == 0xE2 || first == UInt8(ascii: ".") { return true }
            guard HashTable.mayContain(value.hash, in: filter) else { return false }
            let entry = parser.numerals.lexicon.entry(value.hash)
            return entry.isTrigger || view.length(token) == 3 && parser.units.hasWord("the", at: view.start(token))
        case .symbol: return view.firstByte(token) == 0xC2 || view.firstByte(token) == 0xE2
        case .punctuation: return view.length(token) == 1 && view.firstByte(token) == UInt8(ascii: ".")
        default: return false
        }
    }

    /// Whether another layer owns the stretch.
    private func isOwned(_ expression: NumberExpression) -> Bool {
        guard expression.rule != .age else { return false }
        var lower = 0
        var upper = owned.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if owned[middle].end > UInt32(expression.start) { upper = middle } else { lower = middle + 1 }
        }
        guard lower < owned.count, owned[lower].start < UInt32(expression.end) else { return false }
        return !outranks(expression, owned[lower])
    }

    /// Whether a number that contains a date is more than it: *2000 over 3*, *1984 kg*, *188 miles an hour*.
    private func outranks(_ expression: NumberExpression, _ date: Span) -> Bool {
        switch expression.rule {
        case .range:
            // *5 to 10 million* and *from 100 to 1000 g* are no times and years.
            guard expression.value.kind != .cardinal || expression.isScaled else { return false }
        case .ratio, .score, .vagueAmount, .couple, .relativeOrdinal: return false
        default: break
        }
        if expression.rule == .ordinal, isPlace(expression) { return true }
        guard date.start >= UInt32(expression.coreStart), date.end <= UInt32(expression.coreEnd) else { return false }
        if expression.value.kind == .quantity, expression.isTime { return false }
        return date.count < expression.coreEnd - expression.coreStart
    }

    /// Whether *forty-second* is a place and no time: *the* stands before it, or nothing around it.
    private func isPlace(_ expression: NumberExpression) -> Bool {
        guard expression.end - expression.start > 8, view.bytes[expression.end - 1] == UInt8(ascii: "d") else {
            return false
        }
        let before = parser.token(endingAtOrBefore: expression.start)
        return before.map { parser.units.hasWord("the", at: view.start($0)) } ?? parser.isPhraseEnd(expression.end)
    }

    /// The expressions, a lower bound and an upper one that *and* joins made one range: *more than 10 and
    /// less than 20*.
    private func merged(_ expressions: [NumberExpression]) -> [NumberExpression] {
        var result: [NumberExpression] = []
        for expression in expressions {
            if let last = result.last, let whole = joined(last, expression) {
                result[result.count - 1] = whole
            } else {
                result.append(expression)
            }
        }
        return result
    }

    private func joined(_ first: NumberExpression, _ second: NumberExpression) -> NumberExpression? {
        guard second.start - first.end == 5, view.bytes[first.end + 1] | 0x20 == UInt8(ascii: "a"),
            parser.units.hasWord("and", at: first.end + 1), first.value.kind == second.value.kind,
            first.coreStart > first.start, second.coreStart > second.start,
            first.value.unit == nil || first.value.unit == second.value.unit,
            first.value.currency == second.value.currency
        else { return nil }
        let bounds = (first.value.low ?? second.value.low, first.value.high ?? second.value.high)
        guard let low = bounds.0, let high = bounds.1, low <= high,
            (first.value.low == nil) == (first.value.high != nil),
            (second.value.low == nil) == (second.value.high != nil),
            (first.value.low == nil) != (second.value.low == nil)
        else { return nil }
        var whole = second
        whole.start = first.start
        whole.coreStart = first.start
        whole.coreEnd = second.end
        whole.rule = .range
        whole.value.value = nil
        whole.value.baseValue = nil
        whole.value.low = low
        whole.value.high = high
        whole.value.approximation = .range
        whole.value.isRange = true
        return whole
    }

    /// The expressions with ambiguous currencies settled by what the text names in full.
    private func resolved(_ expressions: [NumberExpression]) -> [NumberExpression] {
        guard expressions.contains(where: { $0.family != .none }) else { return expressions }
        var resolver = CurrencyResolver()
        for expression in expressions where expression.family == .none {
            if let code = expression.value.currency { resolver.note(code) }
        }
        return expressions.map { expression in
            guard expression.family != .none, let code = expression.value.currency else { return expression }
            var result = expression
            let (resolved, note) = resolver.resolve(code, family: expression.family)
            result.value.currency = resolved
            if result.value.baseUnit == code { result.value.baseUnit = resolved }
            result.note = note
            return result
        }
    }
}
