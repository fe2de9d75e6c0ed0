import PostilCore

/// What `Doc.to_json` of spaCy writes and `Doc.from_json` reads, an object a line.
///
/// Offsets count code points. `ents` holds spans of which no two overlap, `spans` a group for each layer. White space
/// beyond one blank behind a token is a token, as spaCy's `Doc` wants it. `kb_id` is a name's link, and the value of a
/// date or number. Identifier and fields of the document are custom attributes.
///
/// Source: spaCy 3.8, `spacy/tokens/doc.pyx`.
public struct SpaCyFormat: ExchangeFormat {
    public let name = "spacy"
    public let title = "spaCy JSON"
    public let layout = ExchangeLayout.objects
    public let suffixes = [".spacy.jsonl"]
    public let offsetUnit: OffsetUnit? = .codepoint
    public let needsTokens = true

    /// The format.
    public init() {}
}
