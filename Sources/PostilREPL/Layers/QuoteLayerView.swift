import Postil

/// Shows quotations: what each is and whose, `.tree` for their nesting, `.speakers` for who says how much.
struct QuoteLayerView: LayerView {
    func label(of annotation: LayerAnnotation) -> String {
        let speaker = QuoteLayerView.value(of: annotation).flatMap {
            QuoteLayerView.speaker(of: $0, in: annotation.document)
        }
        return [annotation.type, speaker].compactMap { $0 }.joined(separator: " ")
    }

    func features(of annotation: LayerAnnotation) -> [Feature] {
        let usual = ["closed": "true", "attitude": "false"]
        return annotation.features.filter { $0.key != "content" && usual[$0.key] != $0.value }
    }

    var commands: [LayerCommand] {
        [
            LayerCommand(
                name: "tree",
                summary: "show the quotations, each under the one that it stands in",
                details: "What is said inside of a quotation, and the marked parts of a mixed one, stand under it.",
                rows: { page in QuoteLayerView.tree(of: page) }
            ),
            LayerCommand(
                name: "speakers",
                summary: "list who is quoted, how often and with how many words",
                details: """
                    A speaker is the fullest name that the document has, where one is known, else the words of the
                    source. Thoughts and intentions are counted apart from what was said.
                    """,
                rows: { page in QuoteLayerView.speakers(in: page) }
            ),
        ]
    }

    private static func tree(of page: LayerPage) -> [String] {
        guard let quotes = page.document[.quotes], !quotes.isEmpty else { return ["no quotations"] }
        var depths: [Int] = []
        return zip(page.annotations, quotes).map { annotation, quote in
            let depth = quote.value.parent.map { depths[$0] + 1 } ?? 0
            depths.append(depth)
            let speaker = speaker(of: quote.value, in: page.document) ?? "nobody named"
            let source = quote.value.kind.isSpeech ? " (\(speaker))" : ""
            let start =
                "\(String(repeating: "  ", count: depth))\(page.name(of: annotation)) \(quote.value.kind.name)\(source): "
            return start + page.text(quote.span, columns: max(16, page.width - start.count))
        }
    }

    private static func speakers(in page: LayerPage) -> [String] {
        let shares = SpeakerShare.shares(in: page.document)
        guard !shares.isEmpty else { return ["nobody is quoted"] }
        return page.table(
            header: ["speaker", "said", "thought", "words", "example"],
            rows: shares.map {
                [
                    $0.name, String($0.sayings), String($0.attitudes), String($0.words),
                    page.text($0.example, columns: 40),
                ]
            },
            numeric: [1, 2, 3]
        )
    }

    /// The fullest name of the speaker, or the words of the source on one line; nil where nobody is named.
    static func speaker(of quote: QuoteValue, in document: Document) -> String? {
        quote.speaker.map { $0.canonical ?? DisplayText.oneLine(document.text[$0.span]) }
    }

    private static func value(of annotation: LayerAnnotation) -> QuoteValue? {
        (annotation.layer as? Layer<QuoteValue>)?.values[annotation.position]
    }
}
