import PostilCore

/// What an abbreviation's class says about the gap behind it, where that is certain.
enum AbbreviationRules {
    /// The decision for the gap behind a token that ends in a point; nil where the model is to decide.
    static func decision(behind token: Int, from sentenceStart: Int, in view: TokenView) -> BoundaryDecision? {
        let next = token + 1
        if isInitialOfName(token, in: view) { return .goesOn(.initial) }
        guard let abbreviation = Abbreviation(endingAt: token, in: view) else { return nil }
        if let decision = CitationRules.decision(behind: abbreviation, in: view) { return decision }
        let classes = abbreviation.classes
        if classes.contains(.title), view.isCapitalized(next), !classes.contains(.address) {
            return .goesOn(.title)
        }
        if classes.contains(.dayHalf), isTitle(next, in: view) {
            return isFronted(token, from: sentenceStart, in: view) ? .goesOn(.frontedTime) : .ends(.timeBeforeTitle)
        }
        if classes.contains(.reference), view.values[next].kind == .number { return .goesOn(.numberReference) }
        if isInside(abbreviation, in: view) { return .goesOn(.abbreviation) }
        if classes.isDisjoint(with: [.title, .latin, .legal, .reference]), view.isCapitalized(next),
            SentenceOpeners.isOpener(next, in: view)
        {
            return .ends(.opener)
        }
        return nil
    }

    /// Whether a lower-case word follows, or the number that an abbreviation such as *max.* goes with.
    private static func isInside(_ abbreviation: Abbreviation, in view: TokenView) -> Bool {
        let next = abbreviation.point + 1
        let classes = abbreviation.classes
        if view.startsLower(next) { return !classes.contains(.listEnd) }
        return view.values[next].kind == .number && classes.contains(.other) && !classes.contains(.unit)
            && view.values[abbreviation.word].shape == .lower
    }

    /// Whether the token ends a capital with a point before a name, or between its parts: *by M. Duval*,
    /// *Albert I. Jones*. The point of an *I* is a token of its own.
    private static func isInitialOfName(_ token: Int, in view: TokenView) -> Bool {
        let letter = view.length(token) == 1 ? token - 1 : token
        guard letter > 0, view.values[letter].shape == .initial, view.end(token) - view.start(letter) == 2,
            view.gap(after: letter - 1) > 0
        else { return false }
        return isNamePart(token + 1, in: view) && view.values[token + 1].shape == .capitalized
            && (isNamePart(letter - 1, in: view) || precedesName(letter - 1, in: view))
    }

    /// Whether the token is a lower-case word that a name often follows, such as a preposition.
    private static func precedesName(_ token: Int, in view: TokenView) -> Bool {
        view.isLowerWord(token) && SentenceOpeners.contains(view.values[token].hash)
    }

    private static func isNamePart(_ token: Int, in view: TokenView) -> Bool {
        let shape = view.values[token].shape
        return (shape == .capitalized || shape == .initial) && !SentenceOpeners.contains(view.values[token].hash)
    }

    private static func isTitle(_ token: Int, in view: TokenView) -> Bool {
        view.isCapitalized(token) && Abbreviation(endingAt: token, in: view)?.classes.contains(.title) ?? false
    }

    /// Whether the sentence so far is a phrase of time put in front: *At 5 a.m.*
    private static func isFronted(_ token: Int, from sentenceStart: Int, in view: TokenView) -> Bool {
        token - sentenceStart <= 5 && SentenceOpeners.isPreposition(view.values[sentenceStart].hash)
    }
}
