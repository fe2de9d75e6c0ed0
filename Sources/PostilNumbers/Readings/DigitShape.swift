import PostilText

/// The groups of digits around a token that marks join without blanks.
struct DigitShape {
    /// Which marks stand between groups.
    enum Separator { case none, slash, hyphen, colon, point, mixed }

    /// One group.
    struct Field {
        var digits = 0
        var value = 0
        var hasLeadingZero = false
    }

    private(set) var fields: [Field] = []
    private(set) var separator = Separator.none
    /// Whether letters stand directly before the digits or behind them.
    private(set) var isGlued = false
    /// Where the stretch is, in bytes.
    let range: Range<Int>

    init(_ view: TokenView, at token: Int) {
        let bytes = view.bytes
        func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }
        func isDigit(_ offset: Int) -> Bool { byte(offset) &- 0x30 < 10 }
        func markWidth(_ offset: Int) -> Int {
            switch byte(offset) {
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "."): 1
            case 0xE2 where byte(offset + 1) == 0x80 && (byte(offset + 2) == 0x93 || byte(offset + 2) == 0x92): 3
            default: 0
            }
        }
        var start = view.start(token)
        // Back to the first group.
        // A stretch of that length is no number in any reading.
        let limit = 64
        while start > 0, view.start(token) - start < limit {
            if isDigit(start - 1) {
                start -= 1
            } else if start > 1, markWidth(start - 1) == 1, isDigit(start - 2) {
                start -= 2
            } else if start > 3, markWidth(start - 3) == 3, isDigit(start - 4) {
                start -= 4
            } else {
                break
            }
        }
        var offset = start
        var field = Field()
        while offset < bytes.count, offset - view.start(token) < 2 * limit {
            if isDigit(offset) {
                if field.digits == 0, byte(offset) == UInt8(ascii: "0") { field.hasLeadingZero = true }
                field.digits += 1
                if field.digits < 10 { field.value = field.value * 10 + Int(byte(offset) & 0x0F) }
                offset += 1
            } else if byte(offset) == UInt8(ascii: ","), isDigit(offset + 1), isDigit(offset + 2), isDigit(offset + 3),
                !isDigit(offset + 4)
            {
                offset += 1
            } else {
                let width = markWidth(offset)
                guard width > 0, isDigit(offset + width) else { break }
                let kind: Separator =
                    switch byte(offset) {
                    case UInt8(ascii: "/"): .slash
                    case UInt8(ascii: ":"): .colon
                    case UInt8(ascii: "."): .point
                    default: .hyphen
                    }
                // A point between decimals of a range or fraction is no mark of its own.
                if kind == .point, separator != .point, separator != .none || byteStopsDecimal(bytes, offset) {
                    offset += 1
                    continue
                }
                separator = separator == .none || separator == kind ? kind : .mixed
                fields.append(field)
                field = Field()
                offset += width
            }
        }
        fields.append(field)
        range = start..<offset
        let before = byte(start - 1)
        isGlued = (before | 0x20) &- 0x61 < 26 || before == UInt8(ascii: "_")
    }
}

/// Whether the point at `offset` is a decimal point before a range's mark: *1.5-2.5*.
private func byteStopsDecimal(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    var end = offset + 1
    while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end < bytes.count else { return false }
    return bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "/") || bytes[end] == 0xE2
}
