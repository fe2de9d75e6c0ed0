/// What a byte can begin or do in a token; one entry for each of the 256 bytes.
enum ByteClass {
    static let control: UInt8 = 0
    static let space: UInt8 = 1
    static let newline: UInt8 = 2
    static let letter: UInt8 = 3
    static let digit: UInt8 = 4
    static let underscore: UInt8 = 5
    static let apostrophe: UInt8 = 6
    static let hyphen: UInt8 = 7
    static let point: UInt8 = 8
    /// `! ?`
    static let stop: UInt8 = 9
    /// `, ; " ) ] }`: always ends a word.
    static let breaker: UInt8 = 10
    /// `( [ { <`
    static let opener: UInt8 = 11
    static let symbol: UInt8 = 12
    static let leadByte: UInt8 = 13
    static let continuation: UInt8 = 14

    /// The class of each byte.
    static let table: [UInt8] = (0...255).map { value in
        switch UInt8(value) {
        case 0x0A, 0x0B, 0x0C, 0x0D: newline
        case 0x09, 0x20: space
        case 0..<0x20, 0x7F: control
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
        case UInt8(ascii: "_"): underscore
        case UInt8(ascii: "'"), UInt8(ascii: "`"): apostrophe
        case UInt8(ascii: "-"): hyphen
        case UInt8(ascii: "."): point
        case UInt8(ascii: "!"), UInt8(ascii: "?"): stop
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "}"):
            breaker
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): opener
        case 0x80..<0xC0: continuation
        case 0xC0...0xFF: leadByte
        default: symbol
        }
    }
}
