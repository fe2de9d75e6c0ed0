import PostilCore

/// How sentences and tokens agree with gold.
public struct SegmentationScore: Hashable, Sendable, CustomStringConvertible {
    /// Sentences with the same start and end.
    public private(set) var sentences = SpanScore()

    /// Tokens with the same start and end; nothing where gold has none.
    public private(set) var tokens = SpanScore()

    /// A score over nothing.
    public init() {}

    /// Adds a document.
    public mutating func add(_ document: Document, gold: GoldDocument) {
        sentences.add(found: document[.sentences]?.spans ?? [], gold: gold.sentences)
        if !gold.tokens.isEmpty { tokens.add(found: document[.tokens]?.spans ?? [], gold: gold.tokens) }
    }

    /// Adds the counts of another score.
    public mutating func add(_ other: SegmentationScore) {
        sentences.add(other.sentences)
        tokens.add(other.tokens)
    }

    /// Both F1 figures with their parts, in percent.
    public var description: String { "sentences \(sentences)" + (tokens.gold > 0 ? ", tokens \(tokens)" : "") }
}
