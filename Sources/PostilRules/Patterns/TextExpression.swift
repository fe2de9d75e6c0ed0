/// A regular expression over a whole text, or a plain text with `*` and `?` for what may vary.
///
/// All states are followed at once (Thompson, *Regular Expression Search Algorithm*, 1968), so that no expression and
/// no text take more than the product of their lengths.
struct TextExpression: Sendable {
    /// A step of the automaton.
    enum Step: Sendable, Equatable {
        /// Takes a scalar in one of the ranges, or in none of them.
        case scalar(ranges: [ClosedRange<UInt32>], isNegated: Bool)
        /// Goes on at either of two steps.
        case split(Int, Int)
        /// Goes on elsewhere.
        case jump(Int)
        /// The text matches if it ends here.
        case match
    }

    /// The text itself, where nothing varies: the common case.
    let literal: [UInt8]?

    /// Whether capitals count.
    let ignoresCase: Bool

    private let steps: [Step]

    /// The expression that only `text` matches.
    init(literal text: String, ignoresCase: Bool = false) {
        literal = ignoresCase ? Array(text.lowercased().utf8) : Array(text.utf8)
        self.ignoresCase = ignoresCase
        steps = []
    }

    /// The expression of steps that were built.
    init(_ steps: [Step], ignoresCase: Bool) {
        literal = nil
        self.ignoresCase = ignoresCase
        self.steps = steps
    }

    /// Whether all of `text` matches.
    ///
    /// - Complexity: O(the text's length times that of the expression).
    func matches(_ text: String) -> Bool {
        let text = ignoresCase ? text.lowercased() : text
        if let literal { return text.utf8.elementsEqual(literal) }
        var current = [Bool](repeating: false, count: steps.count)
        var next = current
        add(0, to: &current)
        for scalar in text.unicodeScalars {
            for index in next.indices { next[index] = false }
            for (index, step) in steps.enumerated() where current[index] {
                if case .scalar(let ranges, let isNegated) = step,
                    ranges.contains(where: { $0.contains(scalar.value) }) != isNegated
                {
                    add(index + 1, to: &next)
                }
            }
            swap(&current, &next)
        }
        return steps.indices.contains { current[$0] && steps[$0] == .match }
    }

    /// Adds a step and those that it leads to without a scalar.
    private func add(_ index: Int, to states: inout [Bool]) {
        var open = [index]
        while let index = open.popLast() {
            guard !states[index] else { continue }
            states[index] = true
            switch steps[index] {
            case .split(let first, let second): open += [second, first]
            case .jump(let target): open.append(target)
            case .scalar, .match: break
            }
        }
    }
}
