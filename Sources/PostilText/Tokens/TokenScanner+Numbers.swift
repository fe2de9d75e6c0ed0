import PostilCore

extension TokenScanner {
    /// Takes a number, or what digits begin, at `position`; a sign or point may stand before it.
    mutating func scanNumber(from first: Int? = nil) {
        let start = first ?? position
        if start >= phoneEnd {
            let end = phoneEndAhead(position)
            if end > position { phoneEnd = end }
        }
        if scanKeycap(start) { return }
        var end = position
        var points = 0
        var colons = 0
        scan: while true {
            end = digitsEnd(from: end)
            guard isDigit(end + 1) else { break }
            switch byte(end) {
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: ":"):
                guard digitsEnd(from: end + 1) - end <= 3 else { break scan }
                colons += 1
            case UInt8(ascii: ","):
                guard digitsEnd(from: end + 1) - end == 4 else { break scan }
            case UInt8(ascii: "/"):
                guard joinsSlash(start, end) else { break scan }
            case UInt8(ascii: "-"):
                guard joinsHyphen(start, end) else { break scan }
            default: break scan
            }
            end += 1
        }
        let kind: TokenKind = colons > 0 ? .time : points > 1 && end > phoneEnd ? .version : .number
        let letters = lettersEnd(from: end)
        if wordLength(at: end) == 0 {
            if apostropheLength(at: end) > 0 {
                scanNumberWithApostrophe(start, end)
            } else {
                emit(start, end, kind, .number)
            }
            return
        }
        if letters == end + 1, byte(end) | 0x20 == UInt8(ascii: "x"), isDigit(letters) {
            emit(start, end, kind, .number)
            emit(end, letters, .symbol, .unit)
            return
        }
        if letters == end + 1, byte(letters) == UInt8(ascii: "."), byte(letters + 1) | 0x20 == UInt8(ascii: "m"),
            wordLength(at: letters + 2) == 0,
            byte(end) | 0x20 == UInt8(ascii: "a") || byte(end) | 0x20 == UInt8(ascii: "p")
        {
            emit(start, end, kind, .number)
            return
        }
        if letters > end, wordLength(at: letters) == 0, splitsUnit(start, end, letters) {
            emit(start, end, kind, .number)
            emit(end, letters, .word, .unit)
            return
        }
        let last = wordEnd(from: end)
        if isOrdinalOrDecade(end, last) {
            emit(start, last, .number, .number)
            return
        }
        scanWord(from: start, through: last)
    }

    private mutating func scanNumberWithApostrophe(_ start: Int, _ end: Int) {
        let mark = apostropheLength(at: end)
        let behind = end + mark
        let isPlural = byte(behind) | 0x20 == UInt8(ascii: "s") && wordLength(at: behind + 1) == 0
        guard isPlural else { return emit(start, end, .number, .number) }
        let isDecade = (end - start == 2 || end - start == 4) && byte(end - 1) == UInt8(ascii: "0")
        if isDecade { return emit(start, behind + 1, .number, .number) }
        emit(start, end, .number, .number)
        emit(end, behind + 1, .clitic, .contraction)
    }

    /// Whether the letters behind a number are *st*, *nd*, *rd*, *th* or the *s* of a decade.
    private func isOrdinalOrDecade(_ end: Int, _ last: Int) -> Bool {
        let first = byte(end) | 0x20
        if last - end == 1 { return first == UInt8(ascii: "s") }
        guard last - end == 2 else { return false }
        switch (first, byte(end + 1) | 0x20) {
        case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
            (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
            return true
        default: return false
        }
    }

    private func splitsUnit(_ start: Int, _ end: Int, _ letters: Int) -> Bool {
        let found = traits(end, letters)
        if found.contains(.unit) { return letters - end > 1 || byte(end) | 0x20 != UInt8(ascii: "g") || isMoney(start) }
        if letters - end == 1, byte(end) == UInt8(ascii: "C") || byte(end) == UInt8(ascii: "F") {
            return end - start == 2 || end - start == 3
        }
        return found.contains(.magnitude) && isMoney(start)
    }

    private func isMoney(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        if base[start - 1] < 0x80 { return base[start - 1] == UInt8(ascii: "$") }
        return ScalarClass(scalar(before: start)) == .currency
    }

    /// Whether the slash at `end` joins digits to a date: *9/11*, *11/28/2000*.
    private func joinsSlash(_ start: Int, _ end: Int) -> Bool {
        let last = digitsEnd(from: end + 1)
        var first = end
        while first > start, isDigit(first - 1) { first -= 1 }
        if end - first == 3, last - end == 4 { return true }
        guard end - first <= 2 || end - first == 4, last - end <= 5, last - end != 4 else { return false }
        if wordLength(at: last) > 0 { return false }
        if first > start || byte(last) == UInt8(ascii: "/") { return true }
        return value(first, end) <= 12 && value(end + 1, last) <= 31
    }

    /// Whether the hyphen at `end` joins digits to a telephone number, a date or a code, not to a range.
    private func joinsHyphen(_ start: Int, _ end: Int) -> Bool {
        let last = digitsEnd(from: end + 1)
        if end < phoneEnd || byte(last) == UInt8(ascii: "-") && isDigit(last + 1) { return true }
        var first = end
        while first > start, isDigit(first - 1) { first -= 1 }
        if first > start { return byte(first - 1) == UInt8(ascii: "-") || byte(first - 1) == UInt8(ascii: "/") }
        let isClosed = wordLength(at: last) == 0
        if isClosed, end - first <= 4, followsCaseWord(first) { return true }
        switch (end - first, last - end - 1) {
        case (3, 4): return isClosed && !(byte(end - 1) == UInt8(ascii: "0") && byte(last - 1) == UInt8(ascii: "0"))
        case (5, 4), (1, 4): return isClosed
        case (_, 2): return byte(end + 1) == UInt8(ascii: "0") && isClosed && end - first == 2
        case (let left, let right) where left == right && left > 2: return value(first, end) > value(end + 1, last)
        default: return false
        }
    }

    /// Whether *No.* or *Case* stands before `offset`, so that what follows is a docket's number.
    private func followsCaseWord(_ offset: Int) -> Bool {
        guard offset > 4, base[offset - 1] == 0x20 else { return false }
        let isNumber =
            base[offset - 2] == UInt8(ascii: ".") && base[offset - 3] == UInt8(ascii: "o")
            && base[offset - 4] == UInt8(ascii: "N")
        guard !isNumber else { return true }
        return offset > 5 && !isWord(before: offset - 5)
            && plainHash(offset - 5, offset - 1) == LowercaseHash(word: "case")
    }

    /// The value of at most nine digits; larger numbers are cut.
    private func value(_ start: Int, _ end: Int) -> Int {
        var result = 0
        for offset in start..<min(end, start + 9) { result = result * 10 + Int(base[offset] & 0x0F) }
        return result
    }

    /// Takes a digit in its keycap.
    private mutating func scanKeycap(_ start: Int) -> Bool {
        let length = keycapLength(start)
        guard length > 0 else { return false }
        emit(start, start + length, .emoji, .emoji)
        return true
    }

    /// The length of a keycap emoji at `offset`, or 0.
    func keycapLength(_ offset: Int) -> Int {
        var end = offset + 1
        if byte(end) == 0xEF, byte(end + 1) == 0xB8, byte(end + 2) == 0x8F { end += 3 }
        return byte(end) == 0xE2 && byte(end + 1) == 0x83 && byte(end + 2) == 0xA3 ? end + 3 - offset : 0
    }
}
