/// The words of numerals.
///
/// Names of powers of ten follow the short scale, with the Indian *lakh* and *crore*.
enum NumeralWords {
    /// Each word in lower case with what it contributes.
    static var all: [(String, NumeralWord)] {
        small + powers + parts + function
    }

    private static var small: [(String, NumeralWord)] {
        var words: [(String, NumeralWord)] = []
        for zero in ["zero", "nought", "naught", "aught", "nil"] { words.append((zero, NumeralWord(.zero))) }
        words.append(("zeroth", NumeralWord(.zero, isOrdinal: true)))
        words.append(("oh", NumeralWord(.oh)))
        add(units, kind: .unit, first: 1, step: 1, to: &words)
        add(teens, kind: .teen, first: 10, step: 1, to: &words)
        add(tens, kind: .tens, first: 20, step: 10, to: &words)
        for (word, kind, value) in misspelled { words.append((word, NumeralWord(kind, value))) }
        words.append(("nineth", NumeralWord(.unit, 9, isOrdinal: true)))
        words.append(("twelvth", NumeralWord(.teen, 12, isOrdinal: true)))
        // Written together: *twentyfive*, *twentyfifth*.
        for (tensIndex, ten) in tens.enumerated() {
            for (unitIndex, unit) in units.enumerated() {
                let value = UInt16((tensIndex + 2) * 10 + unitIndex + 1)
                words.append((ten.0 + unit.0, NumeralWord(.teen, value)))
                words.append((ten.0 + unit.1, NumeralWord(.teen, value, isOrdinal: true)))
            }
        }
        return words
    }

    private static func add(
        _ names: [(String, String)],
        kind: NumeralWord.Kind,
        first: UInt16,
        step: UInt16,
        to words: inout [(String, NumeralWord)]
    ) {
        var value = first
        for (cardinal, ordinal) in names {
            words.append((cardinal, NumeralWord(kind, value)))
            words.append((ordinal, NumeralWord(kind, value, isOrdinal: true)))
            words.append((ordinal + "s", NumeralWord(kind, value, isOrdinal: true, isPlural: true)))
            value += step
        }
    }

    private static let units = [
        ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"), ("five", "fifth"),
        ("six", "sixth"), ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"),
    ]

    private static let teens = [
        ("ten", "tenth"), ("eleven", "eleventh"), ("twelve", "twelfth"), ("thirteen", "thirteenth"),
        ("fourteen", "fourteenth"), ("fifteen", "fifteenth"), ("sixteen", "sixteenth"),
        ("seventeen", "seventeenth"), ("eighteen", "eighteenth"), ("nineteen", "nineteenth"),
    ]

    private static let tens = [
        ("twenty", "twentieth"), ("thirty", "thirtieth"), ("forty", "fortieth"), ("fifty", "fiftieth"),
        ("sixty", "sixtieth"), ("seventy", "seventieth"), ("eighty", "eightieth"), ("ninety", "ninetieth"),
    ]

    private static let misspelled: [(String, NumeralWord.Kind, UInt16)] = [
        ("fourty", .tens, 40), ("ninty", .tens, 90), ("eightteen", .teen, 18),
    ]

    private static var powers: [(String, NumeralWord)] {
        var words: [(String, NumeralWord)] = [
            ("hundred", NumeralWord(.hundred, 2)),
            ("hundreds", NumeralWord(.hundred, 2, isPlural: true)),
            ("hundredth", NumeralWord(.hundred, 2, isOrdinal: true)),
            ("hundredths", NumeralWord(.hundred, 2, isOrdinal: true, isPlural: true)),
        ]
        for (name, exponent) in powerNames {
            words.append((name, NumeralWord(.power, exponent)))
            words.append((name + "s", NumeralWord(.power, exponent, isPlural: true)))
            words.append((name + "th", NumeralWord(.power, exponent, isOrdinal: true)))
            words.append((name + "ths", NumeralWord(.power, exponent, isOrdinal: true, isPlural: true)))
        }
        for (name, value) in multiples {
            words.append((name, NumeralWord(.multiple, value)))
            words.append((name + "s", NumeralWord(.multiple, value, isPlural: true)))
        }
        return words
    }

    private static let powerNames: [(String, UInt16)] = [
        ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("quadrillion", 15),
        ("quintillion", 18), ("sextillion", 21), ("septillion", 24), ("octillion", 27), ("nonillion", 30),
        ("decillion", 33), ("undecillion", 36), ("duodecillion", 39), ("vigintillion", 63), ("googol", 100),
        ("centillion", 303), ("lakh", 5), ("lac", 5), ("lkh", 5), ("crore", 7), ("cr", 7), ("krore", 7), ("koti", 7),
        ("milliard", 9), ("mln", 6), ("bln", 9), ("tln", 12), ("trn", 12), ("mil", 6),
    ]

    private static let multiples: [(String, UInt16)] = [
        ("dozen", 12), ("dz", 12), ("doz", 12), ("gross", 144), ("score", 20),
    ]

    private static let parts: [(String, NumeralWord)] = [
        ("half", NumeralWord(.part, 2)),
        ("halves", NumeralWord(.part, 2, isPlural: true)),
        ("halfs", NumeralWord(.part, 2, isPlural: true)),
        ("quarter", NumeralWord(.part, 4)),
        ("quarters", NumeralWord(.part, 4, isPlural: true)),
    ]

    private static let function: [(String, NumeralWord)] = [
        ("a", NumeralWord(.article)), ("an", NumeralWord(.article)), ("and", NumeralWord(.and)),
        ("point", NumeralWord(.point)), ("minus", NumeralWord(.minus)), ("negative", NumeralWord(.minus)),
        ("plus", NumeralWord(.plus)), ("over", NumeralWord(.over)), ("of", NumeralWord(.of)),
    ]
}
