extension CivilDate {
    /// The day so many days later.
    public func adding(days: Int) -> CivilDate {
        CivilDate(dayNumber: dayNumber + max(-8_000_000, min(8_000_000, days)))
    }

    /// The same day so many months later, or that month's last day where it has fewer.
    public func adding(months: Int) -> CivilDate {
        let total = year * 12 + month - 1 + max(-200_000, min(200_000, months))
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        let newDay = min(day, CivilDate.daysInMonth(newMonth, of: newYear))
        return CivilDate(year: newYear, month: newMonth, day: newDay) ?? CivilDate(firstOf: newYear)
    }

    /// The Monday of the day's week.
    public var monday: CivilDate { adding(days: 1 - weekday) }

    /// The week by ISO 8601: the year it belongs to, which near New Year may be another than the day's,
    /// and its number from 1.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        return (thursday.year, (thursday.dayNumber - CivilDate(firstOf: thursday.year).dayNumber) / 7 + 1)
    }

    /// The Monday of an ISO week.
    public init(mondayOfWeek week: Int, of year: Int) {
        let fourth = CivilDate(firstOf: year).adding(days: 3)
        self = fourth.monday.adding(days: (week - 1) * 7)
    }

    /// The quarter, 1 to 4.
    public var quarter: Int { (month - 1) / 3 + 1 }

    /// The nth weekday of a month, or the last for -1; nil where the month has fewer.
    public static func nth(_ ordinal: Int, weekday: Int, month: Int, of year: Int) -> CivilDate? {
        let length = daysInMonth(month, of: year)
        guard let first = CivilDate(year: year, month: month, day: 1),
            let last = CivilDate(year: year, month: month, day: length)
        else { return nil }
        if ordinal < 0 {
            let back = (last.weekday - weekday + 7) % 7 + (-ordinal - 1) * 7
            return back < length ? last.adding(days: -back) : nil
        }
        let day = 1 + (weekday - first.weekday + 7) % 7 + (ordinal - 1) * 7
        return CivilDate(year: year, month: month, day: day)
    }
}

extension CivilDate: CustomStringConvertible {
    /// The day as ISO 8601 has it; years before 1 as TIMEX3 has them (`BC0044-03-15`).
    public var description: String {
        "\(yearText(year))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// The year in four digits; 0 and below with `BC`, so that 0 is `BC0001`.
func yearText(_ year: Int) -> String {
    year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4)
}

/// `number` with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
