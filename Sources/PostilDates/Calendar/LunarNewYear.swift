/// The first day of the Chinese year.
enum LunarNewYear {
    /// The day in a year: that of the last new moon, in the time of Beijing, before the sun passes 330°.
    static func day(in year: Int) -> CivilDate? {
        guard SunAndMoon.years.contains(year), var date = CivilDate(year: year, month: 2, day: 15) else { return nil }
        // A day of Beijing ends at 16:00 of universal time.
        var limit = 0
        while limit < 10, SunAndMoon(date, minute: 960).sun < 330 * SkyAngle.degree {
            date = date.adding(days: 1)
            limit += 1
        }
        let moon = SunAndMoon(date, minute: 959).lastNewMoon
        let minutes = moon.minutes + 720 + 480
        return CivilDate(dayNumber: SunAndMoon.epoch + (minutes - (minutes < 0 ? 1439 : 0)) / 1440)
    }
}
