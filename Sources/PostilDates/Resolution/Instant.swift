/// A moment of a day, to the second.
struct Instant: Hashable, Sendable {
    let date: CivilDate
    /// Seconds from the day's start, below 86,400.
    let seconds: Int

    init(date: CivilDate, seconds: Int) {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        self.date = date.adding(days: days)
        self.seconds = seconds - days * 86_400
    }

    func adding(seconds more: Int) -> Instant { Instant(date: date, seconds: seconds + more) }

    /// The moment in ISO 8601.
    func text(showsSeconds: Bool) -> String {
        "\(date)T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))"
            + (showsSeconds || seconds % 60 != 0 ? ":" + padded(seconds % 60, 2) : "")
    }
}

extension Instant: CustomStringConvertible {
    /// The moment in ISO 8601, with seconds where it has any.
    var description: String { text(showsSeconds: false) }
}
