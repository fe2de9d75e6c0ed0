import Testing

@testable import PostilDates

@Suite("The calendar")
struct CalendarTests {
    @Test("day numbers and dates turn into each other over four thousand years")
    func roundTrips() {
        for number in stride(from: -1_400_000, through: 100_000, by: 17) {
            #expect(CivilDate(dayNumber: number).dayNumber == number)
        }
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
        #expect(CivilDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
    }

    @Test("the calendar has no 30 February, no 29 February 1900 and no month 13")
    func refusesWhatIsNone() {
        #expect(CivilDate(year: 2014, month: 2, day: 30) == nil)
        #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
        #expect(CivilDate(year: 2014, month: 13, day: 1) == nil)
        #expect(CivilDate(year: 99_999, month: 1, day: 1) == nil)
    }

    @Test(
        "weeks are those of ISO 8601, also at New Year",
        arguments: [
            ("2005-01-01", 2004, 53), ("2007-01-01", 2007, 1), ("2008-12-29", 2009, 1), ("2010-01-03", 2009, 53),
            ("2014-06-17", 2014, 25), ("2020-12-30", 2020, 53), ("2021-01-03", 2020, 53),
        ]
    )
    func weeks(date: String, year: Int, week: Int) throws {
        let reference = try #require(ReferenceTime(date, source: "test"))
        #expect(reference.date.isoWeek.year == year)
        #expect(reference.date.isoWeek.week == week)
        #expect(CivilDate(mondayOfWeek: week, of: year) == reference.date.monday)
    }

    @Test(
        "feasts fall on their days",
        arguments: [
            (Feast.easter(0), "2014-04-20"), (.easter(0), "2008-03-23"), (.easter(0), "2011-04-24"),
            (.easter(-2), "2014-04-18"), (.easter(49), "2014-06-08"), (.orthodoxEaster(0), "2013-05-05"),
            (.orthodoxEaster(0), "2016-05-01"), (.nth(4, weekday: 4, month: 11), "2014-11-27"),
            (.nth(-1, weekday: 1, month: 5), "2014-05-26"), (.before(weekday: 1, month: 5, day: 24), "2014-05-19"),
            (.hebrew(month: 7, day: 1), "2013-09-05"), (.hebrew(month: 1, day: 15), "2014-04-15"),
            (.hebrew(month: 9, day: 25), "2014-12-17"), (.hebrew(month: 12, day: 14), "2014-03-16"),
            (.islamic(month: 9, day: 1), "2013-07-09"), (.lunarNewYear(0), "2014-01-31"),
            (.fixed(month: 12, day: 25), "2014-12-25"),
        ]
    )
    func feasts(feast: Feast, date: String) throws {
        let expected = try #require(ReferenceTime(date, source: "test")).date
        #expect(feast.day(in: expected.year) == expected)
    }

    @Test("adding months keeps to the month's end")
    func months() throws {
        let date = try #require(CivilDate(year: 2014, month: 1, day: 31))
        #expect(date.adding(months: 1).description == "2014-02-28")
        #expect(date.adding(months: -11).description == "2013-02-28")
        #expect(date.adding(months: 25).description == "2016-02-29")
        #expect(CivilDate(firstOf: -43).description == "BC0044-01-01")
    }
}
