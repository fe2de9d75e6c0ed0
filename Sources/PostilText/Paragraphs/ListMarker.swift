import PostilCore

/// The mark that begins an item of a list: `1.`, `2)`, `3.)`, `(4)`, `a.`, `•`, `⁃ 9.`, `-`.
struct ListMarker: Equatable {
    /// What stands around the number.
    enum Style: Equatable { case point, bracket, pointBracket, brackets, bullet, hyphen }

    /// How the items are counted.
    enum Counting: Equatable { case numbers, letters, none }

    let style: Style
    let counting: Counting
    let hasBullet: Bool

    /// The number or, for letters, the place in the alphabet; 0 for a bare bullet.
    let value: Int

    /// The offset of the byte behind the marker.
    let end: Int

    /// The marker that starts with `token`, a token at the start of a line or behind white space; nil
    /// where there is none. A space must follow it, but for a bullet. A capital with a point is an
    /// initial, not a marker.
    init?(at token: Int, in view: TokenView) {
        let bytes = view.bytes
        var position = view.start(token)
        let bullet = ListMarker.bulletLength(at: position, in: bytes)
        if bullet > 0 {
            position += bullet
            while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        }
        hasBullet = bullet > 0
        guard let number = ListMarker.number(at: position, in: bytes) else {
            let isHyphen = bullet == 1
            guard bullet > 0, !isHyphen || view.start(token) + 1 < position else { return nil }
            style = isHyphen ? .hyphen : .bullet
            counting = .none
            value = 0
            end = view.start(token) + bullet
            return
        }
        style = number.style
        counting = number.counting
        value = number.value
        end = number.end
    }

    /// Whether `next` is the marker of the item behind this one's.
    func isFollowed(by next: ListMarker) -> Bool {
        style == next.style && counting == next.counting && hasBullet == next.hasBullet
            && (counting == .none ? style == .bullet : next.value == value + 1)
    }

    /// The length of a bullet in bytes: • ‣ ⁃ ◦ ▪ ● ○ ■ · or a hyphen or asterisk; 0 where there is none.
    private static func bulletLength(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard position < bytes.count else { return 0 }
        switch bytes[position] {
        case 0x2A, 0x2D:
            return position + 1 < bytes.count && bytes[position + 1] == 0x20 ? 1 : 0
        case 0xC2:
            return position + 1 < bytes.count && bytes[position + 1] == 0xB7 ? 2 : 0
        case 0xE2:
            guard position + 2 < bytes.count else { return 0 }
            switch (bytes[position + 1], bytes[position + 2]) {
            case (0x80, 0xA2), (0x80, 0xA3), (0x81, 0x83), (0x97, 0xA6), (0x96, 0xAA), (0x97, 0x8F), (0x97, 0x8B),
                (0x96, 0xA0), (0x9E, 0xA2), (0x9C, 0x93), (0x96, 0xBA):
                return 3
            default:
                return 0
            }
        default:
            return 0
        }
    }

    private static func number(
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> (style: Style, counting: Counting, value: Int, end: Int)? {
        var position = start
        guard position < bytes.count else { return nil }
        let isBracketed = bytes[position] == 0x28
        if isBracketed { position += 1 }
        var value = 0
        var digits = 0
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39, digits < 4 {
            value = value * 10 + Int(bytes[position] - 0x30)
            digits += 1
            position += 1
        }
        var counting = Counting.numbers
        var isCapital = false
        if digits == 0 {
            guard position < bytes.count else { return nil }
            isCapital = bytes[position] < 0x61
            let letter = bytes[position] | 0x20
            guard letter >= 0x61, letter <= 0x7A else { return nil }
            value = Int(letter - 0x60)
            counting = .letters
            position += 1
        }
        guard digits <= 3, position < bytes.count else { return nil }
        let style: Style
        switch bytes[position] {
        case 0x29 where isBracketed: style = .brackets
        case 0x29: style = .bracket
        case 0x2E where !isBracketed && position + 1 < bytes.count && bytes[position + 1] == 0x29:
            style = .pointBracket
            position += 1
        case 0x2E where !isBracketed && !isCapital: style = .point
        default: return nil
        }
        position += 1
        guard position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 else { return nil }
        return (style, counting, value, position)
    }
}
