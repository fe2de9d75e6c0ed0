import Postil

/// A time in ISO 8601 or TIMEX3 that begins with a year, for putting in order.
struct TimelineTime: Comparable {
    let text: String
    private let year: Int
    private let rest: Substring

    /// Reads `2014-06-17`, `2014-W25`, `201` (a decade), `BC0044-03`; nil for durations and what is open.
    init?(_ text: String) {
        let isBeforeChrist = text.hasPrefix("BC")
        let body = text.dropFirst(isBeforeChrist ? 2 : 0)
        let digits = body.prefix { $0.isASCII && $0.isNumber }
        guard (2...4).contains(digits.count), let number = Int(digits) else { return nil }
        let scale = digits.count == 2 ? 100 : digits.count == 3 ? 10 : 1
        self.text = text
        year = isBeforeChrist ? -number * scale : number * scale
        rest = body.dropFirst(digits.count)
    }

    static func < (left: TimelineTime, right: TimelineTime) -> Bool {
        left.year != right.year ? left.year < right.year : left.rest < right.rest
    }
}
