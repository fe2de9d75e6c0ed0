import PostilLexicon

/// What names are recognised by besides the model: word classes and lexicons.
public struct EntityKnowledge: Sendable {
    /// The classes of words.
    public let classes: WordClasses

    /// The lexicons of names.
    public var lexicons: LexiconSet

    /// The knowledge that is part of the program.
    ///
    /// - Throws: ``LexiconError`` where it is damaged.
    public init() throws(LexiconError) {
        classes = try WordClasses.embedded
        lexicons = try LexiconSet.embedded
    }
}
