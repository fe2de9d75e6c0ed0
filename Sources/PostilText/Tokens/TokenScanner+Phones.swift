import PostilCore

extension TokenScanner {
    /// The end of a telephone number that begins at `start`, or `start` where none does.
    ///
    /// Known patterns: groups of 3, 3 and 4 digits with hyphens, points or blanks and the area code
    /// perhaps in brackets, perhaps with a 1 before; 3 and 4 with a hyphen; a plus sign and 8 to 15
    /// digits in groups; a leading 0 and 10 or 11 digits in groups.
    func phoneEndAhead(_ start: Int) -> Int {
        guard !isWord(before: start), start == 0 || base[start - 1] != UInt8(ascii: "$") else { return start }
        var groups = PhoneGroups()
        var offset = start
        var end = start
        if byte(offset) == UInt8(ascii: "+") {
            groups.isInternational = true
            offset += 1
        }
        while groups.count < 7 {
            var isBracketed = false
            if byte(offset) == UInt8(ascii: "(") {
                isBracketed = true
                offset += 1
            }
            let last = min(digitsEnd(from: offset), offset + 16)
            guard last > offset else { break }
            groups.append(last - offset, first: byte(offset))
            offset = last
            if isBracketed {
                guard byte(offset) == UInt8(ascii: ")") else { break }
                offset += 1
            }
            end = offset
            if wordLength(at: end) > 0 { return start }
            if groups.isComplete { break }
            if isBracketed, isDigit(offset) {
                groups.append(separator: 0x20)
                continue
            }
            guard let separator = phoneSeparator(offset) else { break }
            groups.append(separator: separator)
            offset += 1
        }
        return groups.isPhone ? end : start
    }

    /// The byte between two groups of digits at `offset`.
    private func phoneSeparator(_ offset: Int) -> UInt8? {
        let value = byte(offset)
        switch value {
        case UInt8(ascii: "/") where isDigit(offset - 1) && !isDigit(offset - 4) && isDigit(offset - 3):
            return isDigit(offset + 1) ? value : nil
        case UInt8(ascii: "-"), UInt8(ascii: "."), 0x20:
            let next = byte(offset + 1)
            return isDigit(offset + 1) || value == 0x20 && next == UInt8(ascii: "(") ? value : nil
        default: return nil
        }
    }
}

/// The groups of digits of what may be a telephone number.
private struct PhoneGroups {
    var isInternational = false
    private(set) var count = 0
    private var digits = 0
    private var firstDigit: UInt8 = 0
    private var lengths: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    private var separators = 0
    private var hasOnlyHyphens = true
    private var shortest = Int.max

    mutating func append(_ length: Int, first: UInt8) {
        if count == 0 { firstDigit = first }
        switch count {
        case 0: lengths.0 = UInt8(length)
        case 1: lengths.1 = UInt8(length)
        case 2: lengths.2 = UInt8(length)
        case 3: lengths.3 = UInt8(length)
        default: break
        }
        digits += length
        if count > 0 { shortest = min(shortest, length) }
        count += 1
    }

    mutating func append(separator: UInt8) {
        separators += 1
        if separator != UInt8(ascii: "-") { hasOnlyHyphens = false }
    }

    /// Whether no further group may follow.
    var isComplete: Bool {
        guard !isInternational, firstDigit != UInt8(ascii: "0") else { return false }
        return isNorthAmerican || lengths.0 == 3 && lengths.1 == 4 && count == 2
    }

    private var isNorthAmerican: Bool {
        let three: Bool = count == 3 && lengths.0 == 3 && lengths.1 == 3 && lengths.2 == 4
        let four: Bool =
            count == 4 && lengths.0 == 1 && firstDigit == UInt8(ascii: "1") && lengths.1 == 3
            && lengths.2 == 3 && lengths.3 == 4
        return three && (separators > 0) || four
    }

    var isPhone: Bool {
        if isInternational { return digits >= 8 && digits <= 15 }
        if isNorthAmerican { return true }
        if count == 2, lengths.0 == 3, lengths.1 == 4 { return hasOnlyHyphens }
        guard firstDigit == UInt8(ascii: "0"), count == 2 || count == 3 else { return false }
        return lengths.0 >= 3 && lengths.0 <= 5 && shortest >= 3 && (digits == 10 || digits == 11)
    }
}
