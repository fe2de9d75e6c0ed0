/// The fields of a calendar date, as far as an expression gives them.
struct CalendarFields: Hashable, Sendable {
    /// The hundreds of the year: 19 for the twentieth century's years.
    var century: Int?
    /// The tens of the year: 198 for the 1980s; below 10 where the century is open.
    var decade: Int?
    /// The year; counted backwards where ``isBeforeChrist``.
    var year: Int?
    var isBeforeChrist = false
    /// The year as units from another: *last year* is -1.
    var yearShift: YearShift?
    var isFiscal = false
    var half: Int?
    var quarter: Int?
    var season: Season?
    var month: Int?
    /// A week by ISO 8601.
    var week: Int?
    var day: Int?
    var weekday: Int?
    var isWeekend = false
    /// Whether the quarter that the text last mentioned is meant, in the year named here.
    var isReported = false
    /// The other reading of day and month, where the form allows both.
    var isSwappable = false
    /// Whether the day stands before the month in digits; nil in words, or where both may be.
    var isDayFirst: Bool?

    /// The unit that the fields are exact to; nil where there are none.
    var grain: TimeUnit? {
        if day != nil || weekday != nil { return .day }
        if isWeekend { return .weekend }
        if week != nil { return .week }
        if month != nil { return .month }
        if quarter != nil { return .quarter }
        if season != nil { return .season }
        if half != nil { return .half }
        if year != nil || yearShift != nil { return .year }
        if decade != nil { return .decade }
        return century == nil ? nil : .century
    }

    /// Whether a year is known or named relative to another.
    var hasYear: Bool { year != nil || yearShift != nil || decade != nil || century != nil }

    /// The astronomical year.
    var astronomicalYear: Int? { year.map { isBeforeChrist ? 1 - $0 : $0 } }

    init() {}

    /// The fields of a day.
    init(_ date: CivilDate) {
        if date.year > 0 {
            year = date.year
        } else {
            year = 1 - date.year
            isBeforeChrist = true
        }
        month = date.month
        day = date.day
    }

    /// The fields of the unit that holds a day.
    init(_ unit: TimeUnit, holding date: CivilDate) {
        self.init(date)
        switch unit {
        case .second, .minute, .hour, .day: break
        case .week, .weekend, .fortnight:
            let week = date.isoWeek
            month = nil
            day = nil
            year = week.year
            self.week = week.week
            isWeekend = unit == .weekend
        case .month: day = nil
        case .quarter:
            month = nil
            day = nil
            quarter = date.quarter
        case .half:
            month = nil
            day = nil
            half = date.month <= 6 ? 1 : 2
        case .season, .year:
            month = nil
            day = nil
        case .decade:
            self = CalendarFields()
            decade = date.year / 10
        case .century, .millennium:
            self = CalendarFields()
            century = date.year / 100
        }
    }
}

/// A year named relative to another.
struct YearShift: Hashable, Sendable {
    /// How many years away.
    let count: Int
    /// Whether from the year last mentioned instead of that of the reference date.
    let isFromMention: Bool
}
