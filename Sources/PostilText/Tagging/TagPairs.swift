import PostilCore

/// The universal tags of words whose pair of tags is too rare to be a label of the tagger.
enum TagPairs {
    private static let signs = WordSet("% #")
    private static let nouns = WordSet("etc etc.")
    private static let adverbs = WordSet("i.e. ie ie. e.g. eg eg. ca. c. viz viz.")

    /// The pair that a word with these tags has; nil where the tags stand.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    static func pair(of tag: TokenTag, hash: LowercaseHash) -> TokenTag? {
        switch tag.penn {
        case .noun where tag.universal == .noun && signs.contains(hash): TokenTag(penn: .noun, universal: .symbol)
        case .foreign where nouns.contains(hash): TokenTag(penn: .foreign, universal: .noun)
        case .foreign where adverbs.contains(hash): TokenTag(penn: .foreign, universal: .adverb)
        default: nil
        }
    }
}
