import PostilCore
import PostilText

extension Composer {
    /// Reads what becomes more or less: *profits fell*, *fewer delays*.
    mutating func readChanges() {
        guard !roles.isDisjoint(with: [.increase, .decrease]) || isBusiness else { return }
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
