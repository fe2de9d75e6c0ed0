import PostilCore

/// Why a sentence ends, or goes on, at a gap between two tokens.
enum BoundaryRule: UInt16, CaseIterable {
    case paragraphEnd = 1
    case listItem
    case spacedEllipsis
    case model
    case insideWord
    case lowerCase
    case comma
    case title
    case citation
    case numberReference
    case listMarker

    var rule: Rule {
        switch self {
        case .paragraphEnd: Rule("paragraph-end", "a sentence ends where its paragraph does")
        case .listItem: Rule("list-item", "the next item of a list within the paragraph begins")
        case .spacedEllipsis:
            Rule("spaced-ellipsis", "a stop on a word, then an ellipsis in spaced points that opens a sentence")
        case .model: Rule("boundary-model", "the model's features add up to an end")
        case .insideWord: Rule("inside-word", "no white space and no stop between the tokens")
        case .lowerCase: Rule("lower-case", "a lower-case word on both sides")
        case .comma: Rule("comma", "a comma before the gap")
        case .title: Rule("title", "a title's abbreviation before a name")
        case .citation: Rule("citation", "an abbreviation inside a legal citation")
        case .numberReference: Rule("number-reference", "an abbreviation that points at a number")
        case .listMarker: Rule("list-marker", "the marker of a list item before its text")
        }
    }

    /// The tokeniser's rules, then these: one annotator has one table.
    static let table = RuleTable(Tokenizer.rules.map { Rule($0.name, $0.summary) } + allCases.map(\.rule))

    var identifier: RuleIdentifier { RuleIdentifier(rawValue: BoundaryRule.offset + rawValue) }

    private static let offset = UInt16(Tokenizer.rules.count)
}
