import PostilCore

/// Words that are no part of a name and, with a capital behind an abbreviation, open a sentence:
/// pronouns, determiners, conjunctions, auxiliaries and question words.
enum SentenceOpeners {
    /// Whether a word with this hash is one.
    static func contains(_ hash: LowercaseHash) -> Bool { words.contains(hash) || prepositions.contains(hash) }

    /// Whether the token opens a sentence: such a word, or an article before a lower-case word.
    static func isOpener(_ token: Int, in view: TokenView) -> Bool {
        let hash = view.values[token].hash
        if contains(hash) { return true }
        return articles.contains(hash) && token + 1 < view.count && view.startsLower(token + 1)
    }

    /// Whether a word with this hash is a preposition of time.
    static func isPreposition(_ hash: LowercaseHash) -> Bool { prepositions.contains(hash) }

    private static let words = WordSet(
        """
        he she it we they you this that these those the there here what who whom whose which when where why how
        if but and or so yet nor because although though while whereas unless until however therefore moreover
        nevertheless meanwhile then thus my your his her its our their some many most each every both neither either
        is are was were do does did has have had can could will would shall should may might must no not let please
        """
    )

    private static let articles = WordSet("a an")

    private static let prepositions = WordSet(
        "at by around before after on from until till since during between about in for with without despite"
    )

}
