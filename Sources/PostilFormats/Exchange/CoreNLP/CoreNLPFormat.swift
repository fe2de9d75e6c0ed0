import PostilCore

/// The JSON that Stanford CoreNLP writes, one document a file.
///
/// Offsets count UTF-16 units, with code points beside them. Names, dates and numbers are entity mentions, of which no
/// two overlap and none leaves its sentence; quotations have a list of their own.
///
/// Source: CoreNLP 4.5, `JSONOutputter.java`.
struct CoreNLPFormat: ExchangeFormat {
    let name = "corenlp"
    let title = "CoreNLP JSON"
    let layout = ExchangeLayout.objectFiles
    let suffixes = [".corenlp.json"]
    let offsetUnit: OffsetUnit? = .utf16
    let needsTokens = true
}
