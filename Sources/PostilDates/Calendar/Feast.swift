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
    /// A day of the Hebrew calendar, and days after it.
    case hebrew(month: Int, day: Int, plus: Int = 0)
    /// A day of the Hebrew calendar that is moved where it falls on some weekdays.
    case hebrewMoved(month: Int, day: Int, [Int: Int])
    /// A day of the Islamic calendar, and days after it.
    case islamic(month: Int, day: Int, plus: Int = 0)
    /// The last Friday of Ramadan.
    case lastFridayOfRamadan
    /// A lunar day of the Hindu calendar, and days after it.
    case hindu(month: Int, lunarDay: Int, at: HinduCalendar.Hour, plus: Int = 0)
    /// The day on which the sun enters a sidereal sign, and days after it.
    case sunEnters(Int, plus: Int = 0)
    /// The day of a lunar star while the sun is in a sign.
    case star(Int, sign: Int)
    /// The new year of the Zoroastrians in India, whose years all have 365 days.
    case zoroastrianNewYear
    /// A fixed day, or the working day nearest to it.
    case nearestWorkday(month: Int, day: Int)
    /// A fixed day that is moved where it falls on a weekday.
    case unless(weekday: Int, month: Int, day: Int, plus: Int)
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
        case .hebrew(let month, let day, let plus):
            HebrewCalendar.day(month: month, day: day, in: year)?.adding(days: plus)
        case .hebrewMoved(let month, let day, let moves):
            HebrewCalendar.day(month: month, day: day, in: year).map { $0.adding(days: moves[$0.weekday] ?? 0) }
        case .islamic(let month, let day, let plus):
            IslamicCalendar.day(month: month, day: day, in: year)?.adding(days: plus)
        case .lastFridayOfRamadan:
            IslamicCalendar.day(month: 10, day: 1, in: year).map { $0.adding(days: -(($0.weekday + 1) % 7 + 1)) }
        case .hindu(let month, let lunarDay, let hour, let plus):
            HinduCalendar.day(month: month, lunarDay: lunarDay, at: hour, in: year)?.adding(days: plus)
        case .sunEnters(let sign, let plus):
            HinduCalendar.entry(intoSign: sign, in: year)?.adding(days: plus)
        case .star(let star, let sign):
            HinduCalendar.day(star: star, sign: sign, in: year)
        case .zoroastrianNewYear:
            Feast.zoroastrianNewYear(in: year)
        case .nearestWorkday(let month, let day):
            CivilDate(year: year, month: month, day: day).map { date in
                date.adding(days: date.weekday == 6 ? -1 : date.weekday == 7 ? 1 : 0)
            }
        case .unless(let weekday, let month, let day, let plus):
            CivilDate(year: year, month: month, day: day).map { date in
                date.weekday == weekday ? date.adding(days: plus) : date
            }
        case .lunarNewYear(let plus):
            LunarNewYear.day(in: year)?.adding(days: plus)
        }
    }

    /// Whether the sky must be reckoned for it.
    var isAstronomical: Bool {
        switch self {
        case .islamic, .lastFridayOfRamadan, .hindu, .sunEnters, .star, .lunarNewYear: true
        default: false
        }
    }

    /// 17 August of 2018, and 365 days from year to year.
    private static func zoroastrianNewYear(in year: Int) -> CivilDate? {
        let date = CivilDate(dayNumber: 17_760 + (year - 2018) * 365)
        return date.year == year ? date : nil
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
