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
        guard var piece = lengthPiece(next, allowsBare: hasLead || bound == nil) else { return nil }
        // *15 minute ago*, *in 2 minute*: commands drop the plural.
        if isLenient, piece.isAdjective,
            has(piece.end, [.ago, .shift, .from]) || isWord(index - 1, PhraseParser.inWord)
        {
            piece.isAdjective = false
        }
        if piece.length.unit == .quarter, !hasLead, !piece.isJoined || word(piece.end - 1).isPlural,
            !has(piece.start, .vague)
        {
            return nil
        }
        // *60 Minutes* is a title.
        if !isLenient, digits(piece.start) != nil, !piece.isJoined, shape(piece.end - 1) == .capitalized,
            isCapitalized(piece.start - 1) || piece.length.unit.isOfClock
        {
            return nil
        }
        if isWord(index, PhraseParser.spanningWords), !has(next, .article) { return nil }
        if piece.isAdjective, hasLead || bound != nil { return nil }
        if hasLead, !piece.hasCount, !has(piece.end - 1, .unit) || !word(piece.end - 1).isPlural { return nil }
        if isFirst, !piece.hasCount, !has(index, .the) || has(piece.end, [.from, .hyphen]) { return nil }
        if piece.isAdjective || piece.isJoined {
            return adjective(index, piece, hasArticle: false)
        }
        var phrase = Phrase(index..<piece.end, .length, .duration(piece.length))
        phrase.modifier = bound?.modifier
        if !piece.hasCount {
            phrase.rule = .unitAlone
            if !hasLead {
                // *60 Minutes* is a title, *a matter of days* no length.
                if isCapitalized(index), index > sentence.lowerBound { return nil }
                if has(index - 1, .of), isWord(index - 2, PhraseParser.matterWord) { return nil }
                if piece.length.unit.isOfClock, !isCasual { phrase.audience = [.narrative, .assistant] }
            }
        }
        if !piece.hasCount, !hasLead, isLenient { return nil }
        switch direction {
        case .past? where !piece.hasCount && next == index + 1 && piece.length.unit >= .month:
            (phrase.meaning, phrase.rule) = (.reference(2), .reference)
        case .last?, .past?, .latest?, .previous?:
            (phrase.meaning, phrase.rule) = (.stretch(piece.length, -1), .stretch)
        case .coming? where !piece.hasCount && next == index + 1 && piece.length.unit >= .month:
            (phrase.meaning, phrase.rule) = (.reference(3), .reference)
        case .next?, .coming?, .following?: (phrase.meaning, phrase.rule) = (.stretch(piece.length, 1), .stretch)
        case .this?:
            guard has(next - 1, .unit) == false, word(piece.end - 1).isPlural, !piece.hasCount,
                piece.length.unit == .day
            else { return nil }
            return Phrase(index..<piece.end, .reference, .reference(1))
        default: tail(&phrase, piece, hasLead: hasLead)
        }
        if case .duration = phrase.meaning, !hasLead, piece.hasCount {
            phrase.mayBeAhead = isWord(index - 1, PhraseParser.inAlone) && !isSuperlative(index)
            if isSomeDay(piece) { (phrase.meaning, phrase.rule) = (.reference(3), .reference) }
        }
        return phrase
    }

    /// *will one day*, *one day will*: some day to come.
    private func isSomeDay(_ piece: LengthPiece) -> Bool {
        isWord(piece.start, PhraseParser.oneWord) && piece.end == piece.start + 2 && piece.length.unit == .day
            && (isWord(piece.start - 1, PhraseParser.futureVerbs) || isWord(piece.end, PhraseParser.futureVerbs))
    }

    /// Whether a superlative or *first* stands before: *the largest fall in five years*.
    private func isSuperlative(_ index: Int) -> Bool {
        for token in stride(from: index - 2, to: max(sentence.lowerBound - 1, index - 9), by: -1) where isLetter(token)
        {
            if isWord(token, PhraseParser.superlatives) { return true }
            let end = view.end(token)
            if view.length(token) > 4, byte(end - 1) == UInt8(ascii: "t"), byte(end - 2) == UInt8(ascii: "s"),
                byte(end - 3) == UInt8(ascii: "e")
            {
                return true
            }
        }
        return false
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
            phrase.meaning =
                isLenient && has(end + 1, .dayWord) && !piece.length.unit.isOfClock
                ? .relative(piece.length, 1, .offset(word(end + 1).value % 10, .day, isFromMention: false))
                : .shifted(piece.length, 1, isFromMention: false)
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

    static let inAlone = KnownWords("in")
    static let oneWord = KnownWords("one")
    static let futureVerbs = KnownWords("will would may might could 'll ’ll can")
    static let superlatives = KnownWords("first second third most least time times only best worst")
    static let matterWord = KnownWords("matter")
    static let anchorWords = KnownWords("before after that since following leading")
    static let spanningWords = KnownWords("over under within")
    static let agoWords = KnownWords("ago")
    static let fromWord = KnownWords("from")
    static let henceWords = KnownWords("hence")
    static let oldWords = KnownWords("old")
    static let inWord = KnownWords("in within")
    static let coupleWords = KnownWords("couple pair")
    static let dozenWords = KnownWords("dozen")
    static let soWord = KnownWords("so more")
    static let halfWord = KnownWords("half")
    static let exactWords = KnownWords("just only exactly")
    static let overWords = KnownWords("over")
    static let underWords = KnownWords("under")
    static let upWords = KnownWords("up")
}
