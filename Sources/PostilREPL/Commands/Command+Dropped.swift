import Postil

extension Command {
    static let dropped = Command(
        name: "dropped",
        arguments: "LAYER",
        summary: "list candidates that did not become annotations",
        details: """
            Asks .whynot at each token and keeps the answers that name a candidate: something that weighed for or
            against it, or a stretch other than the one asked about. Where an annotation ends, nothing was dropped. At tokens that an annotation covers nothing is
            asked, unless the layer covers nearly all of the text, as sentences do.

            EXAMPLE
              .dropped sentences
            """,
        topic: .asking,
        arity: 1...1,
        completions: [.layer]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        let name = try session.layerName(arguments.words[0])
        guard let tokens = context.document[.tokens], let layer = context.document.layer(name) else {
            throw .failed("the document has no layer 'tokens', at which this asks")
        }
        var sweep = LayerSweep(layer)
        let covered = tokens.spans.map { span in
            !sweep.positions(in: span).filter { layer.spans[$0].overlaps(span) }.isEmpty
        }
        let coversAll = covered.filter { $0 }.count * 10 >= covered.count * 9
        let ends = Set(layer.spans.map(\.end))
        let winners = Set(layer.spans)
        var found: [Explanation] = []
        var seen: Set<[Explanation]> = []
        func ask(_ span: Span) throws(CommandError) -> Bool {
            do throws(AnnotationError) {
                let question = Question.whyNot(name, span: span)
                let answer = try session.state.pipeline.explain(question, in: context.document)
                guard let answer, answer.namesCandidate(otherThan: span, winners: winners) else { return false }
                if seen.insert(answer.reasons.isEmpty ? [answer] : answer.reasons).inserted { found.append(answer) }
                return true
            } catch {
                throw .failed("\(error)")
            }
        }
        for (index, span) in tokens.spans.enumerated() where coversAll || !covered[index] {
            guard !ends.contains(span.end), try !ask(span), !coversAll else { continue }
            guard index + 1 < tokens.count, !covered[index + 1] else { continue }
            // A candidate of this token alone shows only to one who asks about more.
            _ = try ask(span.union(tokens.spans[index + 1]))
        }
        for answer in found {
            let tree = ExplanationTree(
                explanation: answer,
                document: context.document,
                offsets: context.offsets,
                style: context.style
            )
            if let span = answer.span {
                let words = DisplayText.cut(DisplayText.oneLine(context.document.text[span]), to: 48)
                session.console.line(context.style.paint("\(context.place(span)) '\(words)'", .bold))
            }
            for line in tree.lines {
                guard session.console.line(line) else { return }
            }
        }
        if found.isEmpty { session.console.line("no candidate was dropped") }
    }
}

extension Explanation {
    /// Whether it names something that might have become an annotation: what weighed for or against it, or a
    /// stretch that is neither the one asked about nor, as one of `winners`, annotated.
    fileprivate func namesCandidate(otherThan asked: PostilCore.Span, winners: Set<PostilCore.Span>) -> Bool {
        if let span, winners.contains(span) { return false }
        return weight != nil || span.map { $0 != asked } == true
            || reasons.contains { reason in
                (reason.weight != nil || reason.span != nil) && reason.span.map(winners.contains) != true
                    || reason.namesCandidate(otherThan: asked, winners: winners)
            }
    }
}
