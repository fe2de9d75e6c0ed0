import PostilCore
import PostilText

extension ExpressionParser {
    /// The expression with the approximators that stand before and behind it.
    func limited(_ expression: NumberExpression) -> NumberExpression {
        var result = expression
        guard result.rule != .relativeOrdinal, result.rule != .score,
            result.value.kind != .ordinal || result.rule == .range
        else { return result }
        guard let before = token(endingAtOrBefore: result.start),
            let (start, approximation) = approximator(endingAt: before, result)
        else { return limitedBehind(result) }
        if let start { result.start = start }
        bound(&result, by: approximation)
        return result
    }

    /// The phrase that ends at `token`, where it limits the number.
    private func approximator(
        endingAt token: Int,
        _ expression: NumberExpression
    ) -> (Int?, NumberApproximation)? {
        guard let phrases = approximators.before[view.values[token].hash.bits] else { return nil }
        for phrase in phrases {
            let first = token - phrase.words.count + 1
            guard first >= 0, view.start(first) >= floor else { continue }
            var matches = true
            for (index, word) in phrase.words.enumerated() where view.values[first + index].hash != word {
                matches = false
            }
            guard matches, view.end(token) - view.start(first) < 48 else { continue }
            if phrase.words.count == 1, !limits(first, expression) { continue }
            return (phrase.isInside ? view.start(first) : nil, phrase.approximation)
        }
        return nil
    }

    /// Whether one word that can also be another limits the number here.
    private func limits(_ token: Int, _ expression: NumberExpression) -> Bool {
        let start = view.start(token)
        if units.hasWord("some", at: start) || units.hasWord("within", at: start) || units.hasWord("around", at: start)
        {
            guard
                !units.hasWord("within", at: start) || expression.value.kind == .quantity
                    || expression.value.kind == .percent
            else { return false }
            return expression.value.value != ExactNumber(1)
        }
        if units.hasWord("over", at: start) || units.hasWord("under", at: start) || units.hasWord("above", at: start)
            || units.hasWord("below", at: start) || units.hasWord("beyond", at: start)
        {
            // *won over two rivals* and *over the years* are rarer than *over two hundred*.
            guard token > 0 else { return true }
            return !units.hasWord("victory", at: view.start(token - 1))
                && !units.hasWord("win", at: view.start(token - 1))
        }
        return true
    }

    private func limitedBehind(_ expression: NumberExpression) -> NumberExpression {
        var result = expression
        let last = tokenIndex(at: max(result.end - 1, 0))
        let next = last + 1
        if next < view.count, view.start(next) == result.end, view.length(next) == 1,
            view.firstByte(next) == UInt8(ascii: "+")
        {
            result.end += 1
            bound(&result, by: .atLeast)
            return result
        }
        // *sixty-odd*
        if byte(result.end) == UInt8(ascii: "-"), units.hasWord("odd", at: result.end + 1) {
            result.end += 4
            bound(&result, by: .about)
            return result
        }
        guard next + 1 < view.count, view.start(next) - result.end == 1 else { return result }
        for phrase in approximators.behind where next + phrase.words.count <= view.count {
            var matches = true
            for (index, word) in phrase.words.enumerated() where view.values[next + index].hash != word {
                matches = false
            }
            guard matches else { continue }
            result.end = view.end(next + phrase.words.count - 1)
            bound(&result, by: phrase.approximation)
            return result
        }
        return result
    }

    /// Sets the bounds that an approximator gives.
    private func bound(_ expression: inout NumberExpression, by approximation: NumberApproximation) {
        if expression.value.approximation == nil { expression.value.approximation = approximation }
        guard expression.value.low == nil, expression.value.high == nil, let value = expression.value.value else {
            return
        }
        switch approximation {
        case .atLeast, .moreThan: expression.value.low = value
        case .atMost, .lessThan: expression.value.high = value
        default: break
        }
    }
}
