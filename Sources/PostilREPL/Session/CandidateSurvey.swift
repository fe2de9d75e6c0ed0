import CReadline
import Postil

/// Finds what might have become an annotation of a layer whose annotator cannot list its candidates, by asking
/// why there is none, token by token.
///
/// At tokens that an annotation covers nothing is asked, unless the layer covers nearly all of the text, as
/// sentences do; and nothing where an annotation ends.
struct CandidateSurvey {
    private let pipeline: Pipeline
    private let document: Document
    private let name: LayerName
    private let winners: Set<Span>
    private var seen: Set<[Explanation]> = []

    /// What was found, in the order of the text, each once.
    private(set) var candidates: [Candidate] = []

    /// How many tokens may be asked about at once: each question makes the annotator look at the document again.
    private static let mostTokens = 1000

    /// Asks about the tokens in `part`.
    ///
    /// - Throws: ``CommandError`` where the document lacks tokens or the layer, where there are too many tokens
    ///   to ask about, and where Ctrl-C stops it.
    init(of name: LayerName, in part: Span, document: Document, pipeline: Pipeline) throws(CommandError) {
        guard let tokens = document[.tokens], let layer = document.layer(name) else {
            throw .failed("the document has no layer 'tokens', at which this asks")
        }
        self.pipeline = pipeline
        self.document = document
        self.name = name
        winners = Set(layer.spans)
        let positions = tokens.overlapping(part)
        guard positions.count <= CandidateSurvey.mostTokens else {
            throw .failed(
                "\(positions.count) tokens are too many to ask about, the most is \(CandidateSurvey.mostTokens): "
                    + "name a stretch FROM:TO"
            )
        }
        var sweep = LayerSweep(layer)
        let covered = tokens.spans.map { span in sweep.positions(in: span).contains { layer.spans[$0].overlaps(span) } }
        let coversAll = covered.filter { $0 }.count * 10 >= covered.count * 9
        let ends = Set(layer.spans.map(\.end))
        for position in positions where coversAll || !covered[position] {
            if creadline_take_interrupt() { throw .stopped }
            let span = tokens.spans[position]
            guard !ends.contains(span.end), try !ask(about: span), !coversAll else { continue }
            guard position + 1 < tokens.count, !covered[position + 1] else { continue }
            // A candidate of this token alone shows only to one who asks about more.
            _ = try ask(about: span.union(tokens.spans[position + 1]))
        }
    }

    /// Asks, and keeps the answer where it names a candidate.
    private mutating func ask(about span: Span) throws(CommandError) -> Bool {
        let answer: Explanation?
        do throws(AnnotationError) {
            answer = try pipeline.explain(.whyNot(name, span: span), in: document)
        } catch {
            throw .failed("\(error)")
        }
        guard let answer, answer.namesCandidate(otherThan: span, winners: winners) else { return false }
        if seen.insert(answer.reasons.isEmpty ? [answer] : answer.reasons).inserted {
            candidates.append(Candidate(answer.span ?? span, explanation: answer))
        }
        return true
    }
}

extension Explanation {
    /// Whether it names something that might have become an annotation: what weighed for or against it, or a
    /// stretch that is neither the one asked about nor, as one of `winners`, annotated.
    fileprivate func namesCandidate(otherThan asked: Span, winners: Set<Span>) -> Bool {
        if let span, winners.contains(span) { return false }
        return weight != nil || span.map { $0 != asked } == true
            || reasons.contains { reason in
                (reason.weight != nil || reason.span != nil) && reason.span.map(winners.contains) != true
                    || reason.namesCandidate(otherThan: asked, winners: winners)
            }
    }
}
