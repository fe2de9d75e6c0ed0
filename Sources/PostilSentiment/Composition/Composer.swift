import PostilCore
import PostilText

/// Finds the words of a sentence that have a valence and what their surroundings make of it.
struct Composer {
    let lexicon: SentimentLexicon
    let view: TokenView

    /// Whether the sentence stands in a report of business.
    var isBusiness = false

    /// The tokens of the sentence that are no quotation marks.
    private(set) var content: [Int32] = []

    /// The hashes of these tokens in the form in which the lexicon has them.
    private(set) var hashes: [LowercaseHash] = []

    /// The words and phrases of the sentence.
    var items: [SentenceItem] = []

    /// What has a valence.
    var terms: [ComposedTerm] = []

    /// Whether some words are written in capitals and others are not.
    private var hasMixedCapitals = false

    /// Whether the sentence asks.
    private(set) var isQuestion = false

    init(lexicon: SentimentLexicon, view: TokenView) {
        self.lexicon = lexicon
        self.view = view
    }

    /// Reads the sentence of the tokens in `range`.
    mutating func compose(_ range: Range<Int>) {
        readContent(range)
        readItems()
        readClauses()
        terms.removeAll(keepingCapacity: true)
        readChanges()
        for index in items.indices where items[index].roles.contains(.valence) && !items[index].isSpent {
            addTerm(at: index)
        }
        weighContrast()
        addPunctuation()
        terms.sort { $0.first < $1.first }
    }

    /// The place of an item in the text.
    func span(of index: Int) -> Span { span(from: Int(items[index].first), to: Int(items[index].last)) }

    /// The place of tokens in the text.
    func span(from first: Int, to last: Int) -> Span {
        Span(start: view.spans[first].start, end: view.spans[last].end)
    }

    func entry(of index: Int) -> SentimentEntry { lexicon.entries[Int(items[index].entry)] }
}

// MARK: - Reading

extension Composer {
    private mutating func readContent(_ range: Range<Int>) {
        content.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        var upper = 0
        var other = 0
        isQuestion = false
        for token in range where !TokenText.isQuotationMark(token, in: view) {
            content.append(Int32(truncatingIfNeeded: token))
            hashes.append(TokenText.hash(of: token, in: view))
            let value = view.values[token]
            if value.kind == .word {
                if value.shape == .upper { upper += 1 } else if value.shape != .none { other += 1 }
            } else if value.kind == .punctuation, view.firstByte(token) == 0x3F {
                isQuestion = true
            }
        }
        hasMixedCapitals = upper > 0 && other > 0
    }

    private mutating func readItems() {
        items.removeAll(keepingCapacity: true)
        var index = 0
        var followsComma = false
        while index < content.count {
            let token = Int(content[index])
            if view.length(token) == 1, view.firstByte(token) == 0x2C {
                followsComma = true
                index += 1
                continue
            }
            var item = SentenceItem(first: content[index], last: content[index])
            item.followsComma = followsComma
            followsComma = false
            var next = index + 1
            var found = lexicon.index(of: hashes[index])
            if let position = found, lexicon.entries[position].longestPhrase > 0,
                let (phrase, count) = phrase(at: index, longest: Int(lexicon.entries[position].longestPhrase))
            {
                found = phrase
                next = index + count
                item.last = content[next - 1]
            } else if found == nil, view.values[token].kind == .word || view.values[token].kind == .emoji {
                found = TokenText.shortened(token, in: view).flatMap {
                    lexicon.index(of: $0.twice) ?? lexicon.index(of: $0.once)
                }
                item.isElongated = found != nil
            }
            if let found {
                item.entry = Int32(truncatingIfNeeded: found)
                item.roles = lexicon.entries[found].roles
                if isBusiness, item.roles.contains(.inBusiness) {
                    if lexicon.entries[found].businessPrior == 0 {
                        item.roles.remove(.valence)
                    } else {
                        item.roles.insert(.valence)
                    }
                }
            }
            items.append(item)
            index = next
        }
    }

    /// The longest phrase of the lexicon that begins at a token, and the number of its tokens.
    private func phrase(at start: Int, longest: Int) -> (entry: Int, count: Int)? {
        var bits = hashes[start].bits
        var best: (Int, Int)?
        for count in 2...max(2, longest) where start + count <= hashes.count {
            bits = SentimentLexicon.join(bits, hashes[start + count - 1])
            if let entry = lexicon.index(ofPhrase: bits) { best = (entry, count) }
        }
        return best
    }

    private mutating func readClauses() {
        var clause: Int16 = 0
        for index in items.indices {
            let roles = items[index].roles
            let isBreak =
                roles.contains(.contrast) || roles.contains(.concession) || roles.contains(.opener)
                || TokenText.isClauseBreak(Int(items[index].first), in: view)
                || items[index].followsComma && !continuesList(at: index)
                || isNegationOfItsOwn(index)
            if isBreak, index > 0 { clause &+= 1 }
            items[index].clause = clause
        }
    }

    /// Whether *and* before a negation begins another thing that is said: *lacks comfort and fails to help*.
    private func isNegationOfItsOwn(_ index: Int) -> Bool {
        let first = Int(items[index].first)
        return items[index].roles.contains(.negator) && first > 0
            && TokenText.hash(of: first - 1, in: view) == TokenText.and
    }

    /// Whether a comma before an item parts things of a list that ends in *or*, all of which one negation
    /// reaches.
    private func continuesList(at index: Int) -> Bool {
        for other in index..<min(index + 5, items.count) {
            let hash = hash(ofItem: other)
            if hash == TokenText.or || hash == TokenText.nor { return true }
            if other > index, items[other].followsComma { continue }
        }
        return false
    }

    private func hash(ofItem index: Int) -> LowercaseHash { TokenText.hash(of: Int(items[index].first), in: view) }
}

// MARK: - Composing

extension Composer {
    private mutating func addTerm(at index: Int) {
        let item = items[index]
        let entry = entry(of: index)
        let usesBusiness = isBusiness && item.roles.contains(.inBusiness)
        let prior = Double(usesBusiness ? entry.businessPrior : entry.prior)
        guard prior != 0, !(item.roles.contains(.intensifier) && precedesValence(index)) else { return }
        if item.roles.contains(.negator), hash(ofItem: index) == TokenText.no, precedesValence(index) { return }
        var reason: SentimentReason = .lexicon
        if usesBusiness { reason.insert(.business) }
        terms.append(
            composed(
                ComposedTerm(
                    span: span(of: index),
                    first: item.first,
                    clause: item.clause,
                    prior: prior,
                    value: prior,
                    reason: reason,
                    item: Int32(truncatingIfNeeded: index)
                )
            )
        )
    }

    /// A term with all that its clause changes.
    private mutating func composed(_ term: ComposedTerm) -> ComposedTerm {
        var term = term
        let index = Int(term.item)
        let item = items[index]
        // A face means what it shows, whatever the words around it say.
        if view.values[Int(item.first)].kind == .emoji { return term }
        let sign = term.value < 0 ? -1.0 : 1.0
        var added = 0.0
        if hasMixedCapitals, view.values[Int(item.first)].shape == .upper {
            added += CompositionConstants.capitals
            term.reason.insert(.capitals)
        }
        if item.isElongated {
            added += CompositionConstants.elongation
            term.reason.insert(.elongation)
        }
        var negations = 0
        var distance = 1
        var back = index - 1
        while back >= 0, distance <= CompositionConstants.negationReach, items[back].clause == item.clause {
            let roles = items[back].roles
            if roles.contains(.intensifier), distance <= CompositionConstants.intensifierDecay.count {
                let amount = Double(self.entry(of: back).amount)
                added += amount * CompositionConstants.intensifierDecay[distance - 1]
                term.reason.insert(amount > 0 ? .intensifier : .dampener)
            }
            if roles.contains(.negator) {
                negations += 1
                items[back].hasReversed = true
            }
            if roles.contains(.condition) { term.reason.insert(.condition) }
            back -= 1
            distance += 1
        }
        while back >= 0, items[back].clause == item.clause {
            if items[back].roles.contains(.condition) { term.reason.insert(.condition) }
            back -= 1
        }
        // A dampener takes from a valence but never reverses it.
        term.value = sign * max(abs(term.value) + added, abs(term.value) * 0.1)
        if negations % 2 == 1 {
            let isSuperlative = item.roles.contains(.superlative)
            term.value *= isSuperlative ? CompositionConstants.negatedSuperlative : CompositionConstants.negation
            term.reason.insert(.negation)
            if isSuperlative { term.reason.insert(.superlative) }
        }
        if term.reason.contains(.condition) { term.value *= CompositionConstants.condition }
        if isQuestion {
            term.value *= CompositionConstants.question
            term.reason.insert(.question)
        }
        return term
    }

    /// Whether an item with a valence stands one or two words behind, in the same clause.
    private func precedesValence(_ index: Int) -> Bool {
        for other in (index + 1)..<max(index + 1, min(index + 3, items.count))
        where items[other].clause == items[index].clause {
            if items[other].roles.contains(.valence) { return true }
        }
        return false
    }

    /// Weighs what stands on the two sides of the last *but*, and in clauses with *although*.
    private mutating func weighContrast() {
        if let last = items.lastIndex(where: { $0.roles.contains(.contrast) }), last > 0,
            terms.contains(where: { $0.item < last }), terms.contains(where: { $0.item > last })
        {
            for index in terms.indices {
                terms[index].value *=
                    terms[index].item < last
                    ? CompositionConstants.beforeContrast : CompositionConstants.afterContrast
                terms[index].reason.insert(.contrast)
            }
        }
        for index in items.indices where items[index].roles.contains(.concession) {
            let clause = items[index].clause
            for position in terms.indices where terms[position].clause == clause && terms[position].item > index {
                terms[position].value *= CompositionConstants.concession
                terms[position].reason.insert(.contrast)
            }
        }
    }

    /// Adds what exclamation marks do to the sum of the sentence.
    private mutating func addPunctuation() {
        let sum = terms.reduce(0) { $0 + $1.value }
        guard sum != 0 else { return }
        var marks = 0
        var place: Span?
        var first: Int32 = 0
        for token in content {
            let position = Int(token)
            guard view.values[position].kind == .punctuation, view.firstByte(position) == 0x21 else { continue }
            marks += view.length(position)
            place = place.map { Span(start: $0.start, end: view.spans[position].end) } ?? view.spans[position]
            if place?.start == view.spans[position].start { first = token }
        }
        guard let place else { return }
        let value = Double(min(marks, 4)) * CompositionConstants.exclamation * (sum < 0 ? -1 : 1)
        terms.append(
            ComposedTerm(
                span: place,
                first: first,
                clause: items.last?.clause ?? 0,
                prior: value,
                value: value,
                reason: .punctuation,
                item: Int32(truncatingIfNeeded: items.count)
            )
        )
    }
}

// MARK: - Changes

extension Composer {
    /// Reads what becomes more or less: *profits fell*, *fewer delays*.
    private mutating func readChanges() {
        guard items.contains(where: { !$0.roles.isDisjoint(with: [.increase, .decrease]) }) || isBusiness else {
            return
        }
        var bound: Set<Int> = []
        for index in items.indices {
            let roles = items[index].roles
            guard !roles.isDisjoint(with: [.increase, .decrease]) else { continue }
            let direction = roles.contains(.increase) ? 1.0 : -1.0
            var prior = 0.0
            if let quantity = nearestQuantity(to: index) {
                let isGood = items[quantity].roles.contains(.desirable)
                prior = direction * (isGood ? 1 : -1)
                prior *= isBusiness ? CompositionConstants.businessChange : CompositionConstants.change
                bound.insert(quantity)
                items[quantity].isSpent = true
            } else if isBusiness, isNearPercentage(index) {
                prior = direction * CompositionConstants.businessPercentage
            }
            guard prior != 0 else { continue }
            items[index].isSpent = true
            appendChange(at: index, prior: prior, reason: .change)
        }
        if isBusiness { readComparisons(except: bound) }
    }

    mutating func appendChange(at index: Int, prior: Double, reason: SentimentReason) {
        terms.append(
            composed(
                ComposedTerm(
                    span: span(of: index),
                    first: items[index].first,
                    clause: items[index].clause,
                    prior: prior,
                    value: prior,
                    reason: isBusiness ? reason.union(.business) : reason,
                    item: Int32(truncatingIfNeeded: index)
                )
            )
        )
    }

    /// The nearest thing whose growth is good or bad, before or behind.
    private func nearestQuantity(to index: Int) -> Int? {
        for distance in 1...CompositionConstants.changeReach {
            for other in [index - distance, index + distance] where items.indices.contains(other) {
                if !items[other].roles.isDisjoint(with: [.desirable, .undesirable]),
                    isReachable(other, from: index)
                {
                    // Of *the loss narrowed* and *net loss*, the bad thing says more than what it is a loss of.
                    return other
                }
            }
        }
        return nil
    }

    /// Whether no mark that ends a clause stands between two items; commas may.
    private func isReachable(_ other: Int, from index: Int) -> Bool {
        let range = min(index, other)..<max(index, other)
        return !range.contains {
            TokenText.isClauseBreak(Int(items[$0].first), in: view) || items[$0].roles.contains(.contrast)
        }
    }

    private func isNearPercentage(_ index: Int) -> Bool {
        (index..<min(index + CompositionConstants.changeReach, items.count)).contains { other in
            let token = Int(items[other].first)
            let hash = TokenText.hash(of: token, in: view)
            return view.firstByte(token) == 0x25 || hash == TokenText.percent || hash == TokenText.pct
        }
    }
}
