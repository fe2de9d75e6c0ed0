/// The tabular Islamic calendar (civil epoch), within a day or two of the observed one.
enum IslamicCalendar {
    /// The first Gregorian day in a Gregorian year on which an Islamic day falls.
    static func day(month: Int, day: Int, in year: Int) -> CivilDate? {
        let estimate = (year - 622) * 33 / 32
        for islamicYear in (estimate - 1)...(estimate + 2) {
            let date = CivilDate(dayNumber: dayNumber(year: islamicYear, month: month, day: day))
            if date.year == year { return date }
        }
        return nil
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        // The epoch, 1 Muharram of year 1, is 16 July 622 in the Julian calendar.
        day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 - 492_149
    }
}
