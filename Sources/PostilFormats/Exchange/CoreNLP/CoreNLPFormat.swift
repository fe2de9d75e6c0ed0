import PostilCore

/// The JSON that Stanford CoreNLP writes, one document a file.
///
/// Offsets count UTF-16 units, with code points beside them. Names, dates and numbers are entity mentions, of which no
/// two overlap and none leaves its sentence; quotations have a list of their own.
///
/// Source: CoreNLP 4.5, `JSONOutputter.java`.
public struct CoreNLPFormat: ExchangeFormat {
    public let name = "corenlp"
    public let title = "CoreNLP JSON"
    public let layout = ExchangeLayout.objectFiles
    public let suffixes = [".corenlp.json"]
    public let offsetUnit: OffsetUnit? = .utf16
    public let needsTokens = true

    /// The format.
    public init() {}
}
