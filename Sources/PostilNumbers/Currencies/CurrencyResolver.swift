import PostilCore
import PostilText

/// Decides which of several currencies a sign or word means, by what else the document says.
struct CurrencyResolver {
    /// The currencies named without doubt in the document, by family.
    private var named: [Currency.Family: String] = [:]
    private var ambiguous: Set<UInt8> = []

    /// Notes a currency that the text names in full.
    mutating func note(_ code: String) {
        let family: Currency.Family
        switch code {
        case "USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "JMD": family = .dollar
        case "GBP", "EGP", "LBP", "IEP", "SYP": family = .pound
        case "SEK", "NOK", "DKK", "ISK", "CZK": family = .crown
        case "CHF", "FRF", "BEF", "XAF": family = .franc
        case "INR", "PKR", "LKR", "NPR": family = .rupee
        case "MXN", "ARS", "CLP", "COP", "PHP", "UYU", "CUP": family = .peso
        case "JPY", "CNY": family = .yen
        default: return
        }
        if let known = named[family], known != code { ambiguous.insert(family.rawValue) }
        named[family] = code
    }

    /// The code of a currency, and what decided it where its sign has several.
    func resolve(_ code: String, family: Currency.Family) -> (code: String, note: String) {
        let family = family == .cent ? .dollar : family
        if let code = named[family], !ambiguous.contains(family.rawValue) {
            return (code, "several currencies share the sign or name; the document names \(code) elsewhere")
        }
        return (
            code,
            "several currencies share the sign or name; \(code) is the likeliest, and the document settles on no other"
        )
    }

    /// Whether *pounds* weigh something here: an adjective with a hyphen, *of* behind it, words of weight.
    func poundsAreMass(_ amount: Amount, _ range: Range<Int>, _ parser: ExpressionParser) -> Bool {
        if parser.byte(range.lowerBound - 1) == UInt8(ascii: "-") { return amount.scale < ExactDecimal(1000) }
        guard amount.scale < ExactDecimal(1000) else { return false }
        if parser.units.hasWord("of", at: range.upperBound + 1) { return true }
        if parser.units.hasWord("per", at: range.upperBound + 1) { return true }
        let token = parser.tokenIndex(at: amount.start)
        for near in max(0, token - 8)..<min(parser.view.count, token + 10) {
            let start = parser.view.start(near)
            for word in CurrencyResolver.weightWords where parser.units.hasWord(word, at: start) { return true }
        }
        for near in max(0, token - 8)..<min(parser.view.count, token + 10) {
            let start = parser.view.start(near)
            for word in CurrencyResolver.moneyWords where parser.units.hasWord(word, at: start) { return false }
        }
        // With other words around and without a sign of pounds in the text, weight is likelier.
        let isAlone =
            parser.isLineEdge(amount.start - 1)
            && (parser.isLineEdge(range.upperBound) || parser.isPhraseEnd(range.upperBound))
        return !isAlone && !parser.hasPoundSign
    }

    private static let moneyWords: [StaticString] = [
        "pay", "pays", "paid", "cost", "costs", "price", "worth", "sterling", "spend", "spent", "bill", "fine", "fined",
        "salary",
        "tax", "sold", "sell", "bought", "buy", "charge", "charged", "earn", "earned", "rent", "owe", "owed", "pence",
        "british",
        "bank", "fund", "funds", "money", "cash", "grant", "loan", "debt", "prize", "fee", "wage", "wages",
        "investment", "budget",
    ]

    private static let weightWords: [StaticString] = [
        "weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "lighter", "lift", "lifted", "ounces",
        "ounce", "lose", "gain", "gained", "shed", "thrust", "overweight", "kg", "kilograms", "cement", "flour",
    ]
}
