/// The words of temporal expressions by class, with the value that each has in it.
enum WordList {
    static let months: [String] = [
        "january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.",
        "july jul jul.", "august aug aug.", "september sept sept. sep sep.", "october oct oct.",
        "november nov nov.", "december dec dec.",
    ]

    static let weekdays: [String] = [
        "monday mon mon. mondays", "tuesday tue tue. tues tues. tuesdays", "wednesday wed wed. weds wednesdays",
        "thursday thu thu. thur thur. thurs thurs. thursdays", "friday fri fri. fridays",
        "saturday sat sat. saturdays", "sunday sun sun. sundays",
    ]

    static let units: [(TimeUnit, singular: String, plural: String)] = [
        (.second, "second sec sec.", "seconds secs secs."),
        (.minute, "minute min min.", "minutes mins mins."),
        (.hour, "hour hr hr.", "hours hrs hrs."),
        (.day, "day", "days"),
        (.week, "week wk wk.", "weeks wks wks."),
        (.weekend, "weekend wkend", "weekends wkends"),
        (.fortnight, "fortnight", "fortnights"),
        (.month, "month mth", "months mths"),
        (.quarter, "quarter qtr", "quarters qtrs"),
        (.year, "year yr yr.", "years yrs yrs."),
        (.decade, "decade", "decades"),
        (.century, "century", "centuries"),
        (.millennium, "millennium", "millennia millenniums"),
    ]

    static let ordinals =
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """

    static let classes: [(WordClass, Int, String)] = [
        (.common, 0, "may march mar sun sat second seconds sec wed mon min mins fall spring springs dec jan jun"),
        (.part, DayPart.morning.rawValue, "morning mornings forenoon"),
        (.part, DayPart.dawn.rawValue, "dawn daybreak sunrise"),
        (.part, DayPart.afternoon.rawValue, "afternoon afternoons"),
        (.part, DayPart.evening.rawValue, "evening evenings eve"),
        (.part, DayPart.dusk.rawValue, "dusk sunset nightfall"),
        (.part, DayPart.night.rawValue, "night nights nite nites nighttime"),
        (.part, DayPart.daytime.rawValue, "daytime daylight"),
        (.part, DayPart.lunch.rawValue, "lunchtime"),
        (.clockWord, 12, "noon midday noontime"),
        (.clockWord, 24, "midnight"),
        (.season, Season.spring.rawValue, "spring springs springtime"),
        (.season, Season.summer.rawValue, "summer summers summertime"),
        (.season, Season.fall.rawValue, "fall autumn autumns"),
        (.season, Season.winter.rawValue, "winter winters wintertime"),
        (.dayWord, 0, "today tdy tday"),
        (.dayWord, -1, "yesterday yday yest"),
        (.dayWord, 1, "tomorrow tomorrows tmr tmrw tmw tomo tomorow tommorow tommorrow tmrow tomoro"),
        (.dayWord, 10, "tonight tonite 2nite tnite"),
        (.dayWord, 11, "overnight"),
        (.reference, 1, "now currently nowadays presently"),
        (.reference, 2, "recently previously formerly lately"),
        (.reference, 3, "soon"),
        (.reference, 2, "former"),
        (.referenceAdjective, 1, "current present-day"),
        (.referenceAdjective, 2, "recent"),
        (.referenceAdjective, 3, "future"),
        (.referenceNoun, 1, "present"),
        (.referenceNoun, 2, "past"),
        (.referenceNoun, 3, "future"),
        (
            .periodCode, 0,
            "season seasons atm asap eod weekday weekdays workday workdays eom eoy eow bom boy q1 q2 q3 q4 h1 h2"
        ),
        (.the, 0, "the"),
        (.article, 0, "a an another"),
        (.possessive, 0, "its their his her our my your"),
        (.direction, Direction.last.rawValue, "last lst"),
        (.direction, Direction.past.rawValue, "past"),
        (.direction, Direction.previous.rawValue, "previous prior preceding"),
        (.direction, Direction.next.rawValue, "next nxt"),
        (.direction, Direction.coming.rawValue, "coming upcoming"),
        (.direction, Direction.following.rawValue, "following subsequent ensuing succeeding"),
        (.direction, Direction.this.rawValue, "this these"),
        (.direction, Direction.current.rawValue, "current"),
        (.direction, Direction.same.rawValue, "same"),
        (.direction, Direction.latest.rawValue, "latest"),
        (.that, 0, "that those"),
        (
            .vague, 0,
            "few several many some various numerous countless couple pair dozen dozens hundreds thousands tens scores multiple"
        ),
        (
            .approximator, 0,
            "about around nearly almost some roughly approximately approx circa just only ca. c. exactly barely"
        ),
        (.ago, 0, "ago back"),
        (.shift, 1, "later afterward afterwards after"),
        (.shift, -1, "earlier before previously prior"),
        (.onward, 0, "ahead hence"),
        (.of, 0, "of"),
        (.in, 0, "in during"),
        (.at, 0, "at @"),
        (.on, 0, "on"),
        (.until, 0, "to until till untill thru through"),
        (.and, 0, "and & plus"),
        (.or, 0, "or"),
        (.from, 1, "from after since following"),
        (.from, -1, "before"),
        (.era, -1, "bc b.c. bce b.c.e. b.c"),
        (.era, 1, "ad a.d. ce c.e. a.d"),
        (.meridiem, 0, "am a.m. a.m"),
        (.meridiem, 12, "pm p.m. p.m"),
        (.oclock, 0, "o'clock o’clock oclock"),
        (.every, 1, "every each all"),
        (.every, 2, "alternate"),
        (.phase, 1, "early"),
        (.phase, 2, "mid middle"),
        (.phase, 3, "late"),
        (.phase, 4, "earlier"),
        (.phase, 5, "later"),
        (.edge, 1, "beginning start dawn opening turn"),
        (.edge, 2, "middle midst"),
        (.edge, 3, "end"),
        (.edge, 4, "rest remainder"),
        (.edge, 5, "most part much"),
        (.fiscal, 0, "fiscal financial fy"),
        (.half, 0, "half"),
        (.weekend, 0, "weekend weekends wkend wkends"),
        (.old, 0, "old aged"),
        (.long, 0, "long"),
        (.per, 0, "per"),
        (.times, 1, "once"),
        (.times, 2, "twice"),
        (.times, 0, "times time"),
        (.bound, 1, "more over"),
        (.bound, 2, "less under fewer"),
        (.bound, 3, "least"),
        (.bound, 4, "most up"),
        (.bound, 5, "than"),
        (.bound, 6, "no within"),
        (.period, 1, "period"),
        (.period, 3, "term date"),
        (.period, 2, "time times moment point"),
        (.clockDirection, 1, "past after"),
        (.clockDirection, -1, "to till before of"),
        (.whole, 0, "same entire full whole single"),
        (.magnitude, 100, "hundred"),
        (.magnitude, 1000, "thousand"),
        (.whole, 0, "right"),
        (
            .unitAdjective, 0,
            "school trading business working calendar consecutive straight additional more other odd full whole solid long extra further"
        ),
        (.unitAdjective, 0, "zero oh"),
        (.year, 0, "year-end yearend"),
    ]

    static let sets: [(String, String)] = [
        ("P1D", "daily everyday nightly"), ("P1W", "weekly"), ("P2W", "fortnightly biweekly"), ("P1M", "monthly"),
        ("P3M", "quarterly"), ("P1Y", "yearly annually"), ("PT1H", "hourly"), ("P6M", "semiannually semiannual"),
        ("P2M", "bimonthly"),
    ]

    static let cardinals = belowEight + " " + fromEight

    private static let belowEight = "one two three four five six seven"

    private static let fromEight =
        """
        eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
        """

    static let tens = "twenty thirty forty fifty sixty seventy eighty ninety"

    static let decades = "twenties thirties forties fifties sixties seventies eighties nineties"

    static let zones =
        """
        gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest ist jst sgt hkt aest aedt akst hst wet msk et pt ct
        """
}
