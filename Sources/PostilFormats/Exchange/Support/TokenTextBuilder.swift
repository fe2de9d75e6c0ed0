import PostilCore

/// Puts a text together of the tokens of a format that has no text.
struct TokenTextBuilder {
    private var bytes: [UInt8] = []
    private var tokens: [TokenRecord] = []
    private var labels: [String] = []
    private var sentences: [Span] = []
    private var sentenceStarts: Set<Int> = []
    private var first = 0
    /// What stands between the last token and the next.
    private var gap = ""

    /// How many tokens there are.
    var count: Int { tokens.count }

    /// Where the next token will start, if no text stands before it.
    var offset: Int { bytes.count + gap.utf8.count }

    /// Adds text before the next token.
    mutating func addText(_ text: String) { gap += text }

    /// Adds a token.
    ///
    /// - Parameters:
    ///   - surface: Its text.
    ///   - gap: What stands behind it if another follows.
    mutating func add(
        _ surface: String,
        universal: String? = nil,
        penn: String? = nil,
        lemma: String? = nil,
        label: String,
        gap: String
    ) {
        bytes += self.gap.utf8
        let start = bytes.count
        bytes += surface.utf8
        self.gap = gap
        tokens.append(
            TokenRecord(span: Span(start..<bytes.count), universal: universal, penn: penn, lemma: lemma)
        )
        labels.append(label)
    }

    /// Ends a sentence, if a token has been added to it.
    ///
    /// - Parameter separator: What stands behind it if another follows; nil for what stands behind its last token.
    mutating func endSentence(separator: String?) {
        guard first < tokens.count else { return }
        sentences.append(Span(start: tokens[first].span.start, end: tokens[tokens.count - 1].span.end))
        sentenceStarts.insert(first)
        first = tokens.count
        if let separator { gap = separator }
    }

    /// The sentences so far.
    var finishedSentences: [Span] { sentences }

    /// The record of all that was added.
    ///
    /// - Parameter keepsEnd: Whether what stands behind the last token is part of the text.
    func record(
        _ input: ExchangeInput,
        identifier: String?,
        format: String,
        keepsEnd: Bool = false
    ) -> AnnotatedRecord {
        let text = Text(validated: keepsEnd ? bytes + gap.utf8 : bytes)
        var record = AnnotatedRecord(input, text: text, identifier: identifier, format: format)
        record.tokens = tokens
        record.sentences = sentences
        record.add(IOBLabels.spans(of: labels, tokens.map(\.span), sentenceStarts: sentenceStarts))
        return record
    }
}
