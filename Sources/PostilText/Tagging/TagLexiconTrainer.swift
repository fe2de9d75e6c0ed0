import PostilCore
import PostilLearning

/// Makes the lexicon of tags that the tagger uses, from tagged text.
///
/// What tags a word can have comes from much text that a machine has tagged; what labels there are, and which words
/// are confined to some of them, from text that people have tagged.
public struct TagLexiconTrainer {
    private var builder = TagLexiconBuilder()
    private let segmenter: Pipeline

    /// A trainer without texts.
    public init() throws { segmenter = try Pipeline(name: "text", steps: [Segmenter()]) }

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - tokens: Its tokens, in UTF-8 bytes.
    ///   - tags: Their tags; nil where they are not known.
    ///   - isGold: Whether a person has tagged them.
    public mutating func add(_ text: Text, tokens gold: [Span], tags: [TokenTag?], isGold: Bool) {
        guard let tokens = segmenter.annotate(Document(text: text))[.tokens] else { return }
        let known = Dictionary(zip(gold, tags), uniquingKeysWith: { first, _ in first })
        text.bytes.withUnsafeBufferPointer { bytes in
            for token in tokens {
                guard let tag = known[token.span] ?? nil else { continue }
                let word = UnsafeBufferPointer(rebasing: bytes[token.span.range])
                if isGold {
                    builder.addGold(word, tag: tag)
                } else {
                    builder.add(word, token: token.value, penn: tag.penn)
                }
            }
        }
    }

    /// Compiles the lexicon.
    ///
    /// - Parameter sources: What it was made from and under which licence, for its header.
    /// - Returns: The bytes of a model file.
    /// - Throws: ``ModelError`` with the code `no-examples`.
    public func train(sources: String) throws(ModelError) -> [UInt8] {
        try builder.build(facts: [("task", "tags of words"), ("sources", sources)])
    }
}
