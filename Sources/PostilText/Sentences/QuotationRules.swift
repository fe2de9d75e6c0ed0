import PostilCore

/// What is certain about gaps beside quotation marks.
enum QuotationRules {
    /// The decision for the gap behind a stop, or behind a closing mark behind one; nil where it is open.
    static func decision(behind token: Int, isQuoted: Bool, in view: TokenView) -> BoundaryDecision? {
        let next = token + 1
        if view.endsInStop(token), !isQuoted, opensQuotation(next, in: view), !isTitle(token, in: view) {
            return .ends(.quotationOpens)
        }
        guard token > 0, view.isQuotationCloser(token), view.gap(after: token - 1) == 0, view.isStop(token - 1) else {
            return nil
        }
        // A statement that is reported ends in a comma, not in a point.
        if view.firstByte(token - 1) != 0x2E, isReportingClause(from: next, in: view) {
            return .goesOn(.reportingClause)
        }
        return view.isCapitalized(next) ? .ends(.quotationCloses) : nil
    }

    /// Whether the token is a title, which goes with the nickname behind it: *Dr. "Bones" Wu*.
    private static func isTitle(_ token: Int, in view: TokenView) -> Bool {
        Abbreviation(endingAt: token, in: view)?.classes.contains(.title) ?? false
    }

    /// Whether the token is an opening quotation mark before a capital: it has white space before it and
    /// none behind.
    private static func opensQuotation(_ token: Int, in view: TokenView) -> Bool {
        guard token + 1 < view.count, view.gap(after: token) == 0, view.isCapitalized(token + 1) else { return false }
        switch view.length(token) {
        case 1: return view.firstByte(token) == 0x22 || view.firstByte(token) == 0x27
        case 2: return view.firstByte(token) == 0x60
        case 3:
            return view.firstByte(token) == 0xE2 && view.bytes[view.start(token) + 1] == 0x80
                && (view.lastByte(token) == 0x98 || view.lastByte(token) == 0x9C)
        default: return false
        }
    }

    /// Whether a clause such as *Cissie asked* or *Mr. Pye said* follows: at most three tokens with capitals,
    /// then a verb of speech.
    private static func isReportingClause(from start: Int, in view: TokenView) -> Bool {
        for token in start..<max(start, min(view.count, start + 4)) {
            if token > start, verbs.contains(view.values[token].hash) { return true }
            guard view.isCapitalized(token) || view.isStop(token) else { return false }
        }
        return false
    }

    private static let verbs = WordSet(
        """
        said says asked asks replied replies answered cried whispered shouted added murmured muttered exclaimed
        remarked observed continued repeated insisted called yelled demanded declared laughed sighed snapped inquired
        enquired agreed admitted announced explained suggested warned wondered wrote told
        """
    )
}
