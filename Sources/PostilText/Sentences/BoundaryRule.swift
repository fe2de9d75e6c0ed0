import PostilCore

/// Why a sentence ends, or goes on, at a gap between two tokens.
enum BoundaryRule: UInt16, CaseIterable {
    case paragraphEnd = 1
    case listItem
    case spacedEllipsis
    case timeBeforeTitle
    case opener
    case citationOpens
    case stopBeforeEmoji
    case quotationOpens
    case quotationCloses
    case model
    case opening
    case title
    case citation
    case numberReference
    case reportingClause
    case abbreviation
    case versus
    case initial
    case frontedTime
    case insideEllipsis
    case closingEmoji

    var rule: Rule {
        switch self {
        case .paragraphEnd: Rule("paragraph-end", "a sentence ends where its paragraph does")
        case .listItem: Rule("list-item", "the next item of a list within the paragraph begins")
        case .spacedEllipsis:
            Rule("spaced-ellipsis", "a stop on a word, then an ellipsis in spaced points that opens a sentence")
        case .timeBeforeTitle: Rule("time-before-title", "a.m. or p.m. before a title that opens a sentence")
        case .opener: Rule("opener", "an abbreviation before a word that opens sentences and is no name")
        case .citationOpens: Rule("citation-opens", "a stop, and a citation that stands alone")
        case .quotationOpens: Rule("quotation-opens", "a stop, and an opening quotation mark before a capital")
        case .quotationCloses: Rule("quotation-closes", "a stop, a closing quotation mark, and a capital")
        case .reportingClause: Rule("reporting-clause", "a quotation, and who said it")
        case .abbreviation: Rule("abbreviation-inside", "an abbreviation before a lower-case word or its number")
        case .stopBeforeEmoji: Rule("stop-before-emoji", "a stop, emoji, and a capital that opens the next sentence")
        case .closingEmoji: Rule("closing-emoji", "emoji or hashtags that close what stands before them")
        case .model: Rule("boundary-model", "the model's features add up to an end")
        case .opening:
            Rule("opening", "a list marker, a label, a time or a dateline before the first words of a paragraph")
        case .title: Rule("title", "a title's abbreviation before a name")
        case .citation: Rule("citation", "an abbreviation inside a legal citation")
        case .numberReference: Rule("number-reference", "an abbreviation that points at a number")
        case .versus: Rule("versus", "a v. between the parties of a case")
        case .initial: Rule("initial-in-name", "a capital with a point between the parts of a name")
        case .frontedTime: Rule("fronted-time", "a time put in front, before a name with a title")
        case .insideEllipsis: Rule("inside-ellipsis", "a point of an ellipsis, or a lower-case word behind one")
        }
    }

    /// The tokeniser's rules, then these: one annotator has one table.
    static let table = RuleTable(Tokenizer.rules.map { Rule($0.name, $0.summary) } + allCases.map(\.rule))

    var identifier: RuleIdentifier { RuleIdentifier(rawValue: BoundaryRule.offset + rawValue) }

    private static let offset = UInt16(Tokenizer.rules.count)
}
