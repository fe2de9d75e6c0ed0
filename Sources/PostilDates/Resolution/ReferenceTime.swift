/// The moment to which relative expressions refer.
struct ReferenceTime: Hashable, Sendable {
    let date: CivilDate
    /// The time of day; nil where only the day is known.
    var time: TimeOfDay?
    /// The reference as it was given.
    let text: String
    /// Where it came from.
    let source: String

    /// The moment; nil where only the day is known.
    var instant: Instant? {
        guard let hour = time?.hour else { return nil }
        return Instant(date: date, seconds: hour * 3600 + (time?.minute ?? 0) * 60 + (time?.second ?? 0))
    }

    init(date: CivilDate, time: TimeOfDay? = nil, text: String, source: String) {
        self.date = date
        self.time = time
        self.text = text
        self.source = source
    }

    /// Reads `YYYY-MM-DD` with an optional time and zone; nil for anything else.
    init?(_ text: String, source: String) {
        let bytes = Array(text.utf8)
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[start..<start + count] {
                guard byte &- 0x30 < 10 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        self.date = date
        self.text = text
        self.source = source
        guard bytes.count >= 13, let hour = number(11, 2), hour <= 24 else { return }
        var time = TimeOfDay(hour: hour, minute: number(14, 2) ?? 0)
        time.second = bytes.count >= 19 ? number(17, 2) : nil
        let zone = bytes[13...].firstIndex { $0 == 0x2B || $0 == 0x2D || $0 == 0x5A }
        time.zone = zone.map { String(decoding: bytes[$0...], as: UTF8.self) }
        self.time = time
    }
}
