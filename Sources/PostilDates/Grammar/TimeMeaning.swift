/// What an expression says before it is resolved.
indirect enum TimeMeaning: Hashable, Sendable {
    /// Only a time of day.
    case moment
    /// Fields of the calendar.
    case calendar(CalendarFields)
    /// Units away from the one that holds the reference date, or the date last mentioned.
    case offset(Int, TimeUnit, isFromMention: Bool)
    /// *last Friday*, *next March*, *this summer*.
    case directed(Direction, CalendarFields)
    /// *two weeks ago* (-1), *three days later* (1).
    case shifted(Length, Int, isFromMention: Bool)
    /// *two days before Christmas*.
    case relative(Length, Int, TimeMeaning)
    /// *three Fridays from now*: so many of a weekday away.
    case counted(Int, weekday: Int)
    /// A feast, in a year where one is named.
    case holiday(Int, CalendarFields, Direction?)
    /// *the first week of May*; the last for -1. The third is the weekday meant, or 0.
    case nth(Int, TimeUnit, weekday: Int, of: TimeMeaning)
    /// A length.
    case duration(Length)
    /// A stretch of a length before (-1) or after (1) the reference date: *the past two months*.
    case stretch(Length, Int)
    /// A recurrence.
    case recurring(Recurrence)
    /// The present (1), the past (2) or the future (3).
    case reference(Int)
    /// A time that refers to another in the text which is not known.
    case unknown

    /// The unit that the expression is exact to.
    var grain: TimeUnit? {
        switch self {
        case .moment: .hour
        case .calendar(let fields), .directed(_, let fields): fields.grain
        case .offset(_, let unit, _): unit
        case .shifted(let length, _, _), .relative(let length, _, _), .duration(let length), .stretch(let length, _):
            length.unit
        case .holiday, .counted: .day
        case .nth(_, let unit, _, _): unit
        case .recurring, .reference, .unknown: nil
        }
    }

    /// Whether it is a day or part of a day, so that a time of day may be added.
    var isDay: Bool {
        switch self {
        case .moment: false
        case .shifted(let length, _, _), .relative(let length, _, _): length.unit == .day
        case .duration, .stretch, .recurring, .reference, .unknown: false
        default: grain == .day
        }
    }
}

/// A recurrence.
struct Recurrence: Hashable, Sendable {
    /// The TIMEX3 value.
    var value: String
    /// TIMEX3's `quant`.
    var quantifier: String?
    /// TIMEX3's `freq`.
    var frequency: String?
}
