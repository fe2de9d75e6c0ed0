/// The outer strings between marks, by the token at which they begin.
struct StringIndex {
    private let strings: [MarkedString]
    private let firsts: [Int]

    init(_ strings: [MarkedString]) {
        self.strings = strings.filter { $0.parent == nil && $0.hasOpener }
        firsts = self.strings.map(\.first)
    }

    /// The string that begins at the token.
    ///
    /// - Complexity: O(log n).
    func string(at token: Int) -> MarkedString? {
        let position = position(startingAtOrAfter: token)
        return position < firsts.count && firsts[position] == token ? strings[position] : nil
    }

    /// The string that the token lies in, its marks included.
    func string(around token: Int) -> MarkedString? {
        let position = position(startingAtOrAfter: token + 1) - 1
        guard position >= 0, strings[position].end > token else { return nil }
        return strings[position]
    }

    /// The strings that begin in a range.
    func strings(in range: Range<Int>) -> ArraySlice<MarkedString> {
        let lower = position(startingAtOrAfter: range.lowerBound)
        return strings[lower..<max(lower, position(startingAtOrAfter: range.upperBound))]
    }

    private func position(startingAtOrAfter token: Int) -> Int {
        var lower = 0
        var upper = firsts.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if firsts[middle] < token { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}
