import PostilCore

/// One label for each token, in IOB2.
struct IOBLabels {
    /// The labels, such as `B-GPE`, `I-GPE` and `O`.
    private(set) var labels: [String]

    /// Labels the tokens of a record with the spans of layers that begin and end with tokens, of which no two overlap,
    /// within sentences.
    ///
    /// - Parameter omissions: Counts the others.
    /// - Complexity: O(n log n).
    init(_ record: AnnotatedRecord, layers: [LayerName]?, omissions: inout ExchangeOmissions) {
        labels = Array(repeating: "O", count: record.tokens.count)
        let layers = layers ?? record.labelLayers
        let alignment = TokenAlignment(record.tokens.map(\.span))
        let ends = Set(TokenSentences(record).ranges.map(\.upperBound))
        var spans: [ExchangeSpan] = []
        for span in record.spans(of: layers, omissions: &omissions) {
            guard let tokens = alignment.tokens(of: span.span) else {
                omissions.add(.cutting)
                continue
            }
            guard !tokens.dropFirst().contains(where: ends.contains) else {
                omissions.add(.crossing)
                continue
            }
            spans.append(span)
        }
        for span in spans.withoutOverlaps(layers, omissions: &omissions) {
            for (order, position) in (alignment.tokens(of: span.span) ?? 0..<0).enumerated() {
                labels[position] = (order == 0 ? "B-" : "I-") + span.label
            }
        }
    }

    /// The spans that labels in IOB1, IOB2, IOBES or BILOU stand for.
    ///
    /// - Parameters:
    ///   - labels: A label for each token.
    ///   - tokens: The tokens.
    ///   - sentenceStarts: The positions of the tokens with which sentences begin.
    static func spans(of labels: [String], _ tokens: [Span], sentenceStarts: Set<Int>) -> [ExchangeSpan] {
        var spans: [ExchangeSpan] = []
        /// The type and the first token of the span that is open.
        var open: (type: Substring, first: Int)?
        func close(before position: Int) {
            guard let (type, first) = open else { return }
            let span = Span(start: tokens[first].start, end: tokens[position - 1].end)
            spans.append(ExchangeSpan(span: span, label: String(type)))
            open = nil
        }
        for (position, label) in zip(tokens.indices, labels) {
            let parts = label.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            if sentenceStarts.contains(position) { close(before: position) }
            guard parts.count == 2, let mark = parts[0].first, parts[0].count == 1, mark != "O" else {
                close(before: position)
                continue
            }
            if "BSU".contains(mark) || open?.type != parts[1] {
                close(before: position)
                open = (parts[1], position)
            }
            if "SULE".contains(mark) { close(before: position + 1) }
        }
        close(before: tokens.count)
        return spans
    }
}
