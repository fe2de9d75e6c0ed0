import PostilFormats

/// The ledgers of sentiment, cut to what a page can show.
enum Ledger {
    /// How many terms of a ledger a page keeps: a whole document's has thousands, nearly all of them small.
    static let keptTerms = 24

    /// An object of sentiment with its largest contributions, in the order of the text, and how many are left out.
    ///
    /// - Complexity: O(n log n).
    static func shortened(_ judgement: JSONValue) -> JSONValue {
        guard var object = judgement.object, let given = object["terms"]?.array else { return judgement }
        let terms = given.map(rounded)
        object["terms"] = .array(terms)
        guard terms.count > keptTerms else { return .object(object) }
        func size(_ index: Int) -> Double { abs(terms[index]["contribution"]?.double ?? 0) }
        let kept = terms.indices.sorted { (size($1), $0) < (size($0), $1) }.prefix(keptTerms).sorted()
        object["terms"] = .array(kept.map { terms[$0] })
        object["terms left out"] = .integer(terms.count - kept.count)
        return .object(object)
    }

    /// A term with its contribution to four decimals, of which the page shows two.
    private static func rounded(_ term: JSONValue) -> JSONValue {
        guard var object = term.object, let share = object["contribution"]?.double, abs(share) < 1e9 else {
            return term
        }
        object["contribution"] = .number("\((share * 10_000).rounded() / 10_000)")
        return .object(object)
    }
}
