/// A season, by the codes of TIMEX3, on the northern hemisphere.
enum Season: Int, Hashable, Sendable {
    case spring = 1, summer, fall, winter

    /// The code.
    var code: String { ["SP", "SU", "FA", "WI"][rawValue - 1] }

    /// The astronomical first day, as most calendars have it.
    func firstDay(of year: Int) -> CivilDate? {
        switch self {
        case .spring: CivilDate(year: year, month: 3, day: 20)
        case .summer: CivilDate(year: year, month: 6, day: 21)
        case .fall: CivilDate(year: year, month: 9, day: 23)
        case .winter: CivilDate(year: year, month: 12, day: 21)
        }
    }

    /// The last day of the season that starts in `year`.
    func lastDay(of year: Int) -> CivilDate? {
        let next = Season(rawValue: rawValue % 4 + 1)
        return next?.firstDay(of: self == .winter ? year + 1 : year)?.adding(days: -1)
    }
}
