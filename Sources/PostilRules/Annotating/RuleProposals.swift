import PostilCore
import PostilLexicon

extension CompiledRules {
    /// The annotations that matches make, those that stand and those that lose their text to others.
    struct Outcome {
        var standing: [RuleProposal] = []
        var lost: [(proposal: RuleProposal, to: RuleProposal)] = []
    }

    /// Makes annotations of matches and lets those of higher priority, then the longer, then those of the earlier rule
    /// win where two share text.
    ///
    /// - Complexity: O(m log m + n) in the number of matches and tokens.
    func outcome(of matches: [RuleMatch], in input: RuleInput) -> Outcome {
        var proposals: [RuleProposal] = []
        for match in matches {
            for (number, action) in definitions[match.rule].actions.enumerated() {
                var tokens = match.tokens
                if let capture = action.capture {
                    guard let held = match.tokens(ofCapture: capture) else { continue }
                    tokens = held
                }
                proposals.append(
                    RuleProposal(
                        match: match,
                        action: number,
                        tokens: tokens,
                        span: input.span(of: tokens),
                        value: value(of: action, match, input)
                    )
                )
            }
        }
        var outcome = Outcome()
        guard !allowsOverlaps else {
            outcome.standing = proposals.sorted { precedes($0, $1) }
            return outcome
        }
        // The proposal that each token belongs to.
        var owners = [Int32](repeating: -1, count: input.tokens.count)
        var standing: [Int] = []
        for index in proposals.indices.sorted(by: { wins(proposals[$0], proposals[$1]) }) {
            let tokens = proposals[index].tokens
            if let owned = tokens.first(where: { owners[$0] >= 0 }) {
                outcome.lost.append((proposals[index], proposals[Int(owners[owned])]))
            } else {
                for token in tokens { owners[token] = Int32(truncatingIfNeeded: index) }
                standing.append(index)
            }
        }
        outcome.standing = standing.map { proposals[$0] }.sorted { precedes($0, $1) }
        return outcome
    }

    private func wins(_ left: RuleProposal, _ right: RuleProposal) -> Bool {
        let priorities = (definitions[left.match.rule].priority, definitions[right.match.rule].priority)
        if priorities.0 != priorities.1 { return priorities.0 > priorities.1 }
        if left.span.count != right.span.count { return left.span.count > right.span.count }
        if left.match.rule != right.match.rule { return left.match.rule < right.match.rule }
        return (left.span.start, UInt32(left.action)) < (right.span.start, UInt32(right.action))
    }

    private func precedes(_ left: RuleProposal, _ right: RuleProposal) -> Bool {
        if left.span != right.span { return left.span < right.span }
        return (left.match.rule, left.action) < (right.match.rule, right.action)
    }

    private func value(of action: RuleAction, _ match: RuleMatch, _ input: RuleInput) -> OpenValue {
        OpenValue(
            type: action.type,
            features: action.features.compactMap { feature in
                evaluate(feature.expression, match, input).map { Feature(feature.key, $0) }
            }
        )
    }

    /// What an expression says of a match; nil where it says nothing.
    private func evaluate(_ expression: RuleExpression, _ match: RuleMatch, _ input: RuleInput) -> String? {
        switch expression {
        case .literal(let text): return text
        case .capture(let number, let property):
            return match.tokens(ofCapture: number).flatMap { tokens in
                self.property(property ?? "text", of: tokens, capture: number, match, input)
            }
        case .joined(let parts):
            let texts = parts.map { evaluate($0, match, input) }
            return texts.contains(nil) ? nil : texts.compactMap { $0 }.joined()
        case .call(let function, let arguments):
            let texts = arguments.map { evaluate($0, match, input) }
            switch function {
            case .first: return texts.lazy.compactMap { $0 }.first
            case .lower: return texts.first.flatMap { $0 }?.lowercased()
            case .upper: return texts.first.flatMap { $0 }?.uppercased()
            case .sum, .product:
                var total: ExactDecimal? = function == .sum ? .zero : .one
                for text in texts {
                    let number = text.flatMap { ExactDecimal(text: $0) }
                    total = total.flatMap { total in
                        number.flatMap { function == .sum ? total.adding($0) : total.multiplied(by: $0) }
                    }
                }
                return total?.description
            }
        }
    }

    private func property(
        _ property: String,
        of tokens: Range<Int>,
        capture: Int,
        _ match: RuleMatch,
        _ input: RuleInput
    ) -> String? {
        let span = input.span(of: tokens)
        switch property {
        case "text": return input.text[span]
        case "lower": return input.text[span].lowercased()
        case "lemma": return input.lemmas[tokens].map(\.text).joined(separator: " ")
        case "span": return span.description
        default: break
        }
        let wholes = definitions[match.rule].pattern.wholes(ofCapture: capture)
        for number in wholes.layers {
            let stretches = input.layers[number]
            guard let layer = stretches.layer else { continue }
            for index in stretches.inside(tokens) {
                let position = stretches.positions[index]
                if property == "type" { return layer.type(at: position) }
                if let feature = layer.features(at: position).first(where: { $0.key == property }) {
                    return feature.value
                }
            }
        }
        for number in wholes.lexicons {
            for index in input.entries[number].inside(tokens) {
                let match = input.entryMatches[number][input.entries[number].positions[index]]
                guard let sense = lexicons[number].senses(of: match).first else { continue }
                switch property {
                case "canonical": return sense.canonical
                case "detail": return sense.detail
                case "link": return sense.link
                default: return nil
                }
            }
        }
        return nil
    }
}

extension RuleInput.Stretches {
    /// The stretches that lie in a range of tokens, in order.
    func inside(_ range: Range<Int>) -> [Int] {
        let first = RuleInput.partition(ranges.count) { ranges[$0].lowerBound >= range.lowerBound }
        return (first..<ranges.count).prefix { ranges[$0].lowerBound < range.upperBound }
            .filter { ranges[$0].upperBound <= range.upperBound }
    }
}
