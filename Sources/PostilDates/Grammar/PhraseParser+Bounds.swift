import PostilCore

extension PhraseParser {
    /// *about*, *more than*, *at least*, *up to*, *nearly*, *less than*.
    func boundPrefix(_ index: Int) -> (modifier: TimeModifier, end: Int)? {
        if has(index, .approximator), !isWord(index, PhraseParser.exactWords) {
            if has(index + 1, [.bound, .the]) && boundPrefix(index + 1) != nil { return boundPrefix(index + 1) }
            return (.approximate, index + 1)
        }
        if has(index, .approximator) { return nil }
        guard has(index, .bound) || has(index, .at) else { return nil }
        let code = word(index).value
        if has(index, .at), has(index + 1, .bound) {
            let second = word(index + 1).value
            return second == 3 ? (.equalOrMore, index + 2) : second == 4 ? (.equalOrLess, index + 2) : nil
        }
        if code == 1 || code == 2, has(index + 1, .bound), word(index + 1).value == 5 {
            return (code == 1 ? .moreThan : .lessThan, index + 2)
        }
        if code == 6, has(index + 1, .bound), has(index + 2, .bound), word(index + 2).value == 5 {
            return (word(index + 1).value == 1 ? .equalOrLess : .equalOrMore, index + 3)
        }
        if isWord(index, PhraseParser.overWords) { return (.moreThan, index + 1) }
        if isWord(index, PhraseParser.underWords) { return (.lessThan, index + 1) }
        if isWord(index, PhraseParser.upWords), has(index + 1, .until) { return (.equalOrLess, index + 2) }
        return nil
    }
}
