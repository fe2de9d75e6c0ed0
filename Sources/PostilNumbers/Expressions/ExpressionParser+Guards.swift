import PostilCore
import PostilText

extension ExpressionParser {
    /// Whether a numeral is a number here, and not part of a name, a date, a version or a pronoun.
    func accepts(_ numeral: Numeral, at token: Int) -> Bool {
        switch numeral.notation {
        case .words: acceptsWords(numeral, at: token)
        case .digits, .mixed: acceptsDigits(numeral, at: token)
        }
    }

    private func acceptsDigits(_ numeral: Numeral, at token: Int) -> Bool {
        let start = Int(numeral.span.start)
        let end = Int(numeral.span.end)
        let kind = view.values[token].kind
        if kind == .version && numeral.grouping != .point || kind == .time { return false }
        guard !isJoinedBefore(start, token) else { return false }
        if numeral.kind == .ordinal { return !isStreet(behind: end) }
        if byte(end) == UInt8(ascii: "/") && isDigit(end + 1) || byte(end) == UInt8(ascii: ":") && isDigit(end + 1) {
            return false
        }
        if kind == .number, view.end(token) > end, isDigit(end) || isDigit(end + 1) { return false }
        if isBracketedReference(start, end) || isEnumerator(start, end) { return false }
        if numeral.isPlural, numeral.notation == .digits {
            return !(numeral.integerDigits == 4 || numeral.integerDigits == 2)
        }
        let readings = Readings(view)
        let winner = readings.winner(at: token)
        switch winner.kind {
        case .cardinal, .fraction, .range, .score, .ratio, .year: return true
        case .yearRange: return false
        case .date: return numeral.kind == .fraction && numeral.tokens.count > 1
        default: return false
        }
    }

    /// Whether a capitalised word for a street follows, as in *68th Parkway*.
    private func isStreet(behind end: Int) -> Bool {
        guard byte(end) == 0x20 else { return false }
        let next = token(startingAtOrAfter: end, from: tokenIndex(at: end))
        return next < view.count && entry(next).has(.street) && view.values[next].shape == .capitalized
    }

    /// Whether the digits are the end of a name or code: *F-16*, *A4*, *x_1*.
    private func isJoinedBefore(_ start: Int, _ token: Int) -> Bool {
        let before = byte(start - 1)
        guard start > 0, before > 0x20 else { return false }
        if isLetter(start - 1) {
            return currencies.before(start) == nil && !isCrossBefore(start)
        }
        switch before {
        case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "\\"): return true
        case UInt8(ascii: "#"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
        case UInt8(ascii: "."):
            return start > 1 && (isLetter(start - 2) || isDigit(start - 2)) && currencies.before(start) == nil
        case UInt8(ascii: "+"): return isLetter(start - 2) || isDigit(start - 2)
        // *fb−1*: an exponent.
        case 0x92: return byte(start - 2) == 0x88 && isLetter(start - 4)
        // *200g/7oz*: two measures of one thing.
        case UInt8(ascii: "/") where start - 1 == floor: return false
        case UInt8(ascii: "/"): return isLetter(start - 2) || isDigit(start - 2)
        case UInt8(ascii: "-"):
            guard isLetter(start - 2) else { return false }
            // *COVID-19* and *F-16* are names; *sub-50* is a number.
            guard token > 1 else { return true }
            var first = start - 1
            while first > 0, isLetter(first - 1) { first -= 1 }
            return !ExpressionParser.prefixes.contains { units.hasWord($0, at: first) }
        default: return false
        }
    }

    private func isCrossBefore(_ start: Int) -> Bool {
        byte(start - 1) | 0x20 == UInt8(ascii: "x") && isDigit(start - 2)
    }

    /// Prefixes that a number follows with a hyphen.
    private static let prefixes: [StaticString] = [
        "sub", "pre", "post", "under", "over", "non", "plus", "minus", "top", "to", "or", "and", "some", "nearly",
        "almost",
        "about", "mid", "foot", "feet", "ft", "pound", "lb",
    ]

    /// *[12]* and *[3,4]* cite a list of sources.
    private func isBracketedReference(_ start: Int, _ end: Int) -> Bool {
        var first = start - 1
        while start - first < 40, isReferencePart(first) { first -= 1 }
        guard byte(first) == UInt8(ascii: "[") else { return false }
        var last = end
        while last - end < 40, isReferencePart(last) { last += 1 }
        return byte(last) == UInt8(ascii: "]")
    }

    /// Whether a byte can stand in a list of references: a digit, a comma, a blank, a hyphen or a dash.
    private func isReferencePart(_ offset: Int) -> Bool {
        switch byte(offset) {
        case UInt8(ascii: ","), 0x20, UInt8(ascii: "-"), 0xE2, 0x80, 0x93: true
        default: isDigit(offset)
        }
    }

    /// Whether a line ends between two tokens.
    private func hasLineEnd(between left: Int, and right: Int) -> Bool {
        (view.end(left)..<view.start(right)).contains { byte($0) == 0x0A || byte($0) == 0x0D }
    }

    /// *(2)* begins a point of a list or names an equation.
    private func isEnumerator(_ start: Int, _ end: Int) -> Bool {
        guard byte(start - 1) == UInt8(ascii: "("), byte(end) == UInt8(ascii: ")"), end - start <= 3 else {
            return false
        }
        // *three (3)* repeats a number.
        guard let before = token(endingAtOrBefore: start - 1) else { return true }
        return !numerals.isNumeralWord(before)
    }

    private func acceptsWords(_ numeral: Numeral, at token: Int) -> Bool {
        let first = numeral.tokens.lowerBound
        let last = numeral.tokens.upperBound - 1
        if token > 0, numerals.isHyphen(token - 1), view.end(token - 1) == view.start(token), token > 1,
            view.end(token - 2) == view.start(token - 1), !numerals.isNumeralWord(token - 2), !isOdds(token - 4)
        {
            return false
        }
        if numeral.kind == .ordinal, first == last { return acceptsOrdinal(first) }
        if first == last, numerals.word(last).kind == .part, token > 0, followsOrder(token) { return false }
        if isInAdjective(last) || numeral.kind == .fraction && isPrefix(last) { return false }
        if first == last, numeral.value == ExactNumber(1) { return acceptsOne(first) }
        if first == last, units.hasWord("nil", at: view.start(first)) || units.hasWord("zero", at: view.start(first)) {
            return true
        }
        return true
    }

    /// Whether *half* is one of two: *first half*, *the other half*.
    private func followsOrder(_ token: Int) -> Bool {
        let before = entry(token - 1)
        guard view.start(token) - view.end(token - 1) <= 1 else { return false }
        return before.numeral.isOrdinal || before.has(.relative) || units.hasWord("other", at: view.start(token - 1))
            || units.hasWord("better", at: view.start(token - 1)) || units.hasWord("latter", at: view.start(token - 1))
    }

    /// Whether a hyphen makes *half* the prefix of a word that is no unit: *half-understood*.
    private func isPrefix(_ last: Int) -> Bool {
        guard last + 2 < view.count, numerals.isHyphen(last + 1), view.end(last) == view.start(last + 1),
            view.end(last + 1) == view.start(last + 2), view.values[last + 2].kind == .word,
            numerals.word(last).kind == .part
        else { return false }
        return units.unit(at: view.start(last + 2)).map { $0.end < view.end(last + 2) } ?? true
    }

    /// Whether a hyphen joins the numeral to a word that makes an adjective of a fixed sense: *one-way*.
    private func isInAdjective(_ last: Int) -> Bool {
        guard last + 2 < view.count, numerals.isHyphen(last + 1), view.end(last) == view.start(last + 1),
            view.end(last + 1) == view.start(last + 2), !isOdds(last)
        else { return false }
        return ExpressionParser.fixedAdjectives.contains { units.hasWord($0, at: view.start(last + 2)) }
    }

    /// Whether a token is the first word of odds such as *three-to-one*; *one-to-one* is an adjective.
    private func isOdds(_ first: Int) -> Bool {
        guard first >= 0, first + 4 < view.count, numerals.isHyphen(first + 1), entry(first + 2).has(.to),
            numerals.isHyphen(first + 3), view.end(first) == view.start(first + 1)
        else { return false }
        let (top, below) = (numerals.word(first), numerals.word(first + 4))
        return top.kind != .none && below.kind != .none && top.value > below.value
    }

    private static let fixedAdjectives: [StaticString] = [
        "way", "dimensional", "sided", "off", "faced", "handed", "time", "tier", "piece", "stop", "on", "tailed",
        "fold", "to",
        "by", "liner", "something", "armed", "minded",
    ]

    /// Whether *one* counts something here and is no pronoun.
    private func acceptsOne(_ token: Int) -> Bool {
        if token > 0, view.start(token) - view.end(token - 1) <= 1 {
            let before = entry(token - 1)
            let isMeasure =
                token + 1 < view.count
                && units.unit(at: view.start(token + 1)).map { !$0.isSymbol && !$0.unit.isWord } ?? false
            if isMeasure, !before.numeral.isOrdinal, !units.hasWord("no", at: view.start(token - 1)) { return true }
            if before.has(.pronounHead) || before.has(.relative) || before.numeral.isOrdinal
                || before.numeral.kind == .article
            {
                return false
            }
            if numerals.isHyphen(token - 1), !isOdds(token - 4) { return false }
        }
        guard token + 1 < view.count else { return true }
        if entry(token + 1).has(.pronounTail) { return false }
        if view.values[token + 1].kind == .clitic, view.end(token) == view.start(token + 1) { return false }
        return true
    }

    /// Whether a word such as *first* or *second* is an order here.
    private func acceptsOrdinal(_ token: Int) -> Bool {
        let start = view.start(token)
        let next = token + 1
        let before = token > 0 ? token - 1 : nil
        if units.hasWord("first", at: start) {
            if let before, units.hasWord("at", at: view.start(before)) {
                return next < view.count && view.values[next].kind == .word && !isClauseStart(next)
            }
            let isOpening =
                before.map { view.values[$0].kind == .punctuation || hasLineEnd(between: $0, and: token) } ?? true
            if isOpening, next < view.count, view.length(next) == 1, view.firstByte(next) == UInt8(ascii: ",") {
                return false
            }
            if next < view.count, numerals.word(next).kind == .of,
                units.hasWord("all", at: view.start(min(next + 1, view.count - 1)))
            {
                return false
            }
            if next + 1 < view.count, numerals.word(next).kind == .and,
                units.hasWord("foremost", at: view.start(next + 1))
            {
                return false
            }
            return true
        }
        guard units.hasWord("second", at: start) else { return true }
        if let before,
            units.hasWord("per", at: view.start(before)) || units.hasWord("split", at: view.start(before))
                || numerals.isNumeralWord(before) && numerals.word(before).kind != .tens
        {
            return false
        }
        // *in a second*, *wait a second*: a time, where nothing is counted behind it.
        if let before, entry(before).numeral.kind == .article,
            next >= view.count || view.values[next].kind == .punctuation
        {
            return false
        }
        return true
    }

    private func isClauseStart(_ token: Int) -> Bool {
        view.values[token].kind == .punctuation || units.hasWord("i", at: view.start(token))
            || units.hasWord("he", at: view.start(token))
            || units.hasWord("she", at: view.start(token)) || units.hasWord("they", at: view.start(token))
            || units.hasWord("we", at: view.start(token)) || units.hasWord("it", at: view.start(token))
            || units.hasWord("the", at: view.start(token))
    }
}
