import PostilCore
import PostilText

extension Composer {
    /// Words that stand between a figure and the earlier one it is compared with.
    private static let cues = Set(
        ["compared", "from", "versus", "vs", "against", "than", "earlier"].map { LowercaseHash(word: $0) }
    )

    /// Reads figures beside earlier ones, *a profit of 5.1 m compared with 4.2 m*: the thing is bigger or
    /// smaller than it was, or is no longer a loss.
    mutating func readComparisons(except bound: Set<Int>) {
        guard bound.isEmpty else { return }
        var index = 0
        while index < items.count {
            defer { index += 1 }
            guard !items[index].roles.isDisjoint(with: [.desirable, .undesirable]), !items[index].isSpent,
                let first = figure(behind: index), let cue = cue(behind: first.item),
                let second = figure(behind: cue)
            else { continue }
            let isGood = items[index].roles.contains(.desirable)
            let wasGood = quality(between: cue, and: second.item) ?? isGood
            let change: Double
            if isGood != wasGood {
                change = isGood ? 1 : -1
            } else if first.value != second.value {
                change = (first.value > second.value) == isGood ? 1 : -1
            } else {
                continue
            }
            items[index].isSpent = true
            appendChange(
                at: index,
                prior: change * CompositionConstants.businessChange,
                reason: .comparison
            )
            return
        }
    }

    /// The first number behind an item, and its item.
    private func figure(behind index: Int) -> (value: Double, item: Int)? {
        for other in (index + 1)..<max(index + 1, min(index + 10, items.count)) {
            let token = Int(items[other].first)
            guard view.values[token].kind == .number || view.firstByte(token) &- 0x30 < 10 else { continue }
            if let value = number(token), !(1900...2100).contains(value) { return (value, other) }
        }
        return nil
    }

    private func cue(behind index: Int) -> Int? {
        ((index + 1)..<max(index + 1, min(index + 10, items.count))).first { other in
            Composer.cues.contains(TokenText.hash(of: Int(items[other].first), in: view))
        }
    }

    /// Whether the thing named between two items is good; nil where none is named.
    private func quality(between first: Int, and last: Int) -> Bool? {
        for index in first..<last {
            if items[index].roles.contains(.undesirable) { return false }
            if items[index].roles.contains(.desirable) { return true }
        }
        return nil
    }

    /// The value of digits with points and commas; nil where the token has others.
    private func number(_ token: Int) -> Double? {
        var value = 0.0
        var divisor = 0.0
        for byte in view.bytes[view.start(token)..<view.end(token)] {
            if byte == 0x2C { continue }
            if byte == 0x2E {
                guard divisor == 0 else { return nil }
                divisor = 1
                continue
            }
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Double(byte &- 0x30)
            divisor *= 10
        }
        return divisor > 0 ? value / divisor : value
    }
}
