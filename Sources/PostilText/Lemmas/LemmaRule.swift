import PostilCore

/// The ways in which a token comes to its lemma.
enum LemmaRule: Int, CaseIterable {
    case form, ending, exception, separators

    /// The rule's number in the lemmatiser's table.
    var identifier: RuleIdentifier { RuleIdentifier(rawValue: UInt16(rawValue + 1)) }

    /// All rules.
    static let table = RuleTable(allCases.map(\.rule))

    private var rule: Rule {
        switch self {
        case .form: Rule("form", "words with this tag mostly are their own lemma, in the case that the tag asks for")
        case .ending: Rule("ending", "the longest known ending of words with this tag says how the lemma is formed")
        case .exception: Rule("exception", "the form is listed with its lemma")
        case .separators: Rule("separators", "a number's lemma is without the commas between its digits")
        }
    }
}
