import PostilCore
import PostilText

extension Composer {
    mutating func addTerm(at index: Int) {
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
    mutating func composed(_ term: ComposedTerm) -> ComposedTerm {
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
        var isBehindNor = false
        var distance = 1
        var back = index - 1
        while back >= 0, distance <= CompositionConstants.negationReach, items[back].clause == item.clause {
            let roles = items[back].roles
            if roles.contains(.intensifier), distance <= CompositionConstants.intensifierDecay.count {
                let amount = Double(self.entry(of: back).amount)
                added += amount * CompositionConstants.intensifierDecay[distance - 1]
                term.reason.insert(amount > 0 ? .intensifier : .dampener)
            }
            // *Never so good* has no negation in it.
            if roles.contains(.negator), !(hash(ofItem: back) == TokenText.never && isRaised(behind: back)) {
                // *Neither … nor* is one negation for each of the two.
                if !isBehindNor { negations += 1 }
                if hash(ofItem: back) == TokenText.nor { isBehindNor = true }
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
        if negations % 2 == 1, item.isComparative, isExcluded(index) {
            negations = 0
            added += CompositionConstants.excludedComparative
            term.reason.insert(.intensifier)
        }
        if item.isName {
            term.value *= CompositionConstants.name
            term.reason.insert(.name)
        } else if item.roles.contains(.lethal) {
            term.value *= CompositionConstants.lethal
            term.reason.insert(.lethal)
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

    /// Whether *so* or *this* stands one or two words behind.
    private func isRaised(behind index: Int) -> Bool {
        items[(index + 1)...].prefix(2).contains {
            hashes[Int($0.position)] == TokenText.so || hashes[Int($0.position)] == TokenText.this
        }
    }

    /// Whether a comparative is said to be impossible, which is the highest praise or blame: *could not be better*.
    private func isExcluded(_ index: Int) -> Bool {
        for back in stride(from: index - 1, through: max(0, index - 5), by: -1) {
            guard items[back].clause == items[index].clause else { return false }
            let hash = hash(ofItem: back)
            if hash == TokenText.could || hash == TokenText.can {
                // *It could not be better* but *it is not better than it could be*.
                return !items[index...].prefix(3).contains { hashes[Int($0.position)] == TokenText.than }
            }
        }
        return false
    }

    /// Whether an item with a valence stands one or two words behind, in the same clause.
    private func precedesValence(_ index: Int) -> Bool {
        for other in (index + 1)..<max(index + 1, min(index + 3, items.count))
        where items[other].clause == items[index].clause {
            if items[other].roles.contains(.valence) { return true }
        }
        return false
    }
}
