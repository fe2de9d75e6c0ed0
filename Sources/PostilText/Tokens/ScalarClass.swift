/// What a Unicode scalar beyond ASCII is to the tokeniser.
enum ScalarClass {
    case letter
    /// Combining marks, joiners and other scalars that belong to what stands before.
    case extender
    case digit
    case space
    case apostrophe
    case openQuote
    case closeQuote
    case dash
    case ellipsis
    case punctuation
    case currency
    case symbol
    case emoji
    case ideograph

    /// The class of a scalar that is not ASCII.
    ///
    /// Ranges of the common blocks come first; the rest asks Unicode's general category.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x00C0...0x00D6, 0x00D8...0x00F6, 0x00F8...0x02FF, 0x0370...0x0373, 0x0386, 0x0388...0x0481,
            0x048A...0x0556, 0x05D0...0x05EA, 0x0620...0x064A, 0x1E00...0x1FBC, 0xAC00...0xD7A3:
            self = .letter
        case 0x0300...0x036F, 0x00AD, 0x200C, 0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
            0x1F3FB...0x1F3FF, 0xE0020...0xE007F:
            self = .extender
        case 0x00A0, 0x0085, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
            self = .space
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0x00B4, 0xFF07: self = .apostrophe
        case 0x201C, 0x201E, 0x201F, 0x00AB, 0x2039: self = .openQuote
        case 0x201D, 0x00BB, 0x203A: self = .closeQuote
        case 0x2010...0x2015, 0x2212: self = .dash
        case 0x2026: self = .ellipsis
        case 0x00A2...0x00A5, 0x20A0...0x20CF: self = .currency
        case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D,
            0x20000...0x3FFFF:
            self = .ideograph
        case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B05...0x2B07, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55, 0x231A, 0x231B,
            0x23E9...0x23FA, 0x25AA, 0x25AB, 0x25B6, 0x25C0, 0x25FB...0x25FE, 0x203C, 0x2049, 0x3030, 0x303D, 0x3297,
            0x3299, 0x2934, 0x2935, 0x2328, 0x23CF:
            self = .emoji
        default: self = ScalarClass(category: scalar)
        }
    }

    private init(category scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            self = .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .extender
        case .format: self = .extender
        case .decimalNumber, .otherNumber: self = .digit
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
        case .currencySymbol: self = .currency
        case .dashPunctuation: self = .dash
        case .initialPunctuation: self = .openQuote
        case .finalPunctuation: self = .closeQuote
        case .openPunctuation, .closePunctuation, .connectorPunctuation, .otherPunctuation: self = .punctuation
        default: self = .symbol
        }
    }
}
