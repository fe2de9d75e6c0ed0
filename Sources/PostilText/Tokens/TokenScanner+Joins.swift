import PostilCore

extension TokenScanner {
    /// The end of a part that a sign at `end` joins to the word: *R&D*, *w/o*, *sh*t*.
    func joinSign(_ start: Int, _ end: Int) -> Int? {
        let next = byte(end)
        switch next {
        case UInt8(ascii: "&"):
            guard isLetter(end + 1), end - start <= 6 else { return nil }
            let stop = wordEnd(from: end + 1)
            return stop - end <= 7 ? stop : nil
        case UInt8(ascii: "/"):
            if isDigit(end + 1), end - start == 1, byte(start) | 0x20 == UInt8(ascii: "f") {
                let stop = digitsEnd(from: end + 1)
                return byte(stop) == UInt8(ascii: ".") && isDigit(stop + 1) ? digitsEnd(from: stop + 1) : stop
            }
            guard isLetter(end + 1) else { return nil }
            let stop = lettersEnd(from: end + 1, limit: 8)
            guard wordLength(at: stop) == 0, traits(start, stop).contains(.slashed) else { return nil }
            return stop
        case UInt8(ascii: "*"):
            var stop = end
            while stop - end < 8, byte(stop) == UInt8(ascii: "*") { stop += 1 }
            return isLower(stop) && isLetter(end - 1) ? wordEnd(from: stop) : nil
        case UInt8(ascii: "!"):
            return traits(start, end).contains(.exclaimed) && isUpper(start) ? end + 1 : nil
        case UInt8(ascii: "$"):
            guard end - start <= 3, traits(start, end).contains(.dollarPrefix), isUpper(start) else { return nil }
            return end + 1
        default: return nil
        }
    }

    /// The end of a currency's letters before the digits that stick to them: *EUR|50*.
    func currencyCodeEnd(_ start: Int, _ end: Int) -> Int? {
        let cut = lettersEnd(from: start, limit: 4)
        guard cut < end, cut - start >= 2, isUpper(start) || cut - start == 2, isDigit(cut), digitsEnd(from: cut) == end
        else { return nil }
        let isWritten =
            cut - start == 2 ? byte(cut - 1) | 0x20 == UInt8(ascii: "s") || isUpper(cut - 1) : isUpper(cut - 1)
        guard isWritten else { return nil }
        return traits(start, cut).contains(.currencyCode) ? cut : nil
    }

    /// Whether the hyphen at `end` marks a word that its speaker broke off: *w- water*, *exper- experiment*.
    ///
    /// Either the next word begins in the same way, or the piece is no syllable.
    func isFragment(_ start: Int, _ end: Int) -> Bool {
        guard end - start <= 12, lettersEnd(from: start) == end, start == 0 || isSpace(start - 1) else { return false }
        switch byte(end + 1) {
        case 0x20, 0x0A, UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "."), 0xE2: break
        default: return false
        }
        if isLower(start), end - start == 1 || end - start <= 4 && !(start..<end).contains(where: { isVowel(byte($0)) })
        {
            return true
        }
        var next = end + 1
        while next < min(count, end + 8), !isLetter(next) { next += 1 }
        guard next < count, isLower(end - 1) || end - start == 1 else { return false }
        for offset in 0..<(end - start) where byte(next + offset) | 0x20 != byte(start + offset) | 0x20 { return false }
        return isLetter(next + end - start)
    }

    private func isVowel(_ value: UInt8) -> Bool {
        switch value | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }
}
