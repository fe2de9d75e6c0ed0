import PostilCore

/// The rules of the annotator, in the order of their table.
enum ContactRule: UInt16, CaseIterable {
    case email = 1
    case url, phone, iban, ipv4, ipv6

    var identifier: RuleIdentifier { RuleIdentifier(rawValue: rawValue) }

    private var rule: Rule {
        switch self {
        case .email: Rule("email", "an address whose domain has a name and an ending of letters")
        case .url: Rule("url", "a web address whose host is a name with an ending, or an IP address")
        case .phone: Rule("phone", "a telephone number of 7 to 15 digits (ITU E.164)")
        case .iban: Rule("iban", "a country's code, its length, and the remainder 1 of 97 (ISO 13616, ISO 7064)")
        case .ipv4: Rule("ipv4", "four numbers from 0 to 255 without leading zeros")
        case .ipv6: Rule("ipv6", "eight groups of up to four hexadecimal digits, or fewer around one ::")
        }
    }

    static let table = RuleTable(allCases.map(\.rule))
}
