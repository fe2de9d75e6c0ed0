import PostilCore

extension TokenScanner {
    /// Takes the token, or the few tokens, at `position` by the full rules.
    mutating func scanToken() {
        switch byteClass(position) {
        case ByteClass.space, ByteClass.newline: position += 1
        case ByteClass.letter, ByteClass.underscore:
            markChunk()
            if byte(position) == UInt8(ascii: "_"), scanSignRun() { return }
            if scanAddress() { return }
            if scanEmoticon() { return }
            scanWord()
        case ByteClass.digit:
            markChunk()
            if scanAddress() { return }
            scanNumber()
        case ByteClass.leadByte: scanWide()
        case ByteClass.apostrophe: scanApostrophe()
        default:
            markChunk()
            scanMark()
        }
    }

    /// Takes a word that begins at `position`, and the clitic behind it.
    mutating func scanWord() { scanWord(from: position, through: wordEnd(from: position)) }

    /// Takes a word of which the stretch between the offsets, which is not empty, is known to be part.
    mutating func scanWord(from start: Int, through known: Int) {
        var segment = start
        var end = known
        var rule = TokenRule.word
        while true {
            let next = byte(end)
            let mark = apostropheLength(at: end)
            if mark > 0 {
                if next != UInt8(ascii: "`"), emitContraction(start, end, mark) { return }
                let behind = end + mark
                if next != UInt8(ascii: "`"), isLetter(behind) || (wordLength(at: behind) > 0 && !isDigit(behind)) {
                    end = wordEnd(from: behind)
                    continue
                }
                if isClipped(start, end, mark) { end += mark }
                break
            }
            if next == UInt8(ascii: "-"), let joined = joinHyphen(start, segment, end) {
                end = joined
                segment = joined
                end = wordEnd(from: end)
                rule = .hyphenAffix
                continue
            }
            if next == UInt8(ascii: "."), let (pointed, reason) = joinPoint(start, end) {
                end = pointed
                rule = reason
                break
            }
            if rule == .word, next == UInt8(ascii: "-"), isFragment(start, end) {
                end += 1
                rule = .fragment
                break
            }
            if rule == .word, let cut = currencyCodeEnd(start, end) {
                emit(start, cut, .symbol, .currency)
                return
            }
            if next == UInt8(ascii: "."), isDigit(end + 1), isDigit(end - 1), isLetter(start) {
                while byte(end) == UInt8(ascii: "."), isDigit(end + 1) { end = digitsEnd(from: end + 1) }
                if wordLength(at: end) == 0 { return emit(start, end, .version, .identifier) }
                end = wordEnd(from: end)
                rule = .identifier
                continue
            }
            if let joined = joinSign(start, end) {
                end = joined
                segment = joined
                rule = .joinedSigns
                continue
            }
            break
        }
        if rule == .word, emitFused(start, end) { return }
        emit(start, end, .word, rule)
    }

    /// Splits `don't`, `it's` and the like, whose apostrophe stands at `end`.
    private mutating func emitContraction(_ start: Int, _ end: Int, _ mark: Int) -> Bool {
        let behind = end + mark
        if emitComeOn(start, end, mark) { return true }
        let stop = lettersEnd(from: behind, limit: 4)
        guard stop > behind, wordLength(at: stop) == 0 else { return false }
        let first = byte(behind) | 0x20
        let second = byte(behind + 1) | 0x20
        switch (stop - behind, first, second) {
        case (1, UInt8(ascii: "t"), _):
            guard byte(end - 1) | 0x20 == UInt8(ascii: "n") else { return false }
            if end - start > 1 { emit(start, end - 1, .word, .contraction) }
            emit(max(start, end - 1), stop, .clitic, .contraction)
            return true
        case (1, UInt8(ascii: "s"), _):
            if isDecade(start, end) { return false }
        case (2, UInt8(ascii: "m"), UInt8(ascii: "a")), (2, UInt8(ascii: "t"), UInt8(ascii: "a")):
            return emitWithArticle(start, end, mark)
        case (1, UInt8(ascii: "m"), _), (1, UInt8(ascii: "d"), _), (2, UInt8(ascii: "l"), UInt8(ascii: "l")),
            (2, UInt8(ascii: "r"), UInt8(ascii: "e")), (2, UInt8(ascii: "v"), UInt8(ascii: "e")):
            break
        case (3, UInt8(ascii: "a"), UInt8(ascii: "l")):
            guard end - start == 1, byte(start) | 0x20 == UInt8(ascii: "y") else { return false }
            emit(start, behind, .clitic, .contraction)
            return true
        case (3, UInt8(ascii: "y"), UInt8(ascii: "o")):
            guard end - start == 1, byte(start) | 0x20 == UInt8(ascii: "d") else { return false }
            emit(start, behind, .clitic, .contraction)
            return true
        default: return false
        }
        if !emitFused(start, end) { emit(start, end, .word, .word) }
        emit(end, stop, .clitic, .contraction)
        return true
    }

    /// Splits *c'm|on*.
    private mutating func emitComeOn(_ start: Int, _ end: Int, _ mark: Int) -> Bool {
        let cut = end + mark + 1
        guard end - start == 1, byte(start) | 0x20 == UInt8(ascii: "c"), byte(cut - 1) | 0x20 == UInt8(ascii: "m"),
            byte(cut) | 0x20 == UInt8(ascii: "o"), byte(cut + 1) | 0x20 == UInt8(ascii: "n"),
            wordLength(at: cut + 2) == 0
        else { return false }
        emit(start, cut, .word, .contraction)
        emit(cut, cut + 2, .word, .contraction)
        return true
    }

    /// Splits *I'ma* and *isn'ta*, where the space before an article is missing.
    private mutating func emitWithArticle(_ start: Int, _ end: Int, _ mark: Int) -> Bool {
        let stop = end + mark + 2
        let first = byte(end + mark) | 0x20
        if first == UInt8(ascii: "m") {
            guard end - start == 1, byte(start) | 0x20 == UInt8(ascii: "i") else { return false }
            emit(start, end, .word, .word)
            emit(end, stop - 1, .clitic, .contraction)
        } else {
            guard end - start > 2, byte(end - 1) | 0x20 == UInt8(ascii: "n") else { return false }
            emit(start, end - 1, .word, .contraction)
            emit(end - 1, stop - 1, .clitic, .contraction)
        }
        emit(stop - 1, stop, .word, .contraction)
        return true
    }

    /// Whether the token is a decade or the plural of a number, as in *80's*.
    private func isDecade(_ start: Int, _ end: Int) -> Bool {
        (end - start == 2 || end - start == 4) && digitsEnd(from: start) == end && byte(end - 1) == UInt8(ascii: "0")
    }

    /// Whether an apostrophe at `end` stands for a word's last letter (*goin'*) and closes no quotation.
    private func isClipped(_ start: Int, _ end: Int, _ mark: Int) -> Bool {
        guard isSpace(end + mark), lettersEnd(from: start) == end else { return false }
        let endsInIn =
            end - start >= 4 && byte(end - 2) | 0x20 == UInt8(ascii: "i") && byte(end - 1) | 0x20 == UInt8(ascii: "n")
        guard endsInIn || traits(start, end).contains(.clipped) else { return false }
        var offset = start
        let bound = max(0, start - 160)
        while offset > bound {
            offset -= 1
            if classes[Int(base[offset])] == ByteClass.newline { return true }
            let opens = base[offset] == UInt8(ascii: "'") || base[offset] == 0xE2
            if opens, apostropheLength(at: offset) > 0, !isWord(before: offset) { return false }
        }
        return true
    }

    /// Splits *cannot*, *gonna*, *dont* and what the table has of the kind.
    mutating func emitFused(_ start: Int, _ end: Int) -> Bool {
        guard end - start <= 12 else { return false }
        let found = WordTraits(rawValue: tables.fused.value(for: plainHash(start, end)))
        if !found.isDisjoint(with: [.possessiveIts, .possessiveYour, .lets]) {
            guard found.contains(.lets) ? isCapitalized(start, end) : isVerb(found, end) else { return false }
            emit(start, end - 1, .word, .fusedContraction)
            emit(end - 1, end, .clitic, .fusedContraction)
            return true
        }
        let first = found.firstPart
        guard first > 0, first < end - start else { return false }
        let second = found.secondPart
        emit(start, start + first, .word, .fusedContraction)
        if second > 0 { emit(start + first, start + first + second, .clitic, .fusedContraction) }
        emit(start + first + second, end, .clitic, .fusedContraction)
        return true
    }

    private func isCapitalized(_ start: Int, _ end: Int) -> Bool { isUpper(start) && isLower(end - 1) }

    /// Whether the word behind *its* or *your* shows that it is *it's* or *you're*.
    private func isVerb(_ found: WordTraits, _ end: Int) -> Bool {
        guard byte(end) == 0x20 else { return false }
        let next = skipSpaces(end)
        let stop = lettersEnd(from: next)
        guard stop > next, wordLength(at: stop) == 0 else { return false }
        return traits(next, stop).contains(found.contains(.possessiveIts) ? .followsIts : .followsYour)
    }

    /// The offset behind a hyphen at `end` that belongs to the word, or nil where it splits.
    private func joinHyphen(_ start: Int, _ segment: Int, _ end: Int) -> Int? {
        let behind = end + 1
        guard wordLength(at: behind) > 0 else { return nil }
        let before = traits(segment, end)
        let isHead = start == 0 || base[start - 1] != UInt8(ascii: "-")
        if segment == start, isHead, before.contains(.prefix) { return behind }
        if isDigit(behind), isDigit(end - 1), isLetter(start) { return behind }
        let stop = lettersEnd(from: behind, limit: 24)
        guard stop > behind else { return nil }
        let after = traits(behind, stop)
        if wordLength(at: stop) == 0, isLower(behind), isLetter(segment), after.contains(.suffix) { return behind }
        if wordLength(at: stop) == 0, before.contains(.interjection), after.contains(.interjection) { return behind }
        guard end - start <= 16 else { return nil }
        return traits(start, stop).contains(.hyphenated) ? behind : nil
    }
}
