import PostilCore

/// What stands before the first sentence of a paragraph and belongs to it: the marker of a list item or an
/// emoji in its place, a dash of dialogue, the signs of a quoted message, a time in brackets, a speaker's
/// name in capitals, a dateline.
enum ParagraphOpening {
    /// The token at which the first sentence's own words begin; no sentence ends before it.
    static func end(of paragraph: Range<Int>, in view: TokenView) -> Int {
        var token = paragraph.lowerBound
        token = skipMarkers(from: token, before: paragraph.upperBound, in: view)
        token = skipBrackets(from: token, before: paragraph.upperBound, in: view)
        token = skipLabel(from: token, before: paragraph.upperBound, in: view)
        token = skipDateline(from: token, before: paragraph.upperBound, in: view)
        return min(token, paragraph.upperBound - 1)
    }

    /// The most tokens of a label or a bracket.
    private static let labelLimit = 6

    /// The most tokens of a dateline.
    private static let datelineLimit = 12

    private static func skipMarkers(from start: Int, before end: Int, in view: TokenView) -> Int {
        var token = start
        while token < end {
            if let marker = ListMarker(at: token, in: view) {
                while token < end, view.end(token) <= marker.end { token += 1 }
            } else if isDash(token, in: view) || view.firstByte(token) == 0x3E || isInitial(token, in: view)
                || view.values[token].kind == .emoji
            {
                token += 1
            } else {
                break
            }
        }
        return token
    }

    /// Behind a bracket that holds a time or a count, not a bare number: `[00:04]`, `(2/5)`.
    private static func skipBrackets(from start: Int, before end: Int, in view: TokenView) -> Int {
        guard start < end, view.length(start) == 1, view.firstByte(start) == 0x5B || view.firstByte(start) == 0x28
        else {
            return start
        }
        let closer: UInt8 = view.firstByte(start) == 0x5B ? 0x5D : 0x29
        var hasTime = false
        for token in (start + 1)..<max(start + 1, min(end, start + labelLimit)) {
            if view.firstByte(token) == closer { return hasTime ? token + 1 : start }
            let mark = view.length(token) > 2 && view.bytes[view.start(token) + 1] == 0x2F
            hasTime = hasTime || mark || view.values[token].kind == .time
        }
        return start
    }

    /// Behind a name in capitals with a colon: `AGENT:`, `MR. PYE:`, `Q:`.
    private static func skipLabel(from start: Int, before end: Int, in view: TokenView) -> Int {
        for token in start..<max(start, min(end, start + labelLimit)) {
            if token > start, view.length(token) == 1, view.firstByte(token) == 0x3A { return token + 1 }
            let shape = view.values[token].shape
            guard shape == .upper || shape == .initial || shape == .none && view.firstByte(token) == 0x2E else { break }
        }
        return start
    }

    /// Behind the dash of a dateline, which begins with a place in capitals: `LONDON, May 3 —`.
    private static func skipDateline(from start: Int, before end: Int, in view: TokenView) -> Int {
        guard start < end, view.values[start].shape == .upper else { return start }
        for token in (start + 1)..<max(start + 1, min(end, start + datelineLimit)) {
            if isDash(token, in: view) || view.length(token) == 2 && view.firstByte(token) == 0x2D { return token + 1 }
            if view.isStop(token) { break }
        }
        return start
    }

    /// Whether the token is a dash with white space behind it.
    private static func isDash(_ token: Int, in view: TokenView) -> Bool {
        guard token + 1 < view.count, view.gap(after: token) > 0 else { return false }
        if view.length(token) == 1 { return view.firstByte(token) == 0x2D }
        return view.length(token) == 3 && view.firstByte(token) == 0xE2 && view.bytes[view.start(token) + 1] == 0x80
            && (0x92...0x95).contains(view.lastByte(token))
    }

    /// Whether the token is a capital with a point, as before the turns of a hearing (*Q.*) and in names.
    private static func isInitial(_ token: Int, in view: TokenView) -> Bool {
        view.values[token].shape == .initial && view.length(token) == 2 && view.lastByte(token) == 0x2E
    }
}
