/// The lunisolar calendar of India, from the places of sun and moon at set hours of Indian time.
///
/// Months run from new moon to new moon and take the name of the sign that the sun enters in them; a day
/// bears the lunar day that holds at the hour which the feast's rule names. Signs and stars are counted
/// from Lahiri's zero point.
enum HinduCalendar {
    /// The hour of the day that decides.
    enum Hour: Int, Hashable, Sendable {
        case sunrise = 360
        case morning = 540
        case noon = 720
        case afternoon = 840
        case sunset = 1090
        case midnight = 1440
    }

    /// Minutes that Indian time is ahead of universal time.
    private static let zone = 330

    /// The first day of a Gregorian year on which a lunar day holds.
    ///
    /// - Parameters:
    ///   - month: Counted from Chaitra, which is 1.
    ///   - lunarDay: 1 to 15 in the bright half, 16 to 30 in the dark one.
    ///   - hour: When the lunar day must hold; where it does at no day's hour, the day it begins counts.
    static func day(month: Int, lunarDay: Int, at hour: Hour, in year: Int) -> CivilDate? {
        guard SunAndMoon.years.contains(year) else { return nil }
        for shift in [-1, 0] {
            // The sun enters the sign before the month's own in about 30 and a half days for each sign.
            let entry = CivilDate(firstOf: year + shift).adding(days: 73 + (month - 1) * 61 / 2 - 4)
            var conjunction = sky(entry, .noon).lastNewMoon
            for _ in 0..<4 {
                let next = conjunction.nextNewMoon
                if sign(conjunction) == (month + 10) % 12, sign(next) != sign(conjunction),
                    let date = day(lunarDay, from: conjunction, hour), date.year == year
                {
                    return date
                }
                conjunction = next
            }
        }
        return nil
    }

    private static func day(_ lunarDay: Int, from conjunction: SunAndMoon, _ hour: Hour) -> CivilDate? {
        let estimate = conjunction.minutes + (lunarDay - 1) * SunAndMoon.month / 30
        let start = CivilDate(dayNumber: SunAndMoon.epoch + (estimate + 720) / 1440 - (estimate < -720 ? 1 : 0))
        var skipped: CivilDate?
        for offset in -2...3 {
            let date = start.adding(days: offset)
            // Behind the last lunar day the next month's are counted on.
            let at = sky(date, hour)
            var own = at.elongation / (12 * SkyAngle.degree) + 1
            if lunarDay > 25, own < 5 { own += 30 }
            if lunarDay < 5, own > 25 { own -= 30 }
            if own == lunarDay { return date }
            if own == lunarDay - 1 { skipped = date }
        }
        return skipped
    }

    /// The first day of a Gregorian year at whose sunset the sun has entered a sign, from 0 for Mesha.
    static func entry(intoSign wanted: Int, in year: Int) -> CivilDate? {
        guard SunAndMoon.years.contains(year) else { return nil }
        let estimate = CivilDate(firstOf: year).adding(days: (103 + wanted * 61 / 2) % 365 - 12)
        for offset in 0...30 {
            let date = estimate.adding(days: offset)
            if date.year == year, sign(sky(date, .sunset)) == wanted,
                sign(sky(date.adding(days: -1), .sunset)) != wanted
            {
                return date
            }
        }
        return nil
    }

    /// The last day on which the moon is in a star's part of the sky in the morning while the sun is in a sign.
    static func day(star wanted: Int, sign wantedSign: Int, in year: Int) -> CivilDate? {
        guard let start = entry(intoSign: wantedSign, in: year) else { return nil }
        var found: CivilDate?
        for offset in 0...32 {
            let at = sky(start.adding(days: offset), .morning)
            if sign(at) == wantedSign, sidereal(at.moon, at) / 1000 * 27 / (SkyAngle.turn / 1000) == wanted {
                // The first morning of the star's last stay counts.
                let date = start.adding(days: offset)
                if found != date.adding(days: -1) { found = date }
            }
        }
        return found
    }

    private static func sky(_ date: CivilDate, _ hour: Hour) -> SunAndMoon {
        SunAndMoon(date, minute: hour.rawValue - zone)
    }

    private static func sidereal(_ longitude: Int, _ at: SunAndMoon) -> Int {
        SkyAngle.normal(longitude - 23_853_000_000 - 38_244 * at.minutes / 1440)
    }

    private static func sign(_ at: SunAndMoon) -> Int { sidereal(at.sun, at) / (30 * SkyAngle.degree) }
}
