import PostilCore
import PostilText

extension UnitParser {
    /// One unit without exponent at `start`: the longest name of up to four words, or a symbol.
    func single(at start: Int) -> Match? {
        var ends: [Int] = []
        var offset = start
        while ends.count < 4 {
            let end = wordEnd(offset)
            guard end > offset else { break }
            ends.append(end)
            guard byte(end) == 0x20 || byte(end) == UInt8(ascii: "-"), byte(end + 1) | 0x20 != 0x20 else { break }
            offset = end + 1
        }
        guard let first = ends.first else { return signUnit(at: start) }
        for end in ends.dropFirst().reversed() {
            if let unit = named(start..<end) { return Match(unit: unit, end: end, isSymbol: false) }
        }
        return symbolUnit(start, first) ?? named(start..<first).map { Match(unit: $0, end: first, isSymbol: false) }
            ?? signUnit(at: start)
    }

    /// The end of a run of letters, with a degree or micro sign before it and points inside abbreviations.
    private func wordEnd(_ start: Int) -> Int {
        var end = start
        while end - start < 24 {
            if isLetter(end) {
                end += 1
            } else if byte(end) == UInt8(ascii: "."), end > start, isLetter(end + 1) {
                end += 1
            } else if isWideUnitByte(end, at: end == start) {
                end += byte(end) >= 0xE0 ? 3 : 2
            } else {
                break
            }
        }
        return end
    }

    /// Whether a wide character that units are written with stands at `offset`: µ, μ, Ω, Å, °, ℃ …
    private func isWideUnitByte(_ offset: Int, at isFirst: Bool) -> Bool {
        switch (byte(offset), byte(offset + 1)) {
        case (0xC2, 0xB5), (0xCE, 0xBC), (0xCE, 0xA9), (0xC3, 0x85), (0xC3, 0xB6), (0xC3, 0xA5): true
        case (0xC2, 0xB0), (0xC2, 0xBA), (0xCB, 0x9A): isFirst
        case (0xE2, 0x84):
            byte(offset + 2) == 0x83 || byte(offset + 2) == 0x89 || byte(offset + 2) == 0x93 || byte(offset + 2) == 0xA6
        default: false
        }
    }

    private func symbolUnit(_ start: Int, _ end: Int) -> Match? {
        // *° C* with a blank.
        if byte(start) >= 0xC2, end - start == 2, byte(end) == 0x20, (byte(end + 1) | 0x20) &- 0x61 < 26,
            !isLetter(end + 2)
        {
            let letter = byte(end + 1) & 0xDF
            if letter == UInt8(ascii: "C") || letter == UInt8(ascii: "F") {
                return degree(letter).map { Match(unit: $0, end: end + 2, isSymbol: true) }
            }
        }
        // *lb.*: the point belongs to the abbreviation where a small letter or a digit follows.
        if byte(end) == UInt8(ascii: "."), let unit = table.unit(symbol: bytes, start..<end + 1),
            byte(end + 1) == 0x20, byte(end + 2) >= 0x61 && byte(end + 2) <= 0x7A
        {
            return Match(unit: unit, end: end + 1, isSymbol: true)
        }
        if let unit = table.unit(symbol: bytes, start..<end) { return Match(unit: unit, end: end, isSymbol: true) }
        // *mls*, *kms*: a plural of a symbol.
        if byte(end - 1) == UInt8(ascii: "s"), end - start > 2, let unit = table.unit(symbol: bytes, start..<end - 1),
            unit.dimension != .time, unit.dimension != .none
        {
            return Match(unit: unit, end: end, isSymbol: true)
        }
        if byte(start) >= 0xC2, byte(start) < 0xCC, end - start >= 3, isLetter(start + 2) {
            if end - start == 3, let unit = degree(byte(start + 2) & 0xDF) {
                return Match(unit: unit, end: end, isSymbol: true)
            }
            if let unit = named(start + 2..<end), unit.dimension == .temperature {
                return Match(unit: unit, end: end, isSymbol: false)
            }
        }
        return capitalised(start, end)
    }

    /// A symbol in capitals that is no other unit: *10 KM*, *5 ML*.
    private func capitalised(_ start: Int, _ end: Int) -> Match? {
        guard end - start == 2, byte(start) < 0x80, byte(start) & 0x20 == 0, byte(start + 1) & 0x20 == 0 else {
            return nil
        }
        let lower: [UInt8] = [byte(start) | 0x20, byte(start + 1) | 0x20]
        guard let unit = lower.withUnsafeBufferPointer({ table.unit(symbol: $0, 0..<2) }),
            UnitParser.writtenInCapitals.contains(unit.code)
        else { return nil }
        return Match(unit: unit, end: end, isSymbol: true)
    }

    private static let writtenInCapitals: Set<String> = ["km", "cm", "mm", "kg", "mL", "mg", "cL"]

    private func degree(_ letter: UInt8) -> Unit? {
        switch letter {
        case UInt8(ascii: "C"): table.unit(name: LowercaseHash(word: "celsius"))
        case UInt8(ascii: "F"): table.unit(name: LowercaseHash(word: "fahrenheit"))
        case UInt8(ascii: "K"): table.unit(name: LowercaseHash(word: "kelvin"))
        default: nil
        }
    }

    /// The unit named by the bytes of `range`, hyphens between words taken as blanks.
    private func named(_ range: Range<Int>) -> Unit? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { buffer in
            for (index, offset) in range.enumerated() {
                buffer[index] = byte(offset) == UInt8(ascii: "-") ? 0x20 : byte(offset)
            }
            return table.unit(name: LowercaseHash(folding: UnsafeBufferPointer(buffer)))
        }
    }

    /// A sign that is a unit by itself: ‰, ′, ″.
    private func signUnit(at start: Int) -> Match? {
        guard byte(start) >= 0xC2 else { return nil }
        let width = byte(start) >= 0xE0 ? 3 : 2
        guard start + width <= bytes.count, let unit = table.unit(symbol: bytes, start..<start + width) else {
            return nil
        }
        return Match(unit: unit, end: start + width, isSymbol: true)
    }
}
