import PostilCore
import PostilText

/// Puts into words why quotations are there, and why not.
struct QuoteExplainer {
    let text: QuoteText
    let quotations: [Quotation]
    let resolver: SpeakerResolver

    /// The answer to a question about the layer of quotations.
    func explanation(of question: Question) -> Explanation {
        let exact = quotations.filter { text.span($0.extent) == question.span }
        if let index = question.position.flatMap({ _ in exact.first }) ?? exact.first { return explanation(of: index) }
        var reasons = quotations.filter { text.span($0.extent).overlaps(question.span) }.map(explanation)
        reasons += candidates(in: question.span)
        if reasons.isEmpty { reasons.append(Explanation("no quotation marks, and no word that reports")) }
        return Explanation("no quotation has exactly this extent", span: question.span, reasons: reasons)
    }

    // MARK: Why

    private func explanation(of quotation: Quotation) -> Explanation {
        let rule = quotation.rule.rule
        var reasons = [Explanation("kind: \(quotation.kind.name)" + (quotation.isAttitude ? ", an attitude" : ""))]
        if quotation.parts.count > 1 {
            reasons.append(
                Explanation(
                    "in \(quotation.parts.count) pieces",
                    reasons: quotation.parts.map { Explanation("'\(cut($0))'", span: text.span($0)) }
                )
            )
        }
        if !quotation.isClosed { reasons.append(Explanation("a mark is missing: repaired within the paragraph")) }
        if let cue = quotation.cue {
            reasons.append(Explanation("cue: '\(text.oneLine(cue))'", span: text.span(cue), reasons: words(in: cue)))
        }
        if quotation.kind.isSpeech { reasons.append(source(of: quotation)) }
        return Explanation("\(rule.name): \(rule.summary)", span: text.span(quotation.extent), reasons: reasons)
    }

    private func source(of quotation: Quotation) -> Explanation {
        let attribution = quotation.attribution ?? .unattributed
        guard let speaker = quotation.speaker else {
            return Explanation("\(Attribution.unattributed.rawValue): \(Attribution.unattributed.summary)")
        }
        var reasons = [Explanation("source: '\(text.oneLine(speaker))'", span: text.span(speaker))]
        if let canonical = quotation.canonical {
            reasons.append(Explanation("the same as '\(text.oneLine(canonical))'", span: text.span(canonical)))
        }
        let earlier = quotations.prefix { $0.extent.lowerBound < quotation.extent.lowerBound }
            .compactMap { $0.speaker }.compactMap { resolver.resolve($0, earlier: [])?.mention }
        for candidate in resolver.candidates(for: speaker, earlier: Array(earlier.suffix(1))).prefix(4) {
            let mention = resolver.mentions[candidate.mention]
            reasons.append(
                Explanation(
                    "could be '\(text.oneLine(mention.name))'",
                    span: text.span(mention.name),
                    weight: Double(candidate.score),
                    reasons: candidate.reasons.map { Explanation($0) }
                )
            )
        }
        return Explanation("\(attribution.rawValue): \(attribution.summary)", reasons: reasons)
    }

    // MARK: Why not

    /// The marks and words of reporting in a stretch that belong to no quotation.
    func unused(in span: Span) -> [Candidate] {
        var isUsed = [Bool](repeating: false, count: text.count)
        for quotation in quotations {
            for token in quotation.extent { isUsed[token] = true }
            for token in quotation.cue ?? 0..<0 { isUsed[token] = true }
        }
        return candidates(in: span, unless: { isUsed[$0] }).compactMap { explanation in
            explanation.span.map { Candidate($0, explanation: explanation) }
        }
    }

    /// The marks and the words of reporting in a stretch.
    private func candidates(in span: Span, unless isUsed: (Int) -> Bool = { _ in false }) -> [Explanation] {
        var found: [Explanation] = []
        for token in 0..<text.count {
            let place = Span(text.start(token)..<text.end(token))
            if place.start >= span.end { break }
            guard place.overlaps(span), !isUsed(token) else { continue }
            if text.kind(token) != .word, let mark = QuotationMark(token, in: text) {
                let side =
                    mark.canOpen && mark.canClose
                    ? "does not tell its side"
                    : mark.canOpen ? "can open only" : mark.canClose ? "can close only" : "can neither open nor close"
                found.append(Explanation("the mark '\(text.oneLine(token..<token + 1))' \(side)", span: place))
            }
            let known = words(in: token..<token + 1)
            if !known.isEmpty {
                found.append(
                    Explanation(
                        "'\(text.oneLine(token..<token + 1))' reports, but nothing that it takes stands by it",
                        span: place,
                        reasons: known
                    )
                )
            }
        }
        return found
    }

    /// What the lexicon knows of the words of reporting in a range.
    private func words(in range: Range<Int>) -> [Explanation] {
        var found: [Explanation] = []
        for token in range {
            let known = QuoteExplainer.names.filter { text.has(token, $0.of) }.map(\.name)
            guard !known.isEmpty else { continue }
            found.append(
                Explanation(
                    "'\(text.oneLine(token..<token + 1))' (\(text.tag(token).name)) \(known.joined(separator: ", "))"
                )
            )
        }
        return found
    }

    private static let names: [(of: WordClass, name: String)] = [
        (.says, "takes a content clause"), (.tells, "takes a hearer and a clause"), (.asks, "takes a question"),
        (.thinks, "takes a thought"), (.intends, "takes an intention"), (.urges, "takes a person and an infinitive"),
        (.judges, "takes what it judges or names"), (.shows, "takes a finding"), (.seems, "says how something seems"),
        (.calls, "takes a name for something"), (.utters, "stands by spoken words"), (.saying, "is a noun of saying"),
        (.thought, "is a noun of thinking or wanting"), (.judgement, "is a noun of judging"),
        (.attitude, "is an adjective of attitude"), (.according, "names a source"),
        (.hearsay, "reports without a source"),
    ]

    private func cut(_ range: Range<Int>) -> String {
        let line = text.oneLine(range)
        return line.count > 60 ? line.prefix(57) + "…" : line
    }
}
