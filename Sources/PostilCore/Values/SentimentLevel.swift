/// What a sentiment is the sentiment of.
public enum SentimentLevel: String, Hashable, Sendable, CaseIterable {
    /// The whole text.
    case document
    /// One sentence.
    case sentence
    /// What one sentence says about one thing or person that it mentions.
    case target
    /// What a quotation says, which is its speaker's and not the narrator's.
    case quote
}
