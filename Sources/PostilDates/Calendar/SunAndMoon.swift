/// Where the sun and the moon stand, by the largest terms of Jean Meeus's *Astronomical Algorithms*
/// (second edition, chapters 25 and 47); exact to about a minute of the moon's way for centuries around 2000.
struct SunAndMoon {
    /// Minutes from noon of 1 January 2000 in universal time.
    let minutes: Int

    /// The moment of a day, so many minutes behind its midnight in universal time.
    init(_ date: CivilDate, minute: Int) {
        minutes = (date.dayNumber - SunAndMoon.epoch) * 1440 + minute - 720
    }

    init(minutes: Int) { self.minutes = minutes }

    /// The years for which the sky is reckoned.
    static let years = 1600...2400

    /// The day number of 1 January 2000.
    static let epoch = 10_957
    /// The mean length of a month of the moon, in minutes.
    static let month = 42_524

    private func angle(_ base: Int, _ daily: Int) -> Int { SkyAngle.normal(base + daily * minutes / 1440) }

    private var sunAnomaly: Int { angle(357_529_109_200, 985_600_282) }

    /// The sun's longitude in nanodegrees.
    var sun: Int {
        let anomaly = sunAnomaly
        let centre =
            1_914_602 * SkyAngle.sine(anomaly) + 19_993 * SkyAngle.sine(2 * anomaly) + 289
            * SkyAngle.sine(3 * anomaly)
        return SkyAngle.normal(angle(280_466_460_000, 985_647_366) + centre / 1_000_000 - 5_690_000)
    }

    /// The moon's longitude in nanodegrees.
    var moon: Int {
        SkyAngle.normal(angle(218_316_447_700, 13_176_396_474) + sum(SunAndMoon.longitudeTerms))
    }

    /// The moon's latitude in nanodegrees.
    var moonLatitude: Int { sum(SunAndMoon.latitudeTerms) }

    /// How far the moon is ahead of the sun, in nanodegrees.
    var elongation: Int { SkyAngle.normal(moon - sun) }

    private func sum(_ terms: [Term]) -> Int {
        let elongation = angle(297_850_192_100, 12_190_749_117)
        let sunAnomaly = sunAnomaly
        let moonAnomaly = angle(134_963_396_400, 13_064_992_950)
        let node = angle(93_272_095_000, 13_229_350_240)
        var total = 0
        for term in terms {
            let argument =
                term.elongation * elongation + term.sun * sunAnomaly + term.moon * moonAnomaly + term.node * node
            total += term.amplitude * SkyAngle.sine(argument) / 1_000_000
        }
        return total
    }

    /// The new moon at or last before this moment.
    var lastNewMoon: SunAndMoon {
        var found = minutes - elongation / 1000 * SunAndMoon.month / (SkyAngle.turn / 1000)
        for _ in 0..<4 { found -= SunAndMoon(minutes: found).minutesPastConjunction }
        return found > minutes ? SunAndMoon(minutes: minutes - 1440).lastNewMoon : SunAndMoon(minutes: found)
    }

    /// The first new moon a fortnight or more from now.
    var nextNewMoon: SunAndMoon {
        var found = minutes + SunAndMoon.month
        for _ in 0..<4 { found -= SunAndMoon(minutes: found).minutesPastConjunction }
        return SunAndMoon(minutes: found)
    }

    private var minutesPastConjunction: Int {
        SkyAngle.signed(elongation) / 1000 * SunAndMoon.month / (SkyAngle.turn / 1000)
    }

    /// One periodic term: its size in microdegrees and the multiples of its arguments.
    private struct Term {
        let amplitude: Int
        let elongation: Int
        let sun: Int
        let moon: Int
        let node: Int

        init(_ amplitude: Int, _ elongation: Int, _ sun: Int, _ moon: Int, _ node: Int) {
            self.amplitude = amplitude
            self.elongation = elongation
            self.sun = sun
            self.moon = moon
            self.node = node
        }
    }

    private static let longitudeTerms = [
        Term(6_288_774, 0, 0, 1, 0), Term(1_274_027, 2, 0, -1, 0), Term(658_314, 2, 0, 0, 0),
        Term(213_618, 0, 0, 2, 0), Term(-185_116, 0, 1, 0, 0), Term(-114_332, 0, 0, 0, 2),
        Term(58_793, 2, 0, -2, 0), Term(57_066, 2, -1, -1, 0), Term(53_322, 2, 0, 1, 0),
        Term(45_758, 2, -1, 0, 0), Term(-40_923, 0, 1, -1, 0), Term(-34_720, 1, 0, 0, 0),
        Term(-30_383, 0, 1, 1, 0), Term(15_327, 2, 0, 0, -2), Term(-12_528, 0, 0, 1, 2),
        Term(10_980, 0, 0, 1, -2), Term(10_675, 4, 0, -1, 0), Term(10_034, 0, 0, 3, 0),
        Term(8548, 4, 0, -2, 0), Term(-7888, 2, 1, -1, 0), Term(-6766, 2, 1, 0, 0),
        Term(-5163, 1, 0, -1, 0), Term(4987, 1, 1, 0, 0), Term(4036, 2, -1, 1, 0),
        Term(3994, 2, 0, 2, 0), Term(3861, 4, 0, 0, 0), Term(3665, 2, 0, -3, 0),
        Term(-2689, 0, 1, -2, 0), Term(-2602, 2, 0, -1, 2), Term(2390, 2, -1, -2, 0),
        Term(-2348, 1, 0, 1, 0), Term(2236, 2, -2, 0, 0), Term(-2120, 0, 1, 2, 0),
        Term(-2069, 0, 2, 0, 0), Term(2048, 2, -2, -1, 0), Term(-1773, 2, 0, 1, -2),
        Term(-1595, 2, 0, 0, 2), Term(1215, 4, -1, -1, 0), Term(-1110, 0, 0, 2, 2),
    ]

    private static let latitudeTerms = [
        Term(5_128_122, 0, 0, 0, 1), Term(280_602, 0, 0, 1, 1), Term(277_693, 0, 0, 1, -1),
        Term(173_237, 2, 0, 0, -1), Term(55_413, 2, 0, -1, 1), Term(46_271, 2, 0, -1, -1),
        Term(32_573, 2, 0, 0, 1),
    ]
}
