import PostilCore

/// What is certain about gaps in and before legal citations: *Gold v. Abbott, 9 F.3d 1 (9th Cir. 2001).*
enum CitationRules {
    /// The decision for the gap behind an abbreviation of the law, or behind *v.*; nil where it is open.
    static func decision(behind abbreviation: Abbreviation, in view: TokenView) -> BoundaryDecision? {
        let next = abbreviation.point + 1
        if isVersus(abbreviation, in: view), view.isCapitalized(next) || view.values[next].kind == .punctuation {
            return .goesOn(.versus)
        }
        let isShortForm = shortForms.contains(abbreviation.hash)
        guard isShortForm || abbreviation.classes.contains(.legal) else { return nil }
        if view.gap(after: abbreviation.point) == 0 || continues(at: next, in: view) { return .goesOn(.citation) }
        return isShortForm && view.isCapitalized(next) ? .ends(.opener) : nil
    }

    /// Whether a citation of its own begins with the token: a short form, a section sign, or a volume and
    /// its reporter.
    static func begins(with token: Int, in view: TokenView) -> Bool {
        let first = view.firstByte(token)
        if first == 0xC2, view.bytes[view.start(token) + 1] == 0xA7 { return true }
        guard token + 1 < view.count else { return false }
        if first == 0x49, view.length(token) <= 5 {
            return shortForms.contains(view.values[token].hash)
                || Abbreviation(endingAt: token + 1, in: view).map { shortForms.contains($0.hash) } ?? false
        }
        guard view.values[token].kind == .number, view.isCapitalized(token + 1) else { return false }
        return [token + 1, token + 2].contains { candidate in
            guard candidate < view.count, let abbreviation = Abbreviation(endingAt: candidate, in: view) else {
                return false
            }
            return abbreviation.word == token + 1
                && (abbreviation.classes.contains(.legal) || isReporter(abbreviation, in: view))
        }
    }

    /// Whether the abbreviation is that of a reporter which is a place's or series' name elsewhere: *U.S.*,
    /// *F.*
    private static func isReporter(_ abbreviation: Abbreviation, in view: TokenView) -> Bool {
        let shape = view.values[abbreviation.word].shape
        return shape == .initial || shape == .upper || !abbreviation.classes.isDisjoint(with: [.initials, .place])
    }

    /// Whether the abbreviation stands between the parties of a case.
    private static func isVersus(_ abbreviation: Abbreviation, in view: TokenView) -> Bool {
        guard versus.contains(abbreviation.hash), abbreviation.word > 0 else { return false }
        let before = abbreviation.word - 1
        return view.isCapitalized(before) || view.values[before].kind == .punctuation || view.lastByte(before) == 0x2E
    }

    /// Whether what follows can stand inside a citation: a number, a section sign, a bracket, another
    /// abbreviation, or a lower-case word such as *at*.
    private static func continues(at next: Int, in view: TokenView) -> Bool {
        let kind = view.values[next].kind
        if kind == .number || kind == .punctuation || kind == .symbol || view.startsLower(next) { return true }
        return Abbreviation(endingAt: next, in: view) != nil
            || next + 1 < view.count && Abbreviation(endingAt: next + 1, in: view)?.word == next
    }

    private static let versus = WordSet("v. vs.")

    private static let shortForms = WordSet("id. ibid. ib.")
}
