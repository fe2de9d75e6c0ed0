import PostilCore

/// The rules by which numbers are found; raw values are places in the annotator's table of rules.
enum NumberRule: UInt16, CaseIterable, Sendable {
    case digits = 1
    case words
    case magnitude
    case fraction
    case ordinal
    case relativeOrdinal
    case percent
    case percentOf
    case percentagePoints
    case basisPoints
    case moneySign
    case moneyName
    case moneyWithMinorUnits
    case minorUnits
    case quantity
    case compoundQuantity
    case dimensions
    case temperatureBelowZero
    case age
    case range
    case ratio
    case score
    case multiple
    case vagueAmount
    case couple
    case romanNumeral
    case alternatives
    case regnalNumeral

    /// The rule's number in the table.
    var identifier: RuleIdentifier { RuleIdentifier(rawValue: rawValue) }

    /// All rules in the order of their numbers.
    static let table = RuleTable(allCases.map(\.rule))

    /// The name and what it matches.
    var rule: Rule {
        switch self {
        case .digits: Rule("digits", "a number in digits, with or without separators, decimals and a power of ten")
        case .words: Rule("words", "a number in words")
        case .magnitude: Rule("digits-magnitude", "digits with a word or letter for a power of ten")
        case .fraction: Rule("fraction", "a fraction, in digits or words, alone or with a whole number")
        case .ordinal: Rule("ordinal", "a place in an order, in digits or words")
        case .relativeOrdinal: Rule("relative-ordinal", "a place counted from an end or from here: last, next to last")
        case .percent: Rule("number-percent", "a number with a sign or word for hundredths")
        case .percentOf: Rule("percent-of-number", "a word for hundredths with 'of' and the number behind it")
        case .percentagePoints: Rule("number-percentage-points", "a difference of two percentages")
        case .basisPoints: Rule("number-basis-points", "hundredths of a percent")
        case .moneySign: Rule("currency-number", "a sign or code of a currency before a number")
        case .moneyName: Rule("number-currency", "a number with the name, sign or code of a currency behind it")
        case .moneyWithMinorUnits: Rule("major-minor-units", "an amount of money with its hundredths named apart")
        case .minorUnits: Rule("number-minor-unit", "a number of hundredths of a currency")
        case .quantity: Rule("number-unit", "a number with a unit of measure")
        case .compoundQuantity: Rule("number-unit-number-unit", "a measure in two units of one kind")
        case .dimensions: Rule("number-by-number-unit", "length by breadth with a unit")
        case .temperatureBelowZero: Rule("number-below-zero", "degrees under zero")
        case .age: Rule("age", "an age in years, months or other units of time")
        case .range: Rule("range", "two ends of a range")
        case .ratio: Rule("ratio", "one number to, in or out of another")
        case .score: Rule("score", "the points of two sides")
        case .multiple: Rule("multiple", "how many times: three times, twofold")
        case .vagueAmount: Rule("vague-amount", "an order of magnitude: dozens, several hundred")
        case .couple: Rule("couple", "a couple, a pair")
        case .alternatives: Rule("alternatives", "two numbers of which either may hold: two or three")
        case .regnalNumeral: Rule("regnal-numeral", "the Roman numeral of a ruler or pope")
        case .romanNumeral: Rule("roman-numeral", "a Roman numeral behind a word that is counted")
        }
    }
}
