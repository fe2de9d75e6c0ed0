import PostilCore
import PostilText

/// Reads the sign, code or name of a currency before or behind a number.
struct CurrencyParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let table: CurrencyTable

    init(_ bytes: UnsafeBufferPointer<UInt8>, table: CurrencyTable = .standard) {
        self.bytes = bytes
        self.table = table
    }

    /// A currency that was found.
    struct Match {
        let currency: Currency
        let range: Range<Int>
        /// Whether it was written as a sign or code.
        let isSign: Bool
        /// The power of ten that is written together with it.
        var power: Int32 = 0
    }

    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

    @inline(__always)
    private func isLetter(_ offset: Int) -> Bool { (byte(offset) | 0x20) &- 0x61 < 26 }

    private func isWordByte(_ offset: Int) -> Bool {
        isLetter(offset) || byte(offset) &- 0x30 < 10 || byte(offset) >= 0x80 && !isSignByte(offset)
    }

    /// Whether the scalar that holds the byte at `offset` is one of the signs of money.
    private func isSignByte(_ offset: Int) -> Bool {
        var start = offset
        while start > 0, byte(start) & 0xC0 == 0x80 { start -= 1 }
        return signWidth(at: start) > 1
    }

    /// The width of a sign of money at `offset`; 0 where none stands there.
    func signWidth(at offset: Int) -> Int {
        switch (byte(offset), byte(offset + 1)) {
        case (UInt8(ascii: "$"), _): 1
        case (0xC2, 0xA2), (0xC2, 0xA3), (0xC2, 0xA5): 2
        case (0xE2, 0x82): 3
        case (0xE0, 0xB8): byte(offset + 2) == 0xBF ? 3 : 0
        case (0xEF, 0xBC): byte(offset + 2) == 0x84 ? 3 : 0
        case (0xEF, 0xBF): byte(offset + 2) == 0xA1 || byte(offset + 2) == 0xA5 ? 3 : 0
        default: 0
        }
    }

    /// The currency that ends at `end`, perhaps with one blank behind it.
    func before(_ end: Int) -> Match? {
        var last = end
        if byte(last - 1) == 0x20 { last -= 1 } else if byte(last - 1) == 0xA0, byte(last - 2) == 0xC2 { last -= 2 }
        guard last > 0 else { return nil }
        var start = last
        // A sign, and the letters joined to it on either side.
        while start > 0, last - start < 8 {
            if isLetter(start - 1) || byte(start - 1) == UInt8(ascii: "$")
                || byte(start - 1) == UInt8(ascii: ".") && isLetter(start - 2)
            {
                start -= 1
            } else if byte(start - 1) >= 0x80, isSignByte(start - 1) {
                start -= 1
                while start > 0, byte(start) & 0xC0 == 0x80 { start -= 1 }
            } else {
                break
            }
        }
        if byte(last - 1) == UInt8(ascii: "$"), let coded = codeBefore(last, digitsAt: end), coded.range.count > 1 {
            return coded
        }
        var first = start
        while first < last {
            let isBoundary = first == start ? !isWordByte(first - 1) : !isLetter(first - 1) || !isLetter(first)
            if isBoundary, let currency = table.currency(sign: bytes, first..<last) {
                guard accepts(first..<last, digitsAt: end, isJoined: last == end) else { return nil }
                return Match(currency: currency, range: first..<last, isSign: true)
            }
            first += 1
            while first < last, byte(first) & 0xC0 == 0x80 { first += 1 }
        }
        return codeBefore(last, digitsAt: end)
    }

    /// A code in small letters, alone or before a sign: *usd 20*, *cad$ 15*, *us $ 10*.
    private func codeBefore(_ last: Int, digitsAt end: Int) -> Match? {
        var sign = last
        var hasSign = false
        if signWidth(at: last - 1) == 1 {
            hasSign = true
            sign -= 1
            if byte(sign - 1) == 0x20, end > last { sign -= 1 }
        }
        var start = sign
        while start > 0, isLetter(start - 1), sign - start < 4 { start -= 1 }
        guard start < sign, !isWordByte(start - 1), sign - start <= 3 else { return hasSign ? dollar(last) : nil }
        for (word, code) in CurrencyParser.smallCodes where word.utf8CodeUnitCount == sign - start {
            guard matchesFolded(word, start..<sign), hasSign || word.utf8CodeUnitCount == 3 else { continue }
            return Match(currency: Currency(code), range: start..<last, isSign: true)
        }
        return hasSign ? dollar(last) : nil
    }

    /// The dollar sign before `last`.
    private func dollar(_ last: Int) -> Match? {
        table.currency(sign: bytes, last - 1..<last).map { Match(currency: $0, range: last - 1..<last, isSign: true) }
    }

    private func matchesFolded(_ word: StaticString, _ range: Range<Int>) -> Bool {
        for index in 0..<range.count where byte(range.lowerBound + index) | 0x20 != word.utf8Start[index] {
            return false
        }
        return true
    }

    private static let smallCodes: [(StaticString, String)] = [
        ("us", "USD"), ("usd", "USD"), ("c", "CAD"), ("cad", "CAD"), ("aud", "AUD"), ("nzd", "NZD"), ("nz", "NZD"),
        ("hkd", "HKD"), ("hk", "HKD"), ("sgd", "SGD"), ("mxn", "MXN"), ("eur", "EUR"), ("gbp", "GBP"), ("jpy", "JPY"),
        ("cny", "CNY"), ("rmb", "CNY"), ("inr", "INR"), ("chf", "CHF"), ("twd", "TWD"), ("ntd", "TWD"), ("brl", "BRL"),
    ]

    /// Whether letters that can be a word are money here: *R500*, *Re 1*, *ALL 500*.
    private func accepts(_ range: Range<Int>, digitsAt end: Int, isJoined: Bool) -> Bool {
        guard isLetter(range.upperBound - 1) || byte(range.upperBound - 1) == UInt8(ascii: ".") else { return true }
        if range.count == 1 { return isJoined }
        if range.count == 3, !isJoined {
            // *ALL 500*, *TOP 10* and *TRY 5* are words in capitals.
            for word in CurrencyParser.capitalWords where matches(word, range) { return false }
        }
        return true
    }

    private static let capitalWords: [StaticString] = [
        "ALL", "TOP", "TRY", "CUP", "MOP", "GEL", "COP", "BAM", "SOS", "LAK",
    ]

    /// Whether letters behind a number are money: a code that is no word, or a sign written there.
    private func isSuffixCode(_ range: Range<Int>) -> Bool {
        if table.isAdded(bytes, range) { return true }
        if range.count == 3 { return !CurrencyParser.capitalWords.contains { matches($0, range) } }
        return CurrencyParser.suffixSigns.contains { $0.utf8CodeUnitCount == range.count && matches($0, range) }
    }

    private static let suffixSigns: [StaticString] = [
        "Rs", "Rs.", "rs", "kr", "Kr", "kr.", "zł", "Kč", "Ft", "RM", "LE", "L.E.", "L.E", "Dhs", "RMB", "SFr",
    ]

    private func matches(_ word: StaticString, _ range: Range<Int>) -> Bool {
        guard word.utf8CodeUnitCount == range.count else { return false }
        for index in 0..<range.count
        where byte(range.lowerBound + index) != word.utf8Start[index] { return false }
        return true
    }

    /// The currency that begins at `start`, perhaps behind one blank or a hyphen.
    func behind(_ start: Int, isDigits: Bool) -> Match? {
        var first = start
        let isJoined = byte(first) != 0x20 && byte(first) != UInt8(ascii: "-") && byte(first) != 0xC2
        if byte(first) == 0x20 || byte(first) == UInt8(ascii: "-") { first += 1 }
        if byte(first) == 0xC2, byte(first + 1) == 0xA0 { first += 2 }
        if byte(first) == 0x20 { first += 1 }
        if let named = name(at: first) { return named }
        return sign(at: first, isDigits: isDigits, isJoined: isJoined || first == start)
    }

    private func sign(at first: Int, isDigits: Bool, isJoined: Bool) -> Match? {
        var end = first
        while end - first < 5,
            isLetter(end) || signWidth(at: end) > 0 || byte(end) == UInt8(ascii: ".") && isLetter(end + 1)
        {
            end += max(signWidth(at: end), 1)
        }
        while byte(end) >= 0x80, end - first < 6, signWidth(at: end) == 0 { end += 1 }
        guard end > first else { return nil }
        if !isWordByte(end), let currency = table.currency(sign: bytes, first..<end) {
            // *5 R* and *10 K* are no money; *$* behind a word is that of the next amount.
            let isLetters = isLetter(end - 1)
            guard !isLetters || end - first >= 2, !isLetters || isSuffixCode(first..<end) else { return nil }
            if !isLetters, byte(end) &- 0x30 < 10, !isJoined { return nil }
            return Match(currency: currency, range: first..<end, isSign: true)
        }
        // *30 MUSD*: millions and a code in one word.
        if end - first == 4, byte(first) == UInt8(ascii: "M") || byte(first) == UInt8(ascii: "k"),
            let currency = table.currency(sign: bytes, first + 1..<end), !isWordByte(end)
        {
            return Match(
                currency: currency,
                range: first..<end,
                isSign: true,
                power: byte(first) == UInt8(ascii: "M") ? 6 : 3
            )
        }
        let width = signWidth(at: first)
        if width > 0, let currency = table.currency(sign: bytes, first..<first + width) {
            if byte(first + width) &- 0x30 < 10 { return nil }
            return Match(currency: currency, range: first..<first + width, isSign: true)
        }
        if isDigits, end - first == 1 {
            if byte(first) == UInt8(ascii: "c") {
                return Match(currency: Currency("USD", minor: "cent", family: .cent), range: first..<end, isSign: true)
            }
            if byte(first) == UInt8(ascii: "p"), isJoined {
                return Match(currency: Currency("GBP", minor: "penny"), range: first..<end, isSign: true)
            }
        }
        return nil
    }

    /// The longest name of up to three words at `first`.
    func name(at first: Int) -> Match? {
        var ends: [Int] = []
        var offset = first
        while ends.count < 4 {
            var end = offset
            while isLetter(end) || byte(end) >= 0x80 && signWidth(at: end) == 0 && end > offset
                || byte(end) == UInt8(ascii: ".") && isLetter(end - 1)
                    && (isLetter(end + 1) || byte(end + 1) == 0x20 && end - offset == 3)
            {
                end += 1
            }
            guard end > offset else { break }
            ends.append(end)
            guard byte(end) == 0x20 else { break }
            offset = end + 1
        }
        for end in ends.reversed() {
            let hash = LowercaseHash(folding: UnsafeBufferPointer(rebasing: bytes[first..<end]))
            if let currency = table.currency(name: hash) {
                return Match(currency: currency, range: first..<end, isSign: false)
            }
        }
        return nil
    }
}
