import PostilCore

extension PhraseParser {
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
            if isLenient, has(next, .half), next > piece.end, next + 1 >= sentence.upperBound {
                piece.length.parts[piece.length.parts.count - 1].hasHalf = true
                piece.end = next + 1
                continue
            }
            if isLenient, piece.length.parts.last?.unit == .hour, let minutes = cardinal(next),
                next == piece.end || minutes.end >= sentence.upperBound, (5...59).contains(minutes.value),
                !has(minutes.end, [.unit, .meridiem, .month, .oclock, .hyphen])
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

    func simpleLength(_ index: Int, allowsBare: Bool) -> LengthPiece? {
        if let glued = gluedLength(index) { return glued }
        var next = index
        var count: Int?
        var hasHalf = false
        var range: Length.Range?
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
                if second.value > number.value {
                    count = nil
                    range = Length.Range(least: number.value, most: second.value)
                }
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
        piece.length.range = range
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

    /// *3h*, *10D*, *45mins* in one token.
    private func gluedLength(_ index: Int) -> LengthPiece? {
        guard has(index, .clock), has(index, .number), isLenient || isWord(index - 1, PhraseParser.forWord) else {
            return nil
        }
        var offset = view.start(index)
        guard let number = readDigits(&offset), number.width <= 4, offset < view.end(index) else { return nil }
        let rest = UnsafeBufferPointer(rebasing: view.bytes[offset..<view.end(index)])
        let unit: TimeUnit?
        if rest.count == 1 {
            unit = PhraseParser.unitLetters.first { $0.0 == rest[0] | 0x20 }?.1
        } else {
            unit = lexicon[LowercaseHash(folding: rest)].unit
        }
        guard let unit, rest.count > 1 || isWord(index - 1, PhraseParser.lengthOpeners) else { return nil }
        return LengthPiece(length: Length(number.value, unit), start: index, end: index + 1)
    }

    private static let forWord = KnownWords("for")
    private static let lengthOpeners = KnownWords("for in within last next past about")
    private static let unitLetters: [(UInt8, TimeUnit)] = [
        (UInt8(ascii: "s"), .second), (UInt8(ascii: "h"), .hour), (UInt8(ascii: "d"), .day), (UInt8(ascii: "w"), .week),
        (UInt8(ascii: "y"), .year),
    ]
}
