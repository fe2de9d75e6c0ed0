/// An ellipsis of points with spaces between, as style guides for quotations print it: `. . .`
enum SpacedEllipsis {
    /// An ellipsis behind a stop has three points; one more tells a longer row from it.
    private static let enoughPoints = 4

    /// What is certain about the gap behind `token`; nil where it is no point of such an ellipsis, or
    /// where the model is to decide.
    static func decision(behind token: Int, from sentenceStart: Int, in view: TokenView) -> BoundaryDecision? {
        let behind = spacedPoints(from: token + 1, in: view)
        let next = token + 1 + behind
        let isSpaced = isSpacedPoint(token, in: view)
        guard behind > 0 || isSpaced else { return nil }
        let endsWord = !isSpaced && (token == 0 || view.length(token) > 1 || view.gap(after: token - 1) == 0)
        if endsWord, behind == 3, next < view.count, view.isCapitalized(next) { return .ends(.spacedEllipsis) }
        guard behind == 0 else { return .goesOn(.insideEllipsis) }
        if points(before: token, in: view) <= sentenceStart { return .goesOn(.insideEllipsis) }
        let isPronoun = view.length(next) == 1 && view.firstByte(next) == 0x49
        return view.isCapitalized(next) && !isPronoun ? nil : .goesOn(.insideEllipsis)
    }

    /// Whether the token is a point with a point on one side, white space between.
    private static func isSpacedPoint(_ token: Int, in view: TokenView) -> Bool {
        isPoint(token, in: view) && token > 0 && view.gap(after: token - 1) > 0 && endsInPoint(token - 1, in: view)
    }

    /// The first of the points that stand together with `token`.
    private static func points(before token: Int, in view: TokenView) -> Int {
        var first = token
        while first > 0, isPoint(first - 1, in: view), view.gap(after: first - 1) > 0 { first -= 1 }
        return first
    }

    /// How many points, each with white space before it, follow one another from `token` on; no more are
    /// counted than ``enoughPoints``.
    private static func spacedPoints(from token: Int, in view: TokenView) -> Int {
        var next = token
        while next < min(view.count, token + enoughPoints), isPoint(next, in: view), view.gap(after: next - 1) > 0 {
            next += 1
        }
        return next - token
    }

    private static func isPoint(_ token: Int, in view: TokenView) -> Bool {
        view.length(token) == 1 && view.firstByte(token) == 0x2E
    }

    private static func endsInPoint(_ token: Int, in view: TokenView) -> Bool { view.lastByte(token) == 0x2E }
}
