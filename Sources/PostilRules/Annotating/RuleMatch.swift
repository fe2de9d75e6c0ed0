import PostilCore

/// A match of a rule in a document.
struct RuleMatch {
    /// The rule's number.
    let rule: Int

    /// The tokens.
    let tokens: Range<Int>

    /// Where the window is in which it was found.
    let window: Range<Int>

    /// Where captures begin and end; -1 for those that took part in no match.
    let captures: [Int]

    /// The tokens of a capture; nil where it holds none.
    func tokens(ofCapture number: Int) -> Range<Int>? {
        let start = captures[number * 2]
        let end = captures[number * 2 + 1]
        return start >= 0 && end > start ? start..<end : nil
    }
}

/// An annotation that a match makes, before it is known whether it stands.
struct RuleProposal {
    let match: RuleMatch

    /// The action's number.
    let action: Int

    /// The tokens that it spans.
    let tokens: Range<Int>

    /// Where it is.
    let span: Span

    let value: OpenValue
}

extension CompiledRules {
    /// The matches of all rules, those of a rule in document order and without overlap.
    ///
    /// - Complexity: O(n) for texts in which rules find their triggers seldom; at most O(n · the rules' length).
    func matches(in matcher: inout PatternMatcher, document: DocumentView) throws(AnnotationError) -> [RuleMatch] {
        var matches: [RuleMatch] = []
        let attempts = attempts(in: matcher.input)
        var index = 0
        while index < attempts.count {
            try document.checkCancellation()
            let first = attempts[index]
            var end = index
            while end < attempts.count, attempts[end].rule == first.rule, attempts[end].window == first.window {
                end += 1
            }
            let window = matcher.input.windows[windowKinds[first.rule]]?[first.window] ?? 0..<0
            let last = attempts[end - 1]
            if last.token == Attempt.anywhere {
                find(first.rule, in: window, starts: window, &matcher, into: &matches)
            } else {
                let starts = attempts[index..<end].lazy.map(\.token)
                find(first.rule, in: window, starts: starts, &matcher, into: &matches)
            }
            index = end
        }
        return matches
    }

    private func find(
        _ rule: Int,
        in window: Range<Int>,
        starts: some Sequence<Int>,
        _ matcher: inout PatternMatcher,
        into matches: inout [RuleMatch]
    ) {
        var free = window.lowerBound
        let captureCount = definitions[rule].captures.count
        for start in starts where start >= free {
            let end = matcher.match(entryPoints[rule], at: start, in: window, captureCount: captureCount)
            guard let end, end > start else { continue }
            matches.append(
                RuleMatch(rule: rule, tokens: start..<end, window: window, captures: matcher.state.captures)
            )
            free = end
        }
    }

    /// A place at which a rule is tried.
    private struct Attempt: Comparable {
        /// Stands for all tokens of the window.
        static let anywhere = Int.max

        let rule: Int
        let window: Int
        let token: Int

        static func < (left: Attempt, right: Attempt) -> Bool {
            (left.rule, left.window, left.token) < (right.rule, right.window, right.token)
        }
    }

    /// The places at which rules are tried, sorted.
    private func attempts(in input: RuleInput) -> [Attempt] {
        var attempts: [Attempt] = []
        func add(_ target: RuleTriggers.Target, at token: Int) {
            let rule = Int(target.rule)
            guard let window = input.window(of: windowKinds[rule], holding: token) else { return }
            let attempt = Attempt(rule: rule, window: window, token: target.isStart ? token : Attempt.anywhere)
            if attempts.last != attempt { attempts.append(attempt) }
        }
        if !triggers.words.isEmpty {
            for (token, value) in input.tokens.values.enumerated() {
                triggers.words.forEach(value.hash.bits) { add($0, at: token) }
            }
        }
        if !triggers.lemmas.isEmpty {
            for (token, hash) in input.lemmaHashes.enumerated() {
                triggers.lemmas.forEach(hash) { add($0, at: token) }
            }
        }
        for (targets, stretches) in zip(triggers.layers + triggers.lexicons, input.layers + input.entries) {
            for target in targets {
                for range in stretches.ranges { add(target, at: range.lowerBound) }
            }
        }
        for rule in triggers.always {
            let count = input.windows[windowKinds[Int(rule)]]?.count ?? 0
            attempts += (0..<count).map { Attempt(rule: Int(rule), window: $0, token: Attempt.anywhere) }
        }
        attempts.sort()
        return attempts
    }
}

extension RuleInput {
    /// The number of the window that holds a token; nil where none does.
    func window(of kind: RuleDefinition.Window, holding token: Int) -> Int? {
        guard let windows = windows[kind] else { return nil }
        let index = RuleInput.partition(windows.count) { windows[$0].upperBound > token }
        return index < windows.count && windows[index].contains(token) ? index : nil
    }
}
