import PostilCore

/// Shows sentiment: polarity and score, and the ledger that adds up to it.
struct SentimentLayerView: LayerView {
    func label(of annotation: LayerAnnotation) -> String {
        guard let value = SentimentLayerView.value(of: annotation) else { return "" }
        return
            "\(value.polarity.rawValue) \(SentimentLayerView.number(thousandths: SentimentLayerView.thousandths(value.score)))"
    }

    func features(of annotation: LayerAnnotation) -> [Feature] {
        guard let value = SentimentLayerView.value(of: annotation) else { return [] }
        return (value.target.map { [Feature("target", $0)] } ?? []) + [
            Feature("polarity", value.polarity.rawValue),
            Feature("score", SentimentLayerView.number(thousandths: SentimentLayerView.thousandths(value.score))),
            Feature("terms", String(value.terms.count)),
        ]
    }

    var commands: [LayerCommand] {
        [
            LayerCommand(
                name: "ledger",
                arguments: "[DOCUMENT|SENTENCE|TARGET]",
                summary: "show what speaks for and against, and that it adds up",
                details: """
                    DOCUMENT is the word 'document', SENTENCE the number of a sentence, counted from 1, and TARGET a name
                    or a part of one. Without any, the document's ledger is shown. The weightiest entries come first;
                    those too small to be shown are added up in one row. Shown are thousandths, rounded so that
                    they add up as the exact ones do.
                    """,
                rows: { page throws(CommandError) in try SentimentLayerView.ledger(page) }
            )
        ]
    }

    private static func value(of annotation: LayerAnnotation) -> SentimentValue? {
        (annotation.layer as? Layer<SentimentValue>)?.values[annotation.position]
    }

    private static func thousandths(_ score: SentimentScore) -> Int { Int((score.value * 1000).rounded()) }

    private static func number(thousandths: Int) -> String {
        let digits = String(abs(thousandths) % 1000 + 1000).dropFirst()
        return "\(thousandths < 0 ? "-" : "+")\(abs(thousandths) / 1000).\(digits)"
    }

    /// The entries that a ledger shows; the others are one row.
    private static let shown = 16

    private static func ledger(_ page: LayerPage) throws(CommandError) -> [String] {
        guard let layer = page.layer as? Layer<SentimentValue>, !layer.isEmpty else {
            throw .failed("the text has no sentence, so no sentiment")
        }
        var rows: [String] = []
        for position in try positions(of: page.arguments.joined(separator: " "), in: layer) {
            if !rows.isEmpty { rows.append("") }
            rows += self.rows(of: layer[position], page: page)
        }
        return rows
    }

    /// The sentiments that a person means.
    private static func positions(of wanted: String, in layer: Layer<SentimentValue>) throws(CommandError) -> [Int] {
        let word = wanted.lowercased()
        if word.isEmpty || word == "document" {
            return layer.indices.filter { layer.values[$0].level == .document }
        }
        let sentences = layer.indices.filter { layer.values[$0].level == .sentence }
        if let number = Int(word) {
            guard sentences.indices.contains(number - 1) else {
                throw .usage("there is no sentence \(number): the text has \(sentences.count)")
            }
            return [sentences[number - 1]]
        }
        let targets = layer.indices.filter { layer.values[$0].target?.lowercased().contains(word) ?? false }
        guard !targets.isEmpty else {
            let names = Set(layer.values.compactMap(\.target)).sorted().prefix(8)
            throw .usage(
                "nothing called '\(wanted)' is mentioned"
                    + (names.isEmpty ? "" : ": the text mentions \(names.joined(separator: ", "))")
            )
        }
        return targets
    }

    private static func rows(of annotation: Annotation<SentimentValue>, page: LayerPage) -> [String] {
        let value = annotation.value
        let total = thousandths(value.score)
        let title = value.target.map { "\(value.level.rawValue) \($0)" } ?? value.level.rawValue
        let heading = "\(title): \(value.polarity.rawValue) \(number(thousandths: total))"
        let order = value.terms.indices.sorted { first, second in
            let weights = (
                abs(value.terms[first].contribution.rawValue), abs(value.terms[second].contribution.rawValue)
            )
            return weights.0 != weights.1 ? weights.0 > weights.1 : first < second
        }
        let listed = order.prefix(shown)
        var rest = total
        var rows: [[String]] = []
        for index in listed {
            let term = value.terms[index]
            let amount = thousandths(term.contribution)
            rest -= amount
            rows.append([
                number(thousandths: amount),
                term.reason.contains(.remainder) ? "all other words" : page.text(term.span, columns: 32),
                decimal(term.prior), "× \(decimal(term.factor))",
                term.reason.name.split(separator: "+").joined(separator: ", "),
            ])
        }
        let others = order.count - listed.count
        if others > 0 || rest != 0 {
            let name = others > 0 ? "\(others) smaller entries" : "what rounding took"
            rows.append([number(thousandths: rest), name, "", "", ""])
        }
        rows.append([number(thousandths: total), "sum", "", "", ""])
        return [heading] + page.table(header: ["adds", "words", "worth", "here", "why"], rows: rows, numeric: [0, 2])
    }

    /// A number to two decimals, with its sign where it is below 0.
    private static func decimal(_ value: Float) -> String {
        let hundredths = Int((value * 100).rounded())
        let digits = String(abs(hundredths) % 100 + 100).dropFirst()
        return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(digits)"
    }
}
