/// The Islamic calendar as Mecca reckons it: a month begins on the evening on which the moon, after its
/// conjunction, sets behind the sun there. Outside ``SunAndMoon/years`` the tabular calendar (civil epoch) holds.
enum IslamicCalendar {
    /// The first Gregorian day in a Gregorian year on which an Islamic day falls.
    static func day(month: Int, day: Int, in year: Int) -> CivilDate? {
        let estimate = (year - 622) * 33 / 32
        for islamicYear in (estimate - 1)...(estimate + 2) {
            let tabular = CivilDate(dayNumber: dayNumber(year: islamicYear, month: month))
            guard abs(tabular.year - year) <= 1 else { continue }
            let first = SunAndMoon.years.contains(year) ? observed(tabular) : tabular
            let date = first.adding(days: day - 1)
            if date.year == year { return date }
        }
        return nil
    }

    /// The first of the month near its day by the table.
    private static func observed(_ tabular: CivilDate) -> CivilDate {
        let conjunction = SunAndMoon(tabular.adding(days: 10), minute: 0).lastNewMoon
        let minutes = conjunction.minutes + 720
        var evening = CivilDate(dayNumber: SunAndMoon.epoch + (minutes - (minutes < 0 ? 1439 : 0)) / 1440)
        for _ in 0..<4 {
            let sunset = SunAndMoon(evening, minute: 920)
            if sunset.minutes > conjunction.minutes, setsAfterSun(sunset) { break }
            evening = evening.adding(days: 1)
        }
        return evening.adding(days: 1)
    }

    /// Whether the moon stands higher than the setting sun at Mecca, on a sky that is flat between the two.
    private static func setsAfterSun(_ sky: SunAndMoon) -> Bool {
        let ahead = SkyAngle.signed(sky.moon - sky.sun)
        let north = sky.moonLatitude
        // The slope of the ecliptic against the equator where the sun stands.
        let slope = SkyAngle.sine(23_439_000_000) * SkyAngle.cosine(sky.sun) / SkyAngle.unit
        let level = SkyAngle.unit - slope * slope / (2 * SkyAngle.unit)
        let east = (ahead / 1000 * level - north / 1000 * slope) / SkyAngle.unit
        let up = (ahead / 1000 * slope + north / 1000 * level) / SkyAngle.unit
        let latitude = 21_422_500_000
        return east * SkyAngle.cosine(latitude) + up * SkyAngle.sine(latitude) > 0
    }

    private static func dayNumber(year: Int, month: Int) -> Int {
        // The epoch, 1 Muharram of year 1, is 16 July 622 in the Julian calendar.
        1 + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 - 492_149
    }
}
