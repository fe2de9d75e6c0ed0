import PostilText

/// A token that can be a quotation mark.
struct QuotationMark {
    /// The marks that close each other.
    enum Family: UInt8 {
        /// `" “ ” „ ‟ `` ''`
        case double
        /// `' ‘ ’ ‚ ‛` and a single grave accent.
        case single
        /// `« »`
        case angle
        /// `‹ ›`
        case singleAngle
    }

    let token: Int
    let family: Family
    let canOpen: Bool
    let canClose: Bool
    /// Whether the character itself says on which side it stands.
    let isSided: Bool
}

extension QuotationMark {
    /// The mark that the token is; nil where it is none.
    init?(_ token: Int, in text: QuoteText) {
        guard token >= 0, token < text.count else { return nil }
        let view = text.view
        let start = view.start(token)
        let before = text.hasSpaceBefore(token) || QuotationMark.opensBehind(token - 1, in: text)
        let after = text.hasSpaceAfter(token)
        switch (view.length(token), view.firstByte(token)) {
        case (1, UInt8(ascii: "\"")):
            self.init(
                token: token,
                family: .double,
                canOpen: before || !after,
                canClose: !before || after,
                isSided: false
            )
        case (1, UInt8(ascii: "'")):
            self.init(token: token, family: .single, canOpen: before && !after, canClose: !before, isSided: false)
        case (1, UInt8(ascii: "`")):
            self.init(token: token, family: .single, canOpen: before && !after, canClose: false, isSided: true)
        case (2, UInt8(ascii: "`")):
            self.init(token: token, family: .double, canOpen: true, canClose: false, isSided: true)
        case (2, UInt8(ascii: "'")) where view.lastByte(token) == UInt8(ascii: "'"):
            self.init(
                token: token,
                family: .double,
                canOpen: before && !after,
                canClose: !before || after,
                isSided: false
            )
        case (2, UInt8(ascii: ",")) where view.lastByte(token) == UInt8(ascii: ",") && before && !after:
            self.init(token: token, family: .double, canOpen: true, canClose: false, isSided: true)
        case (2, 0xC2):
            guard let sides = QuotationMark.angleSides(view.lastByte(token), before: before, after: after) else {
                return nil
            }
            self.init(token: token, family: .angle, canOpen: sides.open, canClose: sides.close, isSided: true)
        case (3, 0xE2) where view.bytes[start + 1] == 0x80:
            switch view.bytes[start + 2] {
            case 0x9C:
                // The mark that opens in English closes in German; so does one that was turned by mistake.
                self.init(token: token, family: .double, canOpen: !after || before, canClose: !before, isSided: before)
            case 0x9D:
                self.init(
                    token: token,
                    family: .double,
                    canOpen: before && !after,
                    canClose: true,
                    isSided: !(before && !after)
                )
            case 0x9E, 0x9F: self.init(token: token, family: .double, canOpen: true, canClose: false, isSided: true)
            case 0x98:
                self.init(token: token, family: .single, canOpen: before && !after, canClose: !before, isSided: true)
            case 0x99:
                self.init(token: token, family: .single, canOpen: false, canClose: !before, isSided: true)
            case 0x9A, 0x9B: self.init(token: token, family: .single, canOpen: before, canClose: false, isSided: true)
            case 0xB9, 0xBA:
                let opens = view.bytes[start + 2] == 0xB9
                self.init(token: token, family: .singleAngle, canOpen: opens, canClose: !opens, isSided: true)
            default: return nil
            }
        default: return nil
        }
    }

    /// Guillemets point outwards in French and inwards in German and Danish.
    private static func angleSides(_ byte: UInt8, before: Bool, after: Bool) -> (open: Bool, close: Bool)? {
        switch byte {
        case 0xAB: (open: !after || before, close: !before && after)
        case 0xBB: (open: before && !after, close: !before || after)
        default: nil
        }
    }

    /// Whether a mark behind the token opens although no white space stands between: the token is an opening
    /// bracket, a dash or another mark that opens.
    private static func opensBehind(_ token: Int, in text: QuoteText, depth: Int = 3) -> Bool {
        guard token >= 0 else { return true }
        // A long run of marks is no quotation in a quotation.
        guard depth > 0 else { return false }
        if text.isDash(token) { return true }
        switch (text.length(token), text.firstByte(token)) {
        case (1, UInt8(ascii: "(")), (1, UInt8(ascii: "[")), (1, UInt8(ascii: "{")), (1, UInt8(ascii: "/")),
            (1, UInt8(ascii: "_")), (1, UInt8(ascii: "*")), (1, UInt8(ascii: "|")), (1, UInt8(ascii: ">")):
            return true
        case (1, UInt8(ascii: "\"")), (1, UInt8(ascii: "'")):
            return text.hasSpaceBefore(token) || opensBehind(token - 1, in: text, depth: depth - 1)
        case (2, UInt8(ascii: "`")), (1, UInt8(ascii: "`")): return true
        case (2, 0xC2): return text.lastByte(token) == 0xAB
        case (3, 0xE2) where text.view.bytes[text.start(token) + 1] == 0x80:
            let last = text.view.bytes[text.start(token) + 2]
            return last == 0x9C || last == 0x98 || last == 0x9E || last == 0xB9
        default: return false
        }
    }
}
