import PostilCore

/// A length read from tokens, with the words before its number.
struct LengthPiece {
    var length: Length
    var start: Int
    var end: Int
    /// Whether the number and the unit are joined by a hyphen.
    var isJoined = false
    /// Whether a singular unit stands behind a number above one, as an adjective.
    var isAdjective = false
    var hasCount = true
}

extension PhraseParser {
    /// A length, with what makes it a stretch, a point of time or an age.
    func lengthPhrase(_ index: Int) -> Phrase? {
        // *some days* is vague, *some forty days* is about forty.
        let isVague = has(index, .vague) && has(index + 1, .unit)
        let bound = isVague ? nil : boundPrefix(index)
        if let stretch = countedStretch(index) { return stretch }
        if has(index, .article), let period = articledPeriod(index) { return period }
        var next = bound?.end ?? index
        let determiner = next
        if has(next, .the) { next += 1 }
        if bound != nil, next > determiner || has(next, .direction), isWord(index, PhraseParser.spanningWords) {
            return nil
        }
        if has(next, .whole), !has(next, .direction) { next += 1 }
        var direction: Direction?
        var isFirst = false
        if has(next, .direction), let found = Direction(rawValue: word(next).direction), !has(next, .possessiveMark) {
            direction = found
            next += 1
        } else if let ordinal = ordinal(next), ordinal.value == 1 || next > determiner, digits(next) == nil,
            has(ordinal.end, [.cardinal, .number, .vague, .unit])
        {
            isFirst = true
            next = ordinal.end
        } else if has(next, .referenceAdjective) {
            return nil
        }
        let hasLead = next > determiner
        if next == determiner + 1, has(determiner, .the), has(next, .unit), isWord(next + 1, PhraseParser.anchorWords) {
            return nil
        }
        guard let piece = lengthPiece(next, allowsBare: hasLead || bound == nil) else { return nil }
        if piece.length.unit == .quarter, !hasLead, !piece.isJoined || word(piece.end - 1).isPlural,
            !has(piece.start, .vague)
        {
            return nil
        }
        // *60 Minutes* is a title.
        if digits(piece.start) != nil, !piece.isJoined, shape(piece.end - 1) == .capitalized,
            isCapitalized(piece.start - 1) || piece.length.unit.isOfClock
        {
            return nil
        }
        if isWord(index, PhraseParser.spanningWords), !has(next, .article) { return nil }
        if piece.isAdjective, hasLead || bound != nil { return nil }
        if hasLead, !piece.hasCount, !has(piece.end - 1, .unit) || !word(piece.end - 1).isPlural { return nil }
        if isFirst, !piece.hasCount { return nil }
        if piece.isAdjective || piece.isJoined {
            return adjective(index, piece, hasArticle: false)
        }
        var phrase = Phrase(index..<piece.end, .length, .duration(piece.length))
        phrase.modifier = bound?.modifier
        if !piece.hasCount { phrase.rule = .unitAlone }
        if !piece.hasCount, !hasLead, isLenient { return nil }
        switch direction {
        case .last?, .past?, .latest?, .previous?:
            (phrase.meaning, phrase.rule) = (.stretch(piece.length, -1), .stretch)
        case .next?, .coming?, .following?: (phrase.meaning, phrase.rule) = (.stretch(piece.length, 1), .stretch)
        case .this?:
            guard has(next - 1, .unit) == false, word(piece.end - 1).isPlural, !piece.hasCount,
                piece.length.unit == .day
            else { return nil }
            return Phrase(index..<piece.end, .reference, .reference(1))
        default: tail(&phrase, piece, hasLead: hasLead)
        }
        return phrase
    }

    /// *the 5 past years*, *three next weeks*: the number before the direction.
    private func countedStretch(_ index: Int) -> Phrase? {
        let start = has(index, .the) ? index + 1 : index
        guard has(start, [.number, .cardinal]), let count = cardinal(start), has(count.end, .direction),
            let direction = Direction(rawValue: word(count.end).direction), direction.step != 0,
            has(count.end + 1, .unit), let unit = word(count.end + 1).unit, word(count.end + 1).isPlural
        else { return nil }
        let length = Length(count.value, unit, half: count.hasHalf)
        return Phrase(index..<count.end + 2, .stretch, .stretch(length, direction.step))
    }

    /// *a three-month period*: here the article belongs to it.
    private func articledPeriod(_ index: Int) -> Phrase? {
        guard let piece = simpleLength(index + 1, allowsBare: false), piece.isJoined, has(piece.end, .period),
            word(piece.end).value == 1
        else { return nil }
        return Phrase(index..<piece.end + 1, .length, .duration(piece.length))
    }

    /// What stands behind a length: *ago*, *later*, *before* a date, *old*.
    private func tail(_ phrase: inout Phrase, _ piece: LengthPiece, hasLead: Bool) {
        let end = piece.end
        if has(end, .ago), word(end).classes.contains(.ago), isWord(end, PhraseParser.agoWords) || isClauseEnd(end + 1)
        {
            phrase.meaning = .shifted(piece.length, -1, isFromMention: false)
            phrase.end = end + 1
            phrase.rule = .lengthAgo
            return
        }
        if has(end, .from), has(end + 1, [.reference, .dayWord]), isWord(end, PhraseParser.fromWord) {
            phrase.meaning = .shifted(piece.length, 1, isFromMention: false)
            phrase.end = end + 2
            phrase.rule = .lengthAgo
            return
        }
        if has(end, .onward) {
            if isWord(end, PhraseParser.henceWords) { phrase.meaning = .shifted(piece.length, 1, isFromMention: false) }
            phrase.end = end + 1
            phrase.rule = .lengthAgo
            return
        }
        if has(end, .shift), !(has(end, .from) && !isClauseEnd(end + 1)) {
            let isBack = isWord(end, PhraseParser.backWords)
            guard !hasLead else { return }
            phrase.meaning = .shifted(piece.length, isBack ? -1 : 1, isFromMention: true)
            phrase.end = end + 1
            phrase.rule = .lengthLater
            return
        }
        if has(end, .from), !hasLead, isLenient || piece.length.unit == .day && piece.length.count == 1,
            let date = datePiece(end + 1), date.meaning.isDay
        {
            phrase.meaning = .relative(
                piece.length,
                word(end).value < 0 || isWord(end, PhraseParser.backWords) ? -1 : 1,
                date.meaning
            )
            phrase.end = date.end
            phrase.rule = .lengthAround
            return
        }
        if has(end, .old), isWord(end, PhraseParser.oldWords) {
            phrase.end = end + 1
            phrase.rule = .age
            phrase.audience = [.narrative, .assistant]
            return
        }
        if isLenient, piece.hasCount, phrase.start > sentence.lowerBound, isWord(phrase.start - 1, PhraseParser.inWord)
        {
            phrase.meaning = .shifted(piece.length, 1, isFromMention: false)
            phrase.rule = .lengthAgo
        }
    }

    /// Whether nothing that a preposition could govern follows.
    private func isClauseEnd(_ index: Int) -> Bool {
        guard sentence.contains(index) else { return true }
        return view.values[index].kind == .punctuation || has(index, [.and, .or])
    }

    /// *two-year*, *10-day-old*, *five year*: only number and unit belong to it.
    private func adjective(_ start: Int, _ piece: LengthPiece, hasArticle: Bool) -> Phrase? {
        guard start == piece.start else { return nil }
        var phrase = Phrase(start..<piece.end, .unitAdjective, .duration(piece.length))
        if has(piece.end, .period), word(piece.end).value == 1 {
            phrase.end = piece.end + 1
        } else if has(piece.end, .hyphen), has(piece.end + 1, .old) {
            phrase.end = piece.end + 2
            phrase.rule = .age
            phrase.audience = [.narrative, .assistant]
        } else if has(piece.end, .hyphen), has(piece.end + 1, .long) {
            phrase.end = piece.end + 2
        } else if has(piece.end, .hyphen), !isSpaced(piece.end), !isSpaced(piece.end + 1),
            has(piece.end + 1, [.ago, .shift])
        {
            return nil
        }
        return phrase
    }

    /// A number and its unit, or several.
    func lengthPiece(_ index: Int, allowsBare: Bool) -> LengthPiece? {
        guard var piece = simpleLength(index, allowsBare: allowsBare) else { return nil }
        guard piece.hasCount, piece.length.parts[0].count != nil, !piece.isJoined else { return piece }
        // Smaller units may follow: *two hours and ten minutes*, *1 week 1 day*.
        while true {
            var next = piece.end
            if has(next, .comma) { next += 1 }
            if has(next, .and) { next += 1 }
            if has(next, .article), has(next + 1, .half), next > piece.end, !piece.length.parts[0].hasHalf {
                piece.length.parts[piece.length.parts.count - 1].hasHalf = true
                piece.end = next + 2
                continue
            }
            if isLenient, piece.length.parts.last?.unit == .hour, let minutes = cardinal(next), next == piece.end,
                (5...59).contains(minutes.value), !has(minutes.end, [.unit, .meridiem, .month, .oclock, .hyphen])
            {
                piece.length.parts.append(Length.Part(count: minutes.value, unit: .minute))
                piece.end = minutes.end
                continue
            }
            guard has(next, [.number, .cardinal]), let more = simpleLength(next, allowsBare: false), !more.isJoined,
                let last = piece.length.parts.last, more.length.unit < last.unit, more.length.count != nil,
                last.unit <= .hour || more.length.unit >= .day || isLenient
            else { return piece }
            piece.length.parts += more.length.parts
            piece.end = more.end
        }
    }

    private func simpleLength(_ index: Int, allowsBare: Bool) -> LengthPiece? {
        var next = index
        var count: Int?
        var hasHalf = false
        var hasCount = true
        if has(next, .half) {
            count = 0
            hasHalf = true
            next += 1
            if has(next, .hyphen) { next += 1 }
            if has(next, .article) { next += 1 }
            guard has(next, .unit), !word(next).isPlural else { return nil }
        } else if let number = cardinal(next), !has(next, .common) {
            count = number.value
            hasHalf = number.hasHalf
            next = number.end
            if isQuantityMark(index) { return nil }
            if let second = alternative(next) {
                if second.value > number.value, number.value != second.value { count = nil }
                next = second.end
            }
        } else if has(next, .article), has(next + 1, .vague) || has(next + 1, .unitAdjective) && has(next + 2, .vague) {
            let isFew = has(next + 1, .vague)
            next += isFew ? 1 : 2
            if isWord(next, PhraseParser.coupleWords) {
                count = 2
            } else if isWord(next, PhraseParser.dozenWords) {
                count = 12
            }
            next += 1
            if has(next, .of) { next += 1 }
        } else if has(next, .article) {
            count = 1
            next += 1
            if has(next, .whole), has(next + 1, .unit) { next += 1 }
            if has(next, .half) {
                count = 0
                hasHalf = true
                next += has(next + 1, .hyphen) ? 2 : 1
            }
        } else if has(next, .vague) {
            if isWord(next, PhraseParser.coupleWords) {
                count = 2
            } else if isWord(next, PhraseParser.dozenWords) {
                count = 12
            }
            next += 1
            if has(next, .vague) { next += 1 }
            if has(next, .of) { next += 1 }
        } else {
            hasCount = false
            guard allowsBare else { return nil }
        }
        let isJoined = has(next, .hyphen) && next > index
        if isJoined {
            guard !isSpaced(next), !isSpaced(next + 1) else { return nil }
            next += 1
        }
        while !isJoined, hasCount, has(next, .unitAdjective), !has(next, .unit) { next += 1 }
        guard has(next, .unit), let unit = word(next).unit, !has(next, .common) || isUnitWord(next, count, hasCount)
        else { return nil }
        let isPlural = word(next).isPlural
        if !hasCount, !isPlural { return nil }
        if count == 1, has(index, .article), isPlural, next == index + 1 { return nil }
        if unit == .weekend, !isPlural, count == 1 { return nil }
        var piece = LengthPiece(length: Length(count, unit, half: hasHalf), start: index, end: next + 1)
        piece.isJoined = isJoined
        piece.hasCount = hasCount
        piece.isAdjective = !isPlural && hasCount && !isJoined && !hasHalf && count != 1 && view.length(next) > 3
        if isPlural, !hasCount, has(next + 1, .hyphen), !isSpaced(next + 1), !has(next + 2, .long) { return nil }
        if !hasCount, has(next + 1, .hyphen), has(next + 2, .long) { piece.end = next + 3 }
        if count == 1, has(index, .article), !isPlural {
            // *a day or two*, *a year and a half*.
            if has(next + 1, .or), let second = spokenCardinal(next + 2), second.value == 2, !has(second.end, .unit) {
                piece.length.parts[0].count = nil
                piece.end = second.end
            }
            if has(next + 1, .hyphen), !isSpaced(next + 1) { return nil }
        } else if isPlural, has(next + 1, .or), has(next + 2, .unit), word(next + 2).isPlural, count == nil {
            piece.end = next + 3
        }
        // *two years or so*.
        if has(piece.end, .or), isWord(piece.end + 1, PhraseParser.soWord) { piece.end += 2 }
        if has(piece.end, .and), isWord(piece.end + 1, PhraseParser.halfWord) { piece.end += 0 }
        return piece
    }

    /// *to three* or *or three* behind a first number.
    private func alternative(_ index: Int) -> (value: Int, end: Int)? {
        guard has(index, [.until, .or, .hyphen]), let second = cardinal(index + 1), !second.hasHalf else { return nil }
        return (second.value, second.end)
    }

    /// Whether *second* and the like is a unit here, not an ordinal or a verb.
    private func isUnitWord(_ index: Int, _ count: Int?, _ hasCount: Bool) -> Bool {
        guard word(index).unit == .second || word(index).unit == .minute else { return true }
        if has(index, .ordinal) {
            return hasCount && (count ?? 0) > 0 && !has(index - 1, .ordinal)
                && (digits(index - 1) != nil || has(index - 1, [.hyphen, .cardinal]))
        }
        return true
    }

    private func isQuantityMark(_ index: Int) -> Bool {
        guard index > 0, index < view.count, !isSpaced(index) else { return false }
        return view.values[index - 1].kind == .symbol || byte(view.start(index) - 1) == UInt8(ascii: "#")
            || byte(view.start(index) - 1) == UInt8(ascii: ".")
    }

    static let anchorWords = KnownWords("before after that since following leading")
    static let spanningWords = KnownWords("over under within")
    static let agoWords = KnownWords("ago")
    static let fromWord = KnownWords("from")
    static let henceWords = KnownWords("hence")
    static let oldWords = KnownWords("old")
    static let inWord = KnownWords("in within")
    static let coupleWords = KnownWords("couple")
    static let dozenWords = KnownWords("dozen")
    static let soWord = KnownWords("so more")
    static let halfWord = KnownWords("half")
    static let exactWords = KnownWords("just only exactly")
    static let overWords = KnownWords("over")
    static let underWords = KnownWords("under")
    static let upWords = KnownWords("up")
}
