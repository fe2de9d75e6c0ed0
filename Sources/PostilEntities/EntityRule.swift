import PostilCore

/// What finds names.
enum EntityRule: Int, CaseIterable {
    case model, dictionary, repetition, gazetteer

    /// The rules by number.
    static let table = RuleTable(allCases.map(\.rule))

    private var rule: Rule {
        switch self {
        case .model: Rule("model", "the model's best labels for the sentence mark it")
        case .dictionary: Rule("dictionary", "a dictionary of the user's has it, which overrides the model")
        case .repetition: Rule("repetition", "it repeats a name, or a part of one, that the document has elsewhere")
        case .gazetteer: Rule("gazetteer", "the gazetteer has it and nothing else of this name")
        }
    }

    /// The rule's number.
    var identifier: RuleIdentifier { RuleIdentifier(rawValue: UInt16(rawValue + 1)) }
}
