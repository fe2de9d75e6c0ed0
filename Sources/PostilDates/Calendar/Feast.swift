/// How the day of a feast in a year is found.
enum Feast: Hashable, Sendable {
    /// The same day every year.
    case fixed(month: Int, day: Int)
    /// The nth weekday of a month, the last for -1, and days after it.
    case nth(Int, weekday: Int, month: Int, plus: Int = 0)
    /// Days after Western Easter.
    case easter(Int)
    /// Days after the Easter of the Orthodox churches.
    case orthodoxEaster(Int)
    /// The last such weekday on or before a day.
    case before(weekday: Int, month: Int, day: Int)
    /// A day of the Hebrew calendar.
    case hebrew(month: Int, day: Int)
    /// A day of the tabular Islamic calendar.
    case islamic(month: Int, day: Int)
    /// The first day of the Chinese year, and days after it.
    case lunarNewYear(Int)

    /// The day in `year` of the Gregorian calendar; nil where it has none.
    func day(in year: Int) -> CivilDate? {
        switch self {
        case .fixed(let month, let day):
            CivilDate(year: year, month: month, day: day)
        case .nth(let ordinal, let weekday, let month, let plus):
            CivilDate.nth(ordinal, weekday: weekday, month: month, of: year)?.adding(days: plus)
        case .easter(let plus):
            Feast.easter(of: year).adding(days: plus)
        case .orthodoxEaster(let plus):
            Feast.orthodoxEaster(of: year).adding(days: plus)
        case .before(let weekday, let month, let day):
            CivilDate(year: year, month: month, day: day).map { limit in
                limit.adding(days: -((limit.weekday - weekday + 7) % 7))
            }
        case .hebrew(let month, let day):
            HebrewCalendar.day(month: month, day: day, in: year)
        case .islamic(let month, let day):
            IslamicCalendar.day(month: month, day: day, in: year)
        case .lunarNewYear(let plus):
            LunarNewYear.day(in: year)?.adding(days: plus)
        }
    }

    /// Western Easter by the rule of Meeus, Jones and Butcher.
    static func easter(of year: Int) -> CivilDate {
        let golden = year % 19
        let century = year / 100
        let rest = year % 100
        let correction = (century + 8) / 25
        let moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
        let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let shift = (golden + 11 * moon + 22 * week) / 451
        let total = moon + week - 7 * shift + 114
        return CivilDate(year: year, month: total / 31, day: total % 31 + 1) ?? CivilDate(firstOf: year)
    }

    /// Easter of the Julian calendar by Meeus's rule, as a Gregorian day.
    static func orthodoxEaster(of year: Int) -> CivilDate {
        let moon = (19 * (year % 19) + 15) % 30
        let week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        let total = moon + week + 114
        let julian = CivilDate(year: year, month: total / 31, day: total % 31 + 1) ?? CivilDate(firstOf: year)
        return julian.adding(days: year / 100 - year / 400 - 2)
    }
}
