import PostilLexicon

/// What names are recognised by besides the model: word classes and lexicons.
public struct EntityKnowledge: Sendable {
    /// The classes of words.
    public let classes: WordClasses

    /// The classes of lower-cased words by the contexts that they have in very many texts.
    public let contexts: WordClasses

    /// The lexicons of names that the model was trained with.
    public let lexicons: LexiconSet

    /// The user's dictionaries, whose entries override the model.
    public let dictionaries: LexiconSet

    /// The knowledge that is part of the program.
    ///
    /// - Parameter dictionaries: The user's dictionaries.
    /// - Throws: ``LexiconError`` where it is damaged.
    public init(dictionaries: LexiconSet = LexiconSet()) throws(LexiconError) {
        classes = try WordClasses.embedded
        contexts = try WordClasses.embeddedContexts
        lexicons = try LexiconSet.embedded
        self.dictionaries = dictionaries
    }
}
