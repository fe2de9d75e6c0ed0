import PostilCore

/// What `Doc.to_json` of spaCy writes and `Doc.from_json` reads, an object a line.
///
/// Offsets count code points. `ents` holds spans of which no two overlap, `spans` a group for each layer. White space
/// beyond one blank behind a token is a token, as spaCy's `Doc` wants it. `kb_id` is a name's link, and the value of a
/// date or number. Identifier and fields of the document stand under `id` and `meta`, which spaCy passes over; custom
/// attributes of a `Doc` are read as fields.
///
/// Source: spaCy 3.8, `spacy/tokens/doc.pyx`.
struct SpaCyFormat: ExchangeFormat {
    let name = "spacy"
    let title = "spaCy JSON"
    let layout = ExchangeLayout.objects
    let suffixes = [".spacy.jsonl"]
    let offsetUnit: OffsetUnit? = .codepoint
    let needsTokens = true
}
