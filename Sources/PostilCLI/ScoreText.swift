import Postil
import PostilEvaluation

/// Scores in words and tables.
struct ScoreText {
    /// Which rows stand below those of the layers.
    enum Rows: String, CaseIterable {
        case type, document
    }

    let score: CorpusScore
    let rows: Rows?

    var lines: [String] {
        var lines = [documents] + score.remarks.map { "  \($0)" }
        lines += figures(score.layers, heading: nil)
        if !score.tagScore.isEmpty { lines += ["", "of the gold tokens: \(score.tagScore)"] }
        switch rows {
        case .type: lines += figures(score.types, heading: "type")
        case .document: lines += figures(score.documentScores, heading: "document")
        case nil: break
        }
        return lines + score.errors.flatMap(ScoreText.lines)
    }

    private var documents: String {
        let parts = [
            (score.documents, "documents"), (score.withoutPrediction, "without a prediction"),
            (score.ofOtherText, "with other texts"),
        ]
        return parts.enumerated().filter { $0.offset == 0 || $0.element.0 > 0 }
            .map { "\($0.element.0) \($0.element.1)" }.joined(separator: ", ")
    }

    private func figures(
        _ entries: [(row: CorpusScore.Row, score: AnnotationScore)],
        heading: String?
    ) -> [String] {
        guard !entries.isEmpty else { return [] }
        let heads = ["layer"] + (heading.map { [$0] } ?? [])
        var figures = TextTable(
            heads + ["gold", "found", "strict P", "R", "F1", "exact F1", "relaxed F1", "type F1", "value F1"],
            textColumns: heads.count
        )
        var errors = TextTable(
            heads + AnnotationScore.Outcome.allCases.map(\.rawValue) + AnnotationScore.Fault.allCases.map(\.rawValue),
            textColumns: heads.count
        )
        for (row, score) in entries {
            let names = [row.layer.rawValue] + (heading == nil ? [] : [row.name ?? ""])
            let strict = score.figures(.strict)
            figures.add(
                names + ["\(score.gold)", "\(score.found)"]
                    + [strict?.precision, strict?.recall, strict?.f1].map(ScoreText.percent)
                    + [.exact, .relaxed, .type, .value].map { ScoreText.percent(score.figures($0)?.f1) }
            )
            errors.add(
                names + AnnotationScore.Outcome.allCases.map { "\(score.outcomes[$0] ?? 0)" }
                    + AnnotationScore.Fault.allCases.map { "\(score.faults[$0] ?? 0)" }
            )
        }
        return [""] + figures.lines + [""] + errors.lines
    }

    /// Two decimals, always.
    private static func percent(_ value: Double?) -> String {
        guard let value else { return "-" }
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func lines(_ error: SampledError) -> [String] {
        func line(_ name: String, _ context: SpanContext?, _ says: String) -> [String] {
            context.map { ["  \(name) \($0.start):\($0.end) \($0.line)" + (says.isEmpty ? "" : "  \(says)")] } ?? []
        }
        return ["", "\(error.layer) \(error.className): \(error.identifier)"]
            + line("gold ", error.gold, error.goldSays) + line("found", error.found, error.foundSays)
    }
}
