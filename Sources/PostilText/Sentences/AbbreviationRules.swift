import PostilCore

/// What an abbreviation's class says about the gap behind it, where that is certain.
enum AbbreviationRules {
    /// The decision for the gap behind a token of two or more characters that ends in a point; nil where
    /// the model is to decide.
    static func decision(behind token: Int, in view: TokenView) -> (endsSentence: Bool, rule: BoundaryRule)? {
        let classes = Abbreviations.classification(of: view.values[token].hash)
        guard !classes.isEmpty, !isRuledOut(token, classes, in: view) else { return nil }
        let next = token + 1
        let nextIsNumber = view.values[next].kind == .number
        if classes.contains(.title), view.isCapitalized(next), !classes.contains(.address) {
            return (false, .title)
        }
        if classes.contains(.reference), nextIsNumber { return (false, .numberReference) }
        if classes.contains(.legal), citationContinues(at: next, in: view) { return (false, .citation) }
        return nil
    }

    /// Whether the abbreviation counts only with a capital or beside a number, and has neither.
    private static func isRuledOut(_ token: Int, _ classes: AbbreviationClass, in view: TokenView) -> Bool {
        classes.contains(.needsCapital) && !view.isCapitalized(token)
            || classes.contains(.needsNumber) && (token == 0 || view.values[token - 1].kind != .number)
    }

    /// Whether what follows can stand inside a citation: a number, a section sign, a bracket, another
    /// abbreviation, a name behind *v.*, or *at*.
    private static func citationContinues(at next: Int, in view: TokenView) -> Bool {
        let value = view.values[next]
        if value.kind == .number || value.kind == .punctuation || value.kind == .symbol { return true }
        return view.lastByte(next) == 0x2E && view.length(next) > 1 || view.startsLower(next)
    }
}
