/// The plain letters that accented Latin letters stand for, as English writes them: *São* as *Sao*.
///
/// The letters are those of Latin-1, Latin Extended-A and -B, the IPA extensions and Latin Extended Additional
/// whose compatibility decomposition (Unicode Standard Annex #15) is plain letters and marks, and by
/// custom *æ*, *ø*, *đ*, *ł*, *ß*, *þ* and their like.
struct AccentFolding {
    /// The table; made once, 5 kB.
    static let shared = AccentFolding()

    /// What is known of a letter.
    struct Letter {
        /// The plain letter in lower case, zero where the letter has none.
        let first: UInt8
        /// A second plain letter, or zero.
        let second: UInt8
        /// Whether the accented letter is a capital.
        let isUpper: Bool
    }

    private let low: [Letter]
    private let high: [Letter]

    private static let lowStart: UInt32 = 0xC0
    private static let highStart: UInt32 = 0x1E00

    /// The letter's plain form; nil for anything else.
    ///
    /// - Complexity: O(1).
    func letter(_ scalar: UInt32) -> Letter? {
        let letter: Letter
        if scalar >= AccentFolding.lowStart, scalar < AccentFolding.lowStart + UInt32(low.count) {
            letter = low[Int(scalar - AccentFolding.lowStart)]
        } else if scalar >= AccentFolding.highStart, scalar < AccentFolding.highStart + UInt32(high.count) {
            letter = high[Int(scalar - AccentFolding.highStart)]
        } else {
            return nil
        }
        return letter.first == 0 ? nil : letter
    }

    private init() {
        let none = Letter(first: 0, second: 0, isUpper: false)
        var low = [Letter](repeating: none, count: 0x2B0 - Int(AccentFolding.lowStart))
        var high = [Letter](repeating: none, count: 0x1F00 - Int(AccentFolding.highStart))
        for (plain, small, capital) in AccentFolding.groups {
            let bytes = Array(plain.utf8)
            for (letters, isUpper) in [(small, false), (capital, true)] {
                for scalar in letters.unicodeScalars {
                    let second = bytes.count > 1 ? bytes[1] : 0
                    let letter = Letter(first: bytes[0], second: second, isUpper: isUpper)
                    if scalar.value < AccentFolding.highStart {
                        low[Int(scalar.value - AccentFolding.lowStart)] = letter
                    } else {
                        high[Int(scalar.value - AccentFolding.highStart)] = letter
                    }
                }
            }
        }
        self.low = low
        self.high = high
    }

    /// Plain letters with the small and the capital letters that fold to them.
    private static let groups: [(plain: String, small: String, capital: String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧəḁẚạảấầẩẫậắằẳẵặ", "ÀÁÂÃÄÅĀĂĄƏǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"),
        ("ae", "æǣǽ", "ÆǢǼ"),
        ("b", "ɓḃḅḇ", "ƁḂḄḆ"),
        ("c", "çćĉċčḉ", "ÇĆĈĊČḈ"),
        ("d", "ðďđɗḋḍḏḑḓ", "ÐĎĐƊḊḌḎḐḒ"),
        ("dz", "ǆǳ", "ǄǅǱǲ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ"),
        ("f", "ƒḟ", "ƑḞ"),
        ("g", "ĝğġģǧǵḡ", "ĜĞĠĢǦǴḠ"),
        ("h", "ĥħȟḣḥḧḩḫẖ", "ĤĦȞḢḤḦḨḪ"),
        ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị", "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ"),
        ("ij", "ĳ", "Ĳ"),
        ("j", "ĵǰ", "Ĵ"),
        ("k", "ķĸƙǩḱḳḵ", "ĶƘǨḰḲḴ"),
        ("l", "ĺļľŀłḷḹḻḽ", "ĹĻĽĿŁḶḸḺḼ"),
        ("lj", "ǉ", "Ǉǈ"),
        ("m", "ḿṁṃ", "ḾṀṂ"),
        ("n", "ñńņňŉŋǹṅṇṉṋ", "ÑŃŅŇŊǸṄṆṈṊ"),
        ("nj", "ǌ", "Ǌǋ"),
        ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "ÒÓÔÕÖØŌŎŐƠǑǪǬǾȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"),
        ("oe", "œ", "Œ"),
        ("p", "ṕṗ", "ṔṖ"),
        ("r", "ŕŗřȑȓṙṛṝṟ", "ŔŖŘȐȒṘṚṜṞ"),
        ("s", "śŝşšſșṡṣṥṧṩẛ", "ŚŜŞŠȘṠṢṤṦṨ"),
        ("ss", "ß", "ẞ"),
        ("t", "ţťŧțṫṭṯṱẗ", "ŢŤŦȚṪṬṮṰ"),
        ("th", "þ", "Þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"),
        ("v", "ṽṿ", "ṼṾ"),
        ("w", "ŵẁẃẅẇẉẘ", "ŴẀẂẄẆẈ"),
        ("x", "ẋẍ", "ẊẌ"),
        ("y", "ýÿŷƴȳẏẙỳỵỷỹ", "ÝŶŸƳȲẎỲỴỶỸ"),
        ("z", "źżžẑẓẕ", "ŹŻŽẐẒẔ"),
    ]
}
