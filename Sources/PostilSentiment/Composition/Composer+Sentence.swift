import PostilCore
import PostilText

extension Composer {
    /// Weighs what stands on the two sides of the last *but*, and in clauses with *although*.
    mutating func weighContrast() {
        guard !roles.isDisjoint(with: [.contrast, .concession]) else { return }
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
    mutating func addPunctuation() {
        let sum = terms.reduce(0) { $0 + $1.value }
        guard sum != 0 else { return }
        var marks = 0
        var place: Span?
        var first: Int32 = 0
        for token in content {
            let position = Int(token)
            guard view.values[position].kind == .punctuation, view.firstByte(position) == 0x21 else { continue }
            marks += view.length(position)
            place = view.spans[position]
            first = token
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
