/// A time of day, as far as an expression gives it.
struct TimeOfDay: Hashable, Sendable {
    var part: DayPart?
    var hour: Int?
    var minute: Int?
    var second: Int?
    /// Whether the hour may be of either half of the day.
    var isTwelveHour = false
    /// The zone as written.
    var zone: String?

    /// The unit that the time is exact to.
    var grain: TimeUnit { second != nil ? .second : minute != nil ? .minute : .hour }

    /// What stands behind the date in a TIMEX3 value.
    var timexText: String {
        guard let hour else { return part.map { "T" + $0.code } ?? "TXX" }
        var text = "T" + padded(hour, 2) + ":" + padded(minute ?? 0, 2)
        if let second { text += ":" + padded(second, 2) }
        return text
    }
}
