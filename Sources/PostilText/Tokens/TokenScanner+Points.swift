import PostilCore

extension TokenScanner {
    /// Where a point at `end` belongs to the word from `start`: the end with it, and why. Nil where the
    /// point is a full stop.
    func joinPoint(_ start: Int, _ end: Int) -> (end: Int, rule: TokenRule)? {
        let isReporter = end - start == 1 && isUpper(start) && isDigit(end + 1)
        if end - start <= 4, isLetter(end + 1) || isReporter, let stop = acronymEnd(start, end) {
            return (stop, .acronym)
        }
        if isSpelledInitial(start, end) { return (end + 1, .initial) }
        let kind = Abbreviations.classification(of: plainHash(start, end + 1))
        guard !kind.isEmpty, keepsPoint(kind, start, end) else { return nil }
        return (end + 1, .abbreviation)
    }

    /// The end of letters with points between them, from `start` on: *U.S.*, *a.m.*, *Ph.D.*
    private func acronymEnd(_ start: Int, _ end: Int) -> Int? {
        var stop = end
        if end - start == 1 {
            while byte(stop) == UInt8(ascii: "."), isLetter(stop + 1), wordLength(at: stop + 2) == 0 { stop += 2 }
        }
        if stop == end {
            var bound = end
            while bound - start < 16, byte(bound) == UInt8(ascii: "."), isLetter(bound + 1) {
                bound = lettersEnd(from: bound + 1, limit: 8)
            }
            if isReporterSeries(start, end) { return end + 3 }
            guard wordLength(at: bound) == 0, bound > end else { return nil }
            if byte(bound - 1) == UInt8(ascii: "s"), byte(bound - 2) == UInt8(ascii: "."), bound - 1 > end,
                !Abbreviations.classification(of: plainHash(start, bound - 1)).isEmpty
            {
                return bound
            }
            let kind = Abbreviations.classification(
                of: plainHash(start, bound + (byte(bound) == UInt8(ascii: ".") ? 1 : 0))
            )
            guard !kind.isEmpty else { return nil }
            stop = bound
        }
        guard byte(stop) == UInt8(ascii: ".") else { return stop }
        if isUpper(start), isDigit(stop + 1), byte(stop + 2) == UInt8(ascii: "d"), wordLength(at: stop + 3) == 0 {
            return stop + 3
        }
        if byte(stop + 1) == UInt8(ascii: "s"), wordLength(at: stop + 2) == 0 { return stop + 2 }
        if byte(stop + 1) == UInt8(ascii: ".") { return byte(stop + 2) == UInt8(ascii: ".") ? stop : stop + 1 }
        return isParagraphEnd(stop + 1) ? stop : stop + 1
    }

    /// Whether a law report's series is joined to its letter: *F.3d*.
    private func isReporterSeries(_ start: Int, _ end: Int) -> Bool {
        end - start == 1 && isUpper(start) && isDigit(end + 1) && byte(end + 2) == UInt8(ascii: "d")
            && wordLength(at: end + 3) == 0
    }

    /// Whether a Roman numeral of at most six letters stands at `offset`.
    private func isRoman(_ offset: Int) -> Bool {
        let stop = lettersEnd(from: offset, limit: 7)
        guard stop > offset, stop - offset <= 6, wordLength(at: stop) == 0 else { return false }
        return (offset..<stop).allSatisfy {
            byte($0) == UInt8(ascii: "I") || byte($0) == UInt8(ascii: "V") || byte($0) == UInt8(ascii: "X")
        }
    }

    /// Whether one capital and a point stand before a name.
    private func isSpelledInitial(_ start: Int, _ end: Int) -> Bool {
        guard end - start == 1, isUpper(start) else { return isVersus(start, end) }
        let next = byte(end + 1)
        if next == UInt8(ascii: ",") { return byte(start) != UInt8(ascii: "I") }
        if next == UInt8(ascii: ")") || next == UInt8(ascii: "]") {
            return byte(start) != UInt8(ascii: "I") && isName(before: start)
        }
        if isUpper(end + 1) { return isLower(end + 2) }
        let following = skipSpaces(end + 1)
        guard following > end + 1, following < count else { return false }
        guard isUpper(following) || base[following] >= 0xC3 && wordLength(at: following) > 0 else { return false }
        if start == 0 || classes[Int(base[start - 1])] == ByteClass.newline { return true }
        if byte(following + 1) == UInt8(ascii: "."), base[start - 1] == 0x20 { return byte(start) != UInt8(ascii: "I") }
        guard byte(start) != UInt8(ascii: "I") else { return isName(before: start) && !isLower(following + 1) }
        return isName(before: start)
    }

    /// Whether *v.* stands between the names of a case.
    private func isVersus(_ start: Int, _ end: Int) -> Bool {
        guard end - start == 1, byte(start) == UInt8(ascii: "v"), byte(end + 1) == 0x20, start > 1,
            base[start - 1] == 0x20
        else { return false }
        return isUpper(skipSpaces(end + 1)) && isName(before: start)
    }

    /// Whether the word before `offset` on the same line begins with a capital, or none is there.
    private func isName(before offset: Int) -> Bool {
        var end = offset
        while end > 0, classes[Int(base[end - 1])] == ByteClass.space { end -= 1 }
        guard end > 0 else { return true }
        let last = classes[Int(base[end - 1])]
        if last != ByteClass.letter, last != ByteClass.continuation, last != ByteClass.point { return true }
        var start = end
        while start > 0, end - start < 64 {
            let kind = classes[Int(base[start - 1])]
            guard kind == ByteClass.letter || kind == ByteClass.point || kind >= ByteClass.leadByte else { break }
            start -= 1
        }
        return isUpper(start) || base[start] >= 0x80 || traits(start, end).isEmpty && end - start > 3
    }

    /// Whether an abbreviation of these classes keeps its point where it stands.
    private func keepsPoint(_ kind: AbbreviationClass, _ start: Int, _ end: Int) -> Bool {
        let behind = end + 1
        if kind.contains(.needsCapital), !isUpper(start), !standsInside(kind, behind) { return false }
        if kind.contains(.needsNumber), !standsByNumber(kind, start, behind) { return false }
        let next = byteClass(behind)
        if next == ByteClass.letter {
            if kind.contains(.company), isUpper(start) { return true }
            return isUpper(behind) && !kind.isDisjoint(with: [.title, .calendar, .reference, .company, .address])
        }
        if next == ByteClass.digit { return true }
        if next == ByteClass.point {
            return byteClass(behind + 1) != ByteClass.point && byteClass(behind + 1) != ByteClass.stop
        }
        if next == ByteClass.stop, kind.contains(.listEnd) { return false }
        guard next == ByteClass.space || next == ByteClass.newline else { return true }
        if isParagraphEnd(behind) { return !kind.isDisjoint(with: [.title, .nameSuffix]) }
        let following = skipSpaces(behind)
        if kind.isSuperset(of: [.calendar, .needsCapital]), !kind.contains(.place) { return isDate(following) }
        if kind.contains(.listEnd) || kind == .unit { return !isUpper(following) }
        return true
    }

    /// Whether what follows shows that an abbreviation in small letters ends no sentence.
    private func standsInside(_ kind: AbbreviationClass, _ behind: Int) -> Bool {
        let following = skipSpaces(behind)
        if kind.contains(.reference), isDigit(following) { return true }
        return kind.contains(.other) && following == behind + 1 && isLower(following)
            && traits(following, lettersEnd(from: following)).isEmpty
    }

    /// Whether a day, a dash or a month stands at `offset`.
    private func isDate(_ offset: Int) -> Bool {
        if isDigit(offset) || byte(offset) == UInt8(ascii: "-") { return true }
        let stop = lettersEnd(from: offset)
        guard isUpper(offset), stop > offset else { return false }
        if byte(stop) == UInt8(ascii: "."),
            Abbreviations.classification(of: plainHash(offset, stop + 1)).contains(.calendar)
        {
            return true
        }
        return traits(offset, stop).contains(.month)
    }

    /// Whether a number stands behind a reference such as *No.*, or before a unit such as *in.*
    private func standsByNumber(_ kind: AbbreviationClass, _ start: Int, _ behind: Int) -> Bool {
        if !kind.isDisjoint(with: [.reference, .address]) {
            var following = skipSpaces(behind)
            if byte(following) == UInt8(ascii: "#") || byte(following) == UInt8(ascii: "(") { following += 1 }
            if isDigit(following) || isRoman(following)
                || isUpper(following) && isDigit(lettersEnd(from: following, limit: 4))
            {
                return true
            }
        }
        if kind.contains(.legal), isUpper(start), isName(before: start), start > 0, base[start - 1] == 0x20 {
            let following = skipSpaces(behind)
            if isUpper(following) || isDigit(following) { return start > 1 && base[start - 2] == UInt8(ascii: ".") }
        }
        guard kind.contains(.unit) else { return false }
        var end = start
        while end > 0, classes[Int(base[end - 1])] == ByteClass.space { end -= 1 }
        return end > 0 && classes[Int(base[end - 1])] == ByteClass.digit && !isUpper(skipSpaces(behind))
    }
}
