import PostilCore
import PostilText

/// Reads the unit behind a number, from bytes: *km/h*, *square feet*, *miles per hour*, *kg m⁻³*, *°C*.
struct UnitParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let table: UnitTable

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        table = .standard
    }

    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

    @inline(__always)
    func isLetter(_ offset: Int) -> Bool { (byte(offset) | 0x20) &- 0x61 < 26 }

    /// A unit that was found.
    struct Match {
        var unit: Unit
        var end: Int
        /// Whether it was written as a symbol.
        var isSymbol: Bool
    }

    /// The unit that begins at `start`, as long as it goes.
    func unit(at start: Int) -> Match? {
        guard var match = power(at: start) else { return nil }
        var terms = 1
        while terms < 6, let next = continuation(of: match) {
            match = next
            terms += 1
        }
        return match
    }

    /// A further term: *per hour*, */h*, *·m*, *-hours*, or in symbols *m s⁻¹*.
    private func continuation(of match: Match) -> Match? {
        var offset = match.end
        if match.unit.offset != nil { return nil }
        if byte(offset) == UInt8(ascii: "/") {
            offset = skipBlank(offset + 1)
            guard let term = power(at: offset) else { return nil }
            return joined(match, term, isDivided: true)
        }
        if let dot = productMark(offset), let term = power(at: dot), term.isSymbol {
            return joined(match, term, isDivided: false)
        }
        guard
            byte(offset) == 0x20 || byte(offset) == 0xC2 && byte(offset + 1) == 0xA0
                || byte(offset) == UInt8(ascii: "-")
        else { return nil }
        offset += byte(offset) == 0xC2 ? 2 : 1
        if hasWord("per", at: offset) || hasWord("a", at: offset) && match.unit.dimension == .length
            || hasWord("an", at: offset) && match.unit.dimension == .length
        {
            let width = byte(offset) | 0x20 == UInt8(ascii: "p") ? 3 : byte(offset + 1) == 0x20 ? 1 : 2
            let behind =
                byte(offset + width) == 0x20 || byte(offset + width) == UInt8(ascii: "-") ? offset + width + 1 : offset
            guard behind > offset, let term = power(at: behind) else { return nil }
            if width < 3, term.unit.dimension != .time { return nil }
            return joined(match, term, isDivided: true)
        }
        guard match.isSymbol, byte(match.end) != UInt8(ascii: "-") else { return nil }
        // *kg m⁻³*: a further symbol belongs to the unit where it has an exponent below zero.
        if byte(offset) == UInt8(ascii: "/"), let term = power(at: skipBlank(offset + 1)), term.isSymbol {
            return joined(match, term, isDivided: true)
        }
        guard let term = power(at: offset), term.isSymbol, term.unit.code.utf8.contains(UInt8(ascii: "-")) else {
            return nil
        }
        return joined(match, term, isDivided: false)
    }

    private func joined(_ left: Match, _ right: Match, isDivided: Bool) -> Match {
        Match(
            unit: left.unit.combined(with: right.unit, isDivided: isDivided),
            end: right.end,
            isSymbol: left.isSymbol && right.isSymbol
        )
    }

    private func productMark(_ offset: Int) -> Int? {
        if byte(offset) == 0xC2, byte(offset + 1) == 0xB7 { return offset + 2 }
        if byte(offset) == 0xE2, byte(offset + 1) == 0x8B, byte(offset + 2) == 0x85 { return offset + 3 }
        if byte(offset) == 0xE2, byte(offset + 1) == 0x88, byte(offset + 2) == 0x99 { return offset + 3 }
        return byte(offset) == UInt8(ascii: "*") ? offset + 1 : nil
    }

    private func skipBlank(_ offset: Int) -> Int { byte(offset) == 0x20 ? offset + 1 : offset }

    /// A unit with its exponent: *m²*, *cm^3*, *s-1*, *square feet*, *cubic metres*.
    private func power(at start: Int) -> Match? {
        if let (exponent, behind) = dimensionWord(at: start), var match = single(at: behind) {
            match.unit = match.unit.raised(to: exponent)
            return match
        }
        guard var match = single(at: start) else { return nil }
        if match.isSymbol, let (exponent, end) = exponent(at: match.end, of: match.unit) {
            match.unit = match.unit.raised(to: exponent)
            match.end = end
        } else if match.unit.dimension == .length, hasWord("squared", at: match.end + 1) {
            match.unit = match.unit.raised(to: 2)
            match.end += 8
        }
        return match
    }

    /// *square* or *cubic* and where the unit behind it begins.
    private func dimensionWord(at start: Int) -> (Int8, Int)? {
        for (word, exponent) in UnitParser.dimensionWords where hasWord(word, at: start) {
            var behind = start + word.utf8CodeUnitCount
            if byte(behind) == UInt8(ascii: ".") { behind += 1 }
            if byte(behind) == 0x20 || byte(behind) == UInt8(ascii: "-") { behind += 1 }
            return (exponent, behind)
        }
        return nil
    }

    private static let dimensionWords: [(StaticString, Int8)] = [("square", 2), ("sq", 2), ("cubic", 3), ("cu", 3)]

    /// Whether `word`, in lower case, stands at `offset` in any case.
    func hasWord(_ word: StaticString, at offset: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset + count <= bytes.count else { return false }
        for index in 0..<count where byte(offset + index) | 0x20 != word.utf8Start[index] { return false }
        return !isLetter(offset + count)
    }

    private func exponent(at start: Int, of unit: Unit) -> (Int8, Int)? {
        var offset = start
        var isNegative = false
        var hasMark = false
        if byte(offset) == UInt8(ascii: "^") {
            offset += 1
            hasMark = true
        }
        switch byte(offset) {
        case UInt8(ascii: "-"):
            isNegative = true
            offset += 1
        case 0xE2
        where byte(offset + 1) == 0x88 && byte(offset + 2) == 0x92
            || byte(offset + 1) == 0x81 && byte(offset + 2) == 0xBB
            || byte(offset + 1) == 0x80 && byte(offset + 2) == 0x93:
            isNegative = true
            offset += 3
            if byte(offset) == 0x20 { offset += 1 }
        default: break
        }
        switch byte(offset) {
        case 0xC2 where byte(offset + 1) == 0xB2: return (isNegative ? -2 : 2, offset + 2)
        case 0xC2 where byte(offset + 1) == 0xB3: return (isNegative ? -3 : 3, offset + 2)
        case 0xC2 where byte(offset + 1) == 0xB9: return (isNegative ? -1 : 1, offset + 2)
        case UInt8(ascii: "1")...UInt8(ascii: "4"):
            let digit = Int8(byte(offset) & 0x0F)
            guard byte(offset + 1) &- 0x30 >= 10, !isLetter(offset + 1) else { return nil }
            guard
                hasMark || isNegative || unit.dimension == .length && digit != 1 && digit != 4
                    || unit.dimension == .time && digit == 2
            else { return nil }
            return (isNegative ? -digit : digit, offset + 1)
        default: return nil
        }
    }
}
