/// The arithmetic Hebrew calendar, after Dershowitz and Reingold's *Calendrical Calculations*.
enum HebrewCalendar {
    /// The Gregorian day on which a Hebrew day falls in a Gregorian year.
    ///
    /// - Parameters:
    ///   - month: Counted from Nisan, which is 1; Tishri is 7. Adar of a leap year's second is meant.
    ///   - day: The day of the month.
    static func day(month: Int, day: Int, in year: Int) -> CivilDate? {
        for hebrewYear in [year + 3760, year + 3761] {
            let date = CivilDate(dayNumber: dayNumber(year: hebrewYear, month: month, day: day))
            if date.year == year { return date }
        }
        return nil
    }

    private static func isLeap(_ year: Int) -> Bool { (7 * year + 1) % 19 < 7 }

    /// Days from the epoch to the mean new year, put off where the rules ask for it.
    private static func elapsed(_ year: Int) -> Int {
        let months = (235 * year - 234) / 19
        let parts = 12_084 + 13_753 * months
        let day = 29 * months + parts / 25_920
        return 3 * (day + 1) % 7 < 3 ? day + 1 : day
    }

    private static func newYear(_ year: Int) -> Int {
        let before = elapsed(year - 1)
        let own = elapsed(year)
        let after = elapsed(year + 1)
        let correction = after - own == 356 ? 2 : own - before == 382 ? 1 : 0
        // The epoch, 1 Tishri of year 1, is 7 October of 3761 BC in the Julian calendar.
        return own + correction - 2_092_590
    }

    private static func length(of month: Int, in year: Int) -> Int {
        let days = newYear(year + 1) - newYear(year)
        switch month {
        case 2, 4, 6, 10, 13: return 29
        case 12: return isLeap(year) ? 30 : 29
        case 8: return days % 10 == 5 ? 30 : 29
        case 9: return days % 10 == 3 ? 29 : 30
        default: return 30
        }
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        var number = newYear(year) + day - 1
        let last = isLeap(year) ? 13 : 12
        let wanted = month == 12 ? last : month
        var current = 7
        while current != wanted {
            number += length(of: current, in: year)
            current = current == last ? 1 : current + 1
        }
        return number
    }
}
