/// The first day of the Chinese year from 2000 to 2030, as published in advance by the observatories.
enum LunarNewYear {
    /// Days from 20 January, by year from 2000.
    private static let offsets = [
        16, 4, 23, 12, 2, 20, 9, 29, 18, 6, 25, 14, 3, 21, 11, 30, 19, 8, 27, 16, 5, 23, 12, 2, 21, 9, 28, 17, 6,
        24, 14,
    ]

    /// The day in a year; nil outside the table.
    static func day(in year: Int) -> CivilDate? {
        guard offsets.indices.contains(year - 2000) else { return nil }
        return CivilDate(year: year, month: 1, day: 20)?.adding(days: offsets[year - 2000])
    }
}
