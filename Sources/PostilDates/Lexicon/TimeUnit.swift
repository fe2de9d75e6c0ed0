/// A unit of time, from short to long.
enum TimeUnit: Int, Hashable, Sendable, Comparable {
    case second = 1, minute, hour, day, week, weekend, fortnight, month, quarter, season, half, year, decade, century,
        millennium

    static func < (left: TimeUnit, right: TimeUnit) -> Bool { left.rawValue < right.rawValue }

    /// The letter of ISO 8601 and TIMEX3; times of day stand behind a `T`.
    var letter: String {
        switch self {
        case .second: "S"
        case .minute: "M"
        case .hour: "H"
        case .day: "D"
        case .week: "W"
        case .weekend: "WE"
        case .fortnight: "W"
        case .month: "M"
        case .quarter: "Q"
        case .season: "SEASON"
        case .half: "M"
        case .year: "Y"
        case .decade: "DE"
        case .century: "CE"
        case .millennium: "ML"
        }
    }

    /// Whether the unit is shorter than a day.
    var isOfClock: Bool { self <= .hour }

    /// The name that records show as the grain.
    var name: String {
        switch self {
        case .second: "second"
        case .minute: "minute"
        case .hour: "hour"
        case .day: "day"
        case .week: "week"
        case .weekend: "weekend"
        case .fortnight: "week"
        case .month: "month"
        case .quarter: "quarter"
        case .season: "season"
        case .half: "half"
        case .year: "year"
        case .decade: "decade"
        case .century: "century"
        case .millennium: "millennium"
        }
    }
}
