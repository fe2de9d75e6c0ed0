/// An ellipsis of three points with spaces between, as style guides for quotations print it: `. . .`
enum SpacedEllipsis {
    /// Whether, behind a stop that ends a word, three spaced points and then a capital follow, so that
    /// the sentence ends and the points open the next.
    static func begins(after token: Int, in view: TokenView) -> Bool {
        guard token > 0, view.gap(after: token - 1) == 0 || view.length(token) > 1 else { return false }
        var points = 0
        var next = token + 1
        while next < view.count, view.length(next) == 1, view.firstByte(next) == 0x2E,
            view.gap(after: next - 1) > 0
        {
            points += 1
            next += 1
        }
        return points == 3 && next < view.count && view.isCapitalized(next)
    }
}
