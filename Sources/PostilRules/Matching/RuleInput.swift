import PostilCore
import PostilLexicon

/// What rules see of a document, by token.
struct RuleInput {
    let text: Text
    let tokens: Layer<Token>
    let tags: [TokenTag]
    let lemmas: [Lemma]

    /// The hashes of the lower-cased lemmas, one for each token; empty where no rule asks for lemmas.
    let lemmaHashes: [UInt64]

    /// The annotations of the layers that rules read, by the layers' numbers.
    let layers: [Stretches]

    /// The entries of lexicons that the text has, by the lexicons' numbers.
    let entries: [Stretches]

    /// The matches that ``entries`` are from, by lexicon and position.
    let entryMatches: [[LexiconMatch]]

    /// The windows of each kind that a rule looks in, as ranges of tokens.
    let windows: [RuleDefinition.Window: [Range<Int>]]

    /// Stretches of whole tokens, in document order; a class, so that the matcher hands them around without copying.
    final class Stretches {
        /// The layer; nil for the entries of a lexicon.
        let layer: (any AnyLayer)?

        /// The tokens of each; those of a layer's annotation that does not hold whole tokens are those that it touches.
        let ranges: [Range<Int>]

        /// The positions in the layer, or among the matches.
        let positions: [Int]

        /// For each stretch the greatest end of those up to it.
        private let greatestEnds: [Int]

        /// The stretches by their ends, for looking backwards.
        private let byEnd: [Int]

        init(layer: (any AnyLayer)?, ranges: [Range<Int>], positions: [Int], isReadBackwards: Bool) {
            self.layer = layer
            self.ranges = ranges
            self.positions = positions
            var greatest = 0
            greatestEnds = ranges.map { range in
                greatest = max(greatest, range.upperBound)
                return greatest
            }
            byEnd =
                isReadBackwards
                ? ranges.indices.sorted {
                    (ranges[$0].upperBound, ranges[$0].lowerBound) < (ranges[$1].upperBound, ranges[$1].lowerBound)
                } : []
        }

        /// The stretches that begin at a token, the longest first.
        func starting(at token: Int) -> Range<Int> {
            let first = RuleInput.partition(ranges.count) { ranges[$0].lowerBound >= token }
            var end = first
            while end < ranges.count, ranges[end].lowerBound == token { end += 1 }
            return first..<end
        }

        /// The stretches that end before a token, the longest first.
        func ending(at token: Int) -> [Int] {
            var index = RuleInput.partition(byEnd.count) { ranges[byEnd[$0]].upperBound >= token }
            var found: [Int] = []
            while index < byEnd.count, ranges[byEnd[index]].upperBound == token {
                found.append(byEnd[index])
                index += 1
            }
            return found
        }

        /// Whether a stretch that holds a token fulfils `condition`.
        ///
        /// - Complexity: O(log n + the stretches that hold the token) where they nest properly.
        func contains(_ token: Int, where condition: (Int) -> Bool) -> Bool {
            var index = RuleInput.partition(ranges.count) { ranges[$0].lowerBound > token } - 1
            while index >= 0, greatestEnds[index] > token {
                if ranges[index].upperBound > token, condition(index) { return true }
                index -= 1
            }
            return false
        }
    }

    /// The first number below `count` from which `isUpper` holds.
    static func partition(_ count: Int, _ isUpper: (Int) -> Bool) -> Int {
        var lower = 0
        var upper = count
        while lower < upper {
            let middle = (lower + upper) / 2
            if isUpper(middle) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}

extension RuleInput {
    /// Reads what the rules of a file need of a document.
    ///
    /// - Complexity: O(n).
    init(_ document: DocumentView, for rules: CompiledRules) throws(AnnotationError) {
        let text = document.text
        let tokens = try document[.tokens]
        self.text = text
        self.tokens = tokens
        tags = rules.readsTags ? try document[.tags].values : []
        lemmas = rules.readsLemmas ? try document[.lemmas].values : []
        lemmaHashes = lemmas.map { LowercaseHash(word: $0.text).bits }
        var layers: [Stretches] = []
        for name in rules.layers {
            layers.append(RuleInput.stretches(of: try document.layer(name), in: tokens, rules.looksBackwards))
        }
        self.layers = layers
        var matches: [[LexiconMatch]] = []
        for lexicon in rules.lexicons {
            matches.append(LexiconInput.with(text, tokens: tokens) { lexicon.matches(in: $0) })
        }
        entryMatches = matches
        entries = matches.map { matches in
            Stretches(
                layer: nil,
                ranges: matches.map(\.tokens),
                positions: Array(matches.indices),
                isReadBackwards: rules.looksBackwards
            )
        }
        var windows: [RuleDefinition.Window: [Range<Int>]] = [:]
        for window in rules.windows {
            switch window {
            case .document: windows[window] = [0..<tokens.count]
            case .sentence: windows[window] = RuleInput.ranges(of: try document[.sentences].spans, in: tokens)
            case .paragraph: windows[window] = RuleInput.ranges(of: try document[.paragraphs].spans, in: tokens)
            }
        }
        self.windows = windows
    }

    private static func stretches(of layer: any AnyLayer, in tokens: Layer<Token>, _ isReadBackwards: Bool) -> Stretches
    {
        var ranges: [Range<Int>] = []
        var positions: [Int] = []
        var first = 0
        for (position, span) in layer.spans.enumerated() {
            while first < tokens.count, tokens.spans[first].end <= span.start { first += 1 }
            var end = first
            // Annotations that end close to where they begin are the rule; a document's own sentiment is not.
            if span.end - span.start > 1_000 {
                end = max(first, partition(tokens.count) { tokens.spans[$0].start >= span.end })
            } else {
                while end < tokens.count, tokens.spans[end].start < span.end { end += 1 }
            }
            guard end > first else { continue }
            ranges.append(first..<end)
            positions.append(position)
        }
        return Stretches(layer: layer, ranges: ranges, positions: positions, isReadBackwards: isReadBackwards)
    }

    /// The tokens of spans that never overlap.
    private static func ranges(of spans: [Span], in tokens: Layer<Token>) -> [Range<Int>] {
        var first = 0
        return spans.map { span in
            while first < tokens.count, tokens.spans[first].start < span.start { first += 1 }
            let start = first
            while first < tokens.count, tokens.spans[first].start < span.end { first += 1 }
            return start..<first
        }
    }

    /// The span of a range of tokens that is not empty.
    func span(of range: Range<Int>) -> Span {
        Span(start: tokens.spans[range.lowerBound].start, end: tokens.spans[range.upperBound - 1].end)
    }

    /// The form of a token that an expression compares.
    func form(_ form: TokenForm, of token: Int) -> String {
        switch form {
        case .text: text[tokens.spans[token]]
        case .lower: text[tokens.spans[token]].lowercased()
        case .lemma: lemmas[token].text
        }
    }

    /// Whether a token fulfils a condition.
    func fulfils(_ condition: TokenCondition, _ token: Int) -> Bool {
        for clause in condition.clauses {
            var isAny = false
            for predicate in clause.alternatives where fulfils(predicate, token) {
                isAny = true
                break
            }
            if isAny == clause.isNegated { return false }
        }
        return true
    }

    private func fulfils(_ predicate: TokenPredicate, _ token: Int) -> Bool {
        switch predicate {
        case .lower(let hash): tokens.values[token].hash.bits == hash
        case .text(let bytes, let hash):
            tokens.values[token].hash.bits == hash && text.bytes[tokens.spans[token].range].elementsEqual(bytes)
        case .lemma(let hash): lemmaHashes[token] == hash
        case .listed(.lemma, let set): set.contains(lemmaHashes[token])
        case .listed(_, let set): set.contains(tokens.values[token].hash.bits)
        case .expression(let form, let expression): expression.matches(self.form(form, of: token))
        case .penn(let set): set >> UInt64(tags[token].penn.rawValue) & 1 != 0
        case .universal(let set): set >> UInt32(tags[token].universal.rawValue) & 1 != 0
        case .kind(let set): set >> UInt32(tokens.values[token].kind.rawValue) & 1 != 0
        case .shape(let set): set >> tokens.values[token].shape.rawValue & 1 != 0
        case .length(let comparison, let length): comparison.holds(text[tokens.spans[token]].count, length)
        case .inside(let condition):
            layers[condition.layer].contains(token) { index in
                guard let layer = layers[condition.layer].layer else { return false }
                return condition.isFulfilled(at: layers[condition.layer].positions[index], of: layer)
            }
        }
    }
}
