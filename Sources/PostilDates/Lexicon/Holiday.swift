/// A feast with its names and how long it lasts.
struct Holiday: Hashable, Sendable {
    /// Its day, or its first.
    let feast: Feast
    /// Its names, with bars between them.
    let names: String
    /// Its last day; nil where it has one day only.
    let last: Feast?
    /// Whether it begins on the evening before its first day.
    let hasEve: Bool

    init(_ feast: Feast, _ names: String, last: Feast? = nil, hasEve: Bool = false) {
        self.feast = feast
        self.names = names
        self.last = last
        self.hasEve = hasEve
    }

    /// The first and the last day of the feast that begins in a year of the Gregorian calendar.
    func days(in year: Int) -> (first: CivilDate, last: CivilDate)? {
        guard let first = feast.day(in: year) else { return nil }
        guard let last else { return (first, first) }
        let end = last.day(in: year).flatMap { $0 < first ? nil : $0 } ?? last.day(in: year + 1)
        return (first, end ?? first)
    }
}
