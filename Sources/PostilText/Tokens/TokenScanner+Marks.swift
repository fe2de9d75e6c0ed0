import PostilCore

extension TokenScanner {
    /// Takes punctuation or a symbol in ASCII at `position`.
    mutating func scanMark() {
        let start = position
        let value = base[start]
        let next = byte(start + 1)
        switch value {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): scanStop()
        case UInt8(ascii: "@"):
            let isHandle = isLetter(start + 1) && !isWord(before: start) || next == UInt8(ascii: "_")
            var end = isHandle ? wordEnd(from: start + 1) : start + 1
            if isHandle, byte(end) == UInt8(ascii: "."), chunkMarks.contains(.innerPoint),
                let host = domainEnd(start + 1)
            {
                end = host
            }
            emit(start, end, isHandle ? .handle : .symbol, isHandle ? .handle : .symbol)
        case UInt8(ascii: "#"): scanHash()
        case UInt8(ascii: "$"):
            var end = start
            while byte(end) == value { end += 1 }
            emit(start, end, .symbol, .currency)
        case UInt8(ascii: "+"):
            if isDigit(start + 1), !isWord(before: start), start == 0 || base[start - 1] != UInt8(ascii: ")") {
                let ahead = phoneEndAhead(start)
                if ahead > start { phoneEnd = max(phoneEnd, ahead) }
                position = start + 1
                scanNumber(from: start)
            } else {
                scanRun()
            }
        case UInt8(ascii: "("):
            if scanEmoticon() { return }
            if start >= phoneEnd { phoneEnd = max(phoneEnd, phoneEndAhead(start)) }
            emit(start, start + 1, .punctuation, .mark)
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
            if scanEmoticon() { return }
            scanRun()
        case UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            emit(start, start + 1, .punctuation, .mark)
        default:
            if chunkMarks.contains(.innerPoint), value == UInt8(ascii: "-"), !isWord(before: start),
                let end = fileEnd(start)
            {
                return emit(start, end, .file, .file)
            }
            scanRun()
        }
    }

    /// Takes a run of `. ! ?` and ellipses, or a number that begins with its point.
    private mutating func scanStop() {
        let start = position
        if base[start] == UInt8(ascii: "."), !isWord(before: start) {
            if isDigit(start + 1), start == 0 || base[start - 1] != UInt8(ascii: ".") {
                position = start + 1
                return scanNumber(from: start)
            }
            if isLetter(start + 1), start == 0 || isSpace(start - 1) || base[start - 1] == UInt8(ascii: ")") {
                let end = lettersEnd(from: start + 1)
                let found = traits(start + 1, end)
                if wordLength(at: end) == 0, found.contains(.fileExtension) || found.contains(.domain) {
                    return emit(start, end, .file, .file)
                }
            }
        }
        let end = stopRunEnd(start)
        emit(start, end, .punctuation, end > start + 1 ? .markRun : .mark)
    }

    /// The end of the stops and ellipses from `start` on; question and exclamation marks behind two points
    /// or more are a run of their own.
    func stopRunEnd(_ start: Int) -> Int {
        var end = start
        while byte(end) == UInt8(ascii: ".") { end += 1 }
        if end - start > 1, byteClass(end) == ByteClass.stop { return end }
        while end < count {
            switch base[end] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): end += 1
            case 0xE2 where byte(end + 1) == 0x80 && byte(end + 2) == 0xA6: end += 3
            default: return end
            }
        }
        return end
    }

    private mutating func scanHash() {
        let start = position
        if keycapLength(start) > 0 {
            emit(start, start + keycapLength(start), .emoji, .emoji)
        } else if !isWord(before: start), wordLength(at: start + 1) > 0,
            wordEnd(from: start + 1) > digitsEnd(from: start + 1)
        {
            emit(start, wordEnd(from: start + 1), .hashtag, .hashtag)
        } else {
            scanRun()
        }
    }

    /// Takes a run of signs that draw a line, an arrow or a face, or of one mark repeated.
    private mutating func scanRun() {
        if scanSignRun() { return }
        let start = position
        let value = base[start]
        if value == UInt8(ascii: "*"), keycapLength(start) > 0 {
            return emit(start, start + keycapLength(start), .emoji, .emoji)
        }
        var end = start + 1
        if byteClass(start) != ByteClass.opener {
            while byte(end) == value, end < count { end += 1 }
        }
        let isSymbol = byteClass(start) == ByteClass.control || TokenScanner.isSymbol(value)
        emit(start, end, isSymbol ? .symbol : .punctuation, end > start + 1 ? .markRun : isSymbol ? .symbol : .mark)
    }

    /// Takes two or more of `- = * ~ + < > _ ^ |` together.
    mutating func scanSignRun() -> Bool {
        let start = position
        var end = start
        while end < count, TokenScanner.isDrawing(base[end]) { end += 1 }
        guard end > start + 1,
            !(end == start + 2 && base[start] == UInt8(ascii: "<") && base[start + 1] == UInt8(ascii: ">"))
        else { return false }
        emit(start, end, .punctuation, .markRun)
        return true
    }

    private static func isDrawing(_ value: UInt8) -> Bool {
        switch value {
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "+"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    private static func isSymbol(_ value: UInt8) -> Bool {
        switch value {
        case UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "#"),
            UInt8(ascii: "@"), UInt8(ascii: "\\"):
            true
        default: false
        }
    }

    /// Takes an apostrophe, straight or a backtick, that no word has taken.
    mutating func scanApostrophe() {
        let start = position
        let value = base[start]
        if byte(start + 1) == value { return emit(start, start + 2, .punctuation, .markRun) }
        if value == UInt8(ascii: "`"), !isWord(before: start) { return emit(start, start + 1, .punctuation, .mark) }
        scanElision(mark: 1)
    }

    /// Takes *'em*, *'90s*, a clitic that stands apart, or the mark alone.
    mutating func scanElision(mark: Int) {
        let start = position
        let behind = start + mark
        if isDigit(behind), !isWord(before: start) {
            var end = digitsEnd(from: behind)
            if end - behind == 2 {
                if byte(end) | 0x20 == UInt8(ascii: "s") { end += 1 }
                if wordLength(at: end) == 0, apostropheLength(at: end) == 0 {
                    return emit(start, end, .number, .elision)
                }
            }
        }
        let end = lettersEnd(from: behind, limit: 12)
        if end > behind, wordLength(at: end) == 0 {
            if isClitic(behind, end), start > 0 { return emit(start, end, .clitic, .contraction) }
            let closing = apostropheLength(at: end)
            if closing == 0, !isWord(before: start), traits(behind, end).contains(.clippedIt) {
                emit(start, behind + 1, .clitic, .contraction)
                return emit(behind + 1, end, .word, .contraction)
            }
            if !isWord(before: start), traits(behind, end).contains(.elision) {
                let isAnd = end - behind == 1 && closing > 0
                if closing == 0 || isAnd { return emit(start, end + (isAnd ? closing : 0), .word, .elision) }
            }
        }
        emit(start, behind, .punctuation, .mark)
    }

    private func isClitic(_ start: Int, _ end: Int) -> Bool {
        let first = byte(start) | 0x20
        let second = byte(start + 1) | 0x20
        switch (end - start, first, second) {
        case (1, UInt8(ascii: "s"), _), (1, UInt8(ascii: "m"), _), (1, UInt8(ascii: "d"), _),
            (2, UInt8(ascii: "l"), UInt8(ascii: "l")), (2, UInt8(ascii: "r"), UInt8(ascii: "e")),
            (2, UInt8(ascii: "v"), UInt8(ascii: "e")):
            return apostropheLength(at: end) == 0
        default: return false
        }
    }
}
