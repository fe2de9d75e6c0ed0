import PostilCore

/// Makes random text: valid UTF-8 in which anything may stand beside anything.
///
/// The same seed gives the same texts on every machine.
struct NoiseGenerator {
    private var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    /// A text of about `byteCount` bytes: at least so many, and few more.
    ///
    /// - Complexity: O(n).
    mutating func text(byteCount: Int) -> Text {
        var noise = ""
        while noise.utf8.count < byteCount { noise += piece() }
        return Text(noise)
    }

    private mutating func piece() -> String {
        switch below(12) {
        case 0: scalars(in: [0x0...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF], count: 1 + below(4))
        case 1: scalars(in: [0x61...0x7A, 0x41...0x5A], count: 1 + below(10))
        case 2: scalars(in: [0x00...0x1F, 0x7F...0x9F], count: 1 + below(2))
        case 3: scalars(in: [0x300...0x36F, 0x20D0...0x20F0], count: 1 + below(6))
        case 4: scalars(in: [0x5D0...0x5EA, 0x620...0x64A, 0x202A...0x202E, 0x2066...0x2069], count: 1 + below(8))
        case 5: scalars(in: [0x4E00...0x4FFF, 0xE01...0xE3A, 0x905...0x94D, 0xAC00...0xACFF], count: 1 + below(6))
        case 6: one(of: NoiseGenerator.emoji)
        case 7: one(of: NoiseGenerator.invisible)
        case 8: one(of: NoiseGenerator.marks)
        case 9: one(of: NoiseGenerator.fragments)
        default: one(of: NoiseGenerator.spaces) + one(of: NoiseGenerator.words)
        }
    }

    private mutating func scalars(in ranges: [ClosedRange<UInt32>], count: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<count {
            let range = ranges[below(ranges.count)]
            let value = range.lowerBound + UInt32(below(range.count))
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    private mutating func one(of pieces: [String]) -> String { pieces[below(pieces.count)] }

    /// A number from 0 up to, but not including, `bound`.
    private mutating func below(_ bound: Int) -> Int {
        Int(numbers.next() % UInt64(max(1, bound)))
    }
}

extension NoiseGenerator {
    /// Joined families, tones, flags whole and broken, keycaps, tags, joiners with nothing to join.
    private static let emoji = [
        "😀", "👩‍👩‍👧‍👦", "👍🏽", "🇬🇧", "🇬", "1️⃣", "❤️", "❤️‍🔥", "🏴\u{E0067}\u{E0062}\u{E007F}", "\u{200D}", "😀\u{200D}", "\u{FE0F}",
        "🏽",
    ]

    /// Byte order mark, zero widths, soft hyphen, replacement and noncharacters, the last scalar.
    private static let invisible = [
        "\u{FEFF}", "\u{200B}", "\u{200C}", "\u{AD}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "\u{0}",
        "\u{34F}",
    ]

    private static let spaces = [
        " ", "  ", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{A0}",
        "\u{2003}",
        "\u{2028}", "\u{2029}", "\u{3000}", " \n \n ",
    ]

    private static let marks = [
        ".", "...", "…", "?!", ",", ";", ":", "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "(", ")", "[", "]", "{",
        "}", "-",
        "--", "—", "–", "/", "\\", "|", "_", "*", "&", "<", ">", "=", "+", "~", "`", "^", "•", "§", "\"\"", "''",
        "((((",
    ]

    private static let fragments = [
        "0", "7", "1,000.5", "3/4", "½", "٣", "12:30", "2021-02-29", "31/04/99", "5th", "$", "€9", "%", "°C", "-1",
        "1e9", "#1",
        "@x", "http://", "www.", "a@b.c", "+44", "v1.2.3", "99999999999999999999", "1990s", "n't", "'s", "'ll", "i.e.",
        "x²",
    ]

    private static let words = [
        "the", "The", "THE", "May", "may", "Mr.", "U.S.", "said", "not", "never", "no", "one", "half", "dozen",
        "million",
        "yesterday", "Monday", "of", "O'Brien", "café", "cafe\u{301}", "ﬁ", "ß", "İ", "don't", "well-known", "St", "I",
        "a", "BAD",
    ]
}
