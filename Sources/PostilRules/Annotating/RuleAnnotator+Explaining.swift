import PostilCore

extension RuleAnnotator {
    /// Says which parts of a rule took which words, or which rule came nearest and where it failed.
    ///
    /// - Throws: ``AnnotationError`` as ``annotate(_:into:)`` does.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == layer.name else { return nil }
        let input = try RuleInput(document, for: compiled)
        var matcher = PatternMatcher(input, programs: compiled.programs)
        let outcome = compiled.outcome(of: try compiled.matches(in: &matcher, document: document), in: input)
        if let position = question.position {
            let standing = outcome.standing
            guard standing.indices.contains(position), standing[position].span == question.span else { return nil }
            return explanation(of: standing[position], outcome, input)
        }
        if let lost = outcome.lost.first(where: {
            isAsked(about: $0.proposal.match.rule) && $0.proposal.span.overlaps(question.span)
        }) {
            return explanation(ofLoss: lost)
        }
        let standing = outcome.standing.first { isAsked(about: $0.match.rule) && $0.span.overlaps(question.span) }
        if let standing {
            return Explanation(
                "\(title(of: standing.match.rule)) makes an annotation here with other ends",
                span: standing.span
            )
        }
        return nearest(to: question.span, input)
    }

    /// Lists what rules matched and lost to other rules.
    ///
    /// - Throws: ``AnnotationError`` as ``annotate(_:into:)`` does.
    public func candidates(
        for name: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? {
        guard name == layer.name else { return nil }
        return try outcome(in: document).lost.filter { $0.proposal.span.overlaps(span) }.map { lost in
            Candidate(lost.proposal.span, reading: lost.proposal.value.type, explanation: explanation(ofLoss: lost))
        }.sorted { $0.span < $1.span }
    }

    private func isAsked(about rule: Int) -> Bool { focus.map { $0 == rule } ?? true }

    /// A rule as explanations name it.
    private func title(of rule: Int) -> String {
        let definition = compiled.definitions[rule]
        return
            "rule '\(definition.name)' (\(compiled.source.name):"
            + "\(compiled.source.line(of: definition.source.lowerBound)))"
    }

    private func explanation(
        of proposal: RuleProposal,
        _ outcome: CompiledRules.Outcome,
        _ input: RuleInput
    ) -> Explanation {
        let match = proposal.match
        var matcher = PatternMatcher(input, programs: compiled.programs)
        matcher.state.isExplaining = true
        let definition = compiled.definitions[match.rule]
        _ = matcher.match(
            compiled.entryPoints[match.rule],
            at: match.tokens.lowerBound,
            in: match.window,
            captureCount: definition.captures.count
        )
        var reasons = matcher.state.trail.map { step in
            Explanation(
                "\(compiled.source.lineText(compiled.programs[step.program].sources[step.instruction])) takes "
                    + "'\(input.text[input.span(of: step.tokens)])'",
                span: input.span(of: step.tokens)
            )
        }
        for (number, name) in definition.captures.enumerated() {
            guard let tokens = match.tokens(ofCapture: number) else { continue }
            let span = input.span(of: tokens)
            reasons.append(Explanation("\(name) holds '\(input.text[span])'", span: span))
        }
        let made = proposal.value.features.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
        let type = proposal.value.type ?? "an annotation"
        reasons.append(Explanation("makes \(type)" + (made.isEmpty ? "" : ": " + made)))
        for lost in outcome.lost where lost.to.span == proposal.span && lost.to.match.rule == match.rule {
            reasons.append(
                Explanation(
                    "wins over \(title(of: lost.proposal.match.rule)): \(advantage(of: proposal, over: lost.proposal))",
                    span: lost.proposal.span
                )
            )
        }
        return Explanation(
            title(of: match.rule) + (definition.note.map { ": \($0)" } ?? ""),
            span: proposal.span,
            reasons: reasons
        )
    }

    private func explanation(ofLoss lost: (proposal: RuleProposal, to: RuleProposal)) -> Explanation {
        Explanation(
            "\(title(of: lost.proposal.match.rule)) matches here but loses to \(title(of: lost.to.match.rule)), which "
                + advantage(of: lost.to, over: lost.proposal),
            span: lost.proposal.span
        )
    }

    /// Why one proposal wins over another.
    private func advantage(of winner: RuleProposal, over loser: RuleProposal) -> String {
        let priorities = (
            compiled.definitions[winner.match.rule].priority, compiled.definitions[loser.match.rule].priority
        )
        if priorities.0 != priorities.1 { return "has priority \(priorities.0) over \(priorities.1)" }
        return winner.span.count > loser.span.count ? "is longer" : "comes first"
    }

    /// How many tokens before a place the nearest attempt may begin.
    private static let reach = 200

    /// The rule that took the most tokens before it failed at or behind a place.
    private func nearest(to span: Span, _ input: RuleInput) -> Explanation {
        let first = RuleInput.partition(input.tokens.count) { input.tokens.spans[$0].end > span.start }
        let last = RuleInput.partition(input.tokens.count) { input.tokens.spans[$0].start >= span.end }
        var best: (rule: Int, attempt: MatchState.Furthest)?
        for rule in compiled.definitions.indices where isAsked(about: rule) {
            let windows = input.windows[compiled.windowKinds[rule]] ?? []
            for window in windows where window.lowerBound < max(last, first + 1) && window.upperBound > first {
                let starts =
                    max(
                        window.lowerBound,
                        first - RuleAnnotator.reach
                    )..<max(window.lowerBound, min(window.upperBound, last))
                for start in starts.clamped(to: window) {
                    var matcher = PatternMatcher(input, programs: compiled.programs)
                    matcher.state.isExplaining = true
                    matcher.state.passesContexts = true
                    _ = matcher.match(
                        compiled.entryPoints[rule],
                        at: start,
                        in: window,
                        captureCount: compiled.definitions[rule].captures.count
                    )
                    guard let attempt = matcher.state.furthest, attempt.position >= first else { continue }
                    if attempt.takenCount > best?.attempt.takenCount ?? -1 { best = (rule, attempt) }
                }
            }
        }
        guard let best else { return Explanation("no rule looks at this place", span: span) }
        return explanation(of: best.attempt, rule: best.rule, input)
    }

    private func explanation(of attempt: MatchState.Furthest, rule: Int, _ input: RuleInput) -> Explanation {
        var asked: [String] = []
        for instruction in attempt.instructions {
            let source = compiled.source.lineText(compiled.programs[attempt.program].sources[instruction])
            if !asked.contains(source) { asked.append(source) }
        }
        let list = asked.joined(separator: ", ")
        let steps = attempt.trail.filter { !$0.isFailedContext }.map { step in
            Explanation(
                "\(compiled.source.lineText(compiled.programs[step.program].sources[step.instruction])) takes "
                    + "'\(input.text[input.span(of: step.tokens)])'",
                span: input.span(of: step.tokens)
            )
        }
        if attempt.isContext, let instruction = attempt.instructions.first {
            return explanation(ofContext: instruction, attempt, rule: rule, steps, input)
        }
        let place = compiled.programs[attempt.program].isBackward ? attempt.position - 1 : attempt.position
        let what = asked.count == 1 ? "\(list) does not take" : "none of \(list) takes"
        let failure =
            input.tokens.indices.contains(place)
            ? Explanation(
                "\(what) '\(input.text[input.tokens.spans[place]])'" + facts(of: place, input),
                span: input.tokens.spans[place]
            ) : Explanation("\(what) anything: the text ends")
        return Explanation(
            "\(title(of: rule)) came nearest and failed: \(failure.summary)",
            span: failure.span,
            reasons: steps + [failure]
        )
    }

    /// Says which context did not allow what all elements match.
    private func explanation(
        ofContext instruction: Int,
        _ attempt: MatchState.Furthest,
        rule: Int,
        _ steps: [Explanation],
        _ input: RuleInput
    ) -> Explanation {
        let program = compiled.programs[attempt.program]
        let source = compiled.source.lineText(program.sources[instruction])
        var clause = source
        if case .context(_, let side, let demand) = program.instructions[instruction] {
            clause = "\(side.keyword(demand)) \(source)"
        }
        let tokens = attempt.trail.filter { $0.program == attempt.program && !$0.tokens.isEmpty }.map(\.tokens)
        let span = tokens.first.flatMap { first in
            tokens.last.map { input.span(of: first.lowerBound..<$0.upperBound) }
        }
        let matched = span.map { " '\(input.text[$0])'" } ?? ""
        let failure = Explanation("all elements match\(matched), and '\(clause)' does not hold", span: span)
        return Explanation(
            "\(title(of: rule)) came nearest and failed: \(failure.summary)",
            span: span,
            reasons: steps + [failure]
        )
    }

    /// What rules see of a token besides its text.
    private func facts(of token: Int, _ input: RuleInput) -> String {
        var facts: [String] = []
        if !input.lemmas.isEmpty { facts.append("lemma \(input.lemmas[token].text)") }
        if !input.tags.isEmpty {
            facts.append("tag \(input.tags[token].penn.name)")
            facts.append("pos \(input.tags[token].universal.name)")
        }
        return facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    }
}
