import PostilCore

/// The rules of the grammar, by what they match.
enum DateRule: UInt16, CaseIterable, Sendable {
    case dayMonthYear = 1, monthDayYear, dayMonth, monthDay, monthYear, month, numericDate, year, decade, century
    case quarter, half, season, weekday, weekdayDate, ordinalDay, holiday, fiscalYear, yearEnd, weekNumber
    case clockTime, twentyFourHourTime, partOfDay, noonOrMidnight, spokenTime
    case deicticDay, directedUnit, directedName, stretch, length, lengthAgo, lengthLater, lengthAround, unitAdjective
    case unitAlone, anaphoricUnit, nthUnit, edge, phase, recurrence, frequency, recurringDay, reference, financialPeriod
    case dateAndTime, rangeEnd, age, yearRange, weekend

    private static let entries: [DateRule: (String, String)] = [
        .dayMonthYear: ("day-month-year", "A day, a month's name and a year."),
        .monthDayYear: ("month-day-year", "A month's name, a day and a year."),
        .dayMonth: ("day-month", "A day and a month's name."),
        .monthDay: ("month-day", "A month's name and a day."),
        .monthYear: ("month-year", "A month's name and a year."),
        .month: ("month", "A month's name."),
        .numericDate: ("numeric-date", "A date in digits."),
        .year: ("year", "A year."),
        .decade: ("decade", "Ten years named by their first."),
        .century: ("century", "A century or millennium by its number."),
        .quarter: ("quarter", "A quarter of a year by its number."),
        .half: ("half", "A half of a year by its number."),
        .season: ("season", "A season, perhaps with its year."),
        .weekday: ("weekday", "A day of the week."),
        .weekdayDate: ("weekday-date", "A day of the week with its date."),
        .ordinalDay: ("ordinal-day", "A day of the month by its ordinal."),
        .holiday: ("holiday", "A feast or public holiday."),
        .fiscalYear: ("fiscal-year", "A fiscal year."),
        .yearEnd: ("year-end", "The end of a year in one word."),
        .weekNumber: ("week-number", "A week of the year by its number."),
        .clockTime: ("clock-time", "An hour with a.m., p.m. or o'clock."),
        .twentyFourHourTime: ("24-hour-time", "An hour and minutes in digits."),
        .partOfDay: ("part-of-day", "A part of the day."),
        .noonOrMidnight: ("noon-or-midnight", "Noon or midnight."),
        .spokenTime: ("spoken-time", "An hour with minutes before or behind it, in words."),
        .deicticDay: ("deictic-day", "A day counted from today in one word."),
        .directedUnit: ("directed-unit", "A unit counted from the reference date."),
        .directedName: ("directed-name", "A named day, month or season with last, next or this."),
        .stretch: ("stretch", "A number of units up to, or from, the reference date."),
        .length: ("length", "A number of units."),
        .lengthAgo: ("length-ago", "A number of units before the reference date."),
        .lengthLater: ("length-later", "A number of units before or behind the date mentioned last."),
        .lengthAround: ("length-around", "A number of units before or behind a date."),
        .unitAdjective: ("unit-adjective", "A number of units as an adjective."),
        .unitAlone: ("unit-alone", "A unit without a number."),
        .anaphoricUnit: ("anaphoric-unit", "A unit that refers to a date mentioned before."),
        .nthUnit: ("nth-unit", "A unit by its number within a longer one."),
        .edge: ("edge", "The beginning, middle or end of a time."),
        .phase: ("phase", "A time with early, mid or late."),
        .recurrence: ("recurrence", "Every one of a unit or name."),
        .frequency: ("frequency", "How often in a unit."),
        .recurringDay: ("recurring-day", "The plural of a day or of a part of the day."),
        .reference: ("reference", "The present, the past or the future."),
        .financialPeriod: ("financial-period", "A period of a company's reports."),
        .dateAndTime: ("date-and-time", "A day and a time of day."),
        .rangeEnd: ("range-end", "The end of a range that takes over what its start says."),
        .age: ("age", "An age."),
        .yearRange: ("year-range", "A year behind another, in two digits."),
        .weekend: ("weekend", "A weekend."),
    ]

    /// The rule's name.
    var name: String { DateRule.entries[self]?.0 ?? "date" }

    /// The rule's number in ``table``.
    var identifier: RuleIdentifier { RuleIdentifier(rawValue: rawValue) }

    /// All rules.
    static let table = RuleTable(
        allCases.map { rule in
            let entry = entries[rule] ?? ("date", "A date.")
            return Rule(entry.0, entry.1)
        }
    )
}
