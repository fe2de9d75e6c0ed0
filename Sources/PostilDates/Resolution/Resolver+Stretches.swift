import PostilCore

extension Resolver {
    /// A stretch of whole units before or behind the one that holds the reference, as assistants take it.
    private func unitStretch(_ length: Length, _ sign: Int, _ reference: ReferenceTime) -> Resolved {
        var result = Resolved(text: length.timexText)
        let count = length.count ?? 3
        result.usedReference = true
        result.steps.append("\(sign * count) whole units of \(length.unit.name) beside \(reference.date)")
        if length.unit.isOfClock {
            guard let now = reference.instant else { return result }
            let size = length.unit == .hour ? 3600 : length.unit == .minute ? 60 : 1
            let floor = Instant(date: now.date, seconds: now.seconds / size * size)
            let from = floor.adding(seconds: sign < 0 ? -count * size : size)
            result.instants = (from, from.adding(seconds: count * size))
            return result
        }
        guard let own = firstDay(CalendarFields(length.unit, holding: reference.date)) else { return result }
        let from = moved(own, sign < 0 ? -count : 1, length.unit)
        result.bounds = (from, moved(from, count, length.unit).adding(days: -1))
        return result
    }

    /// *the past two months*: a length, with its bounds by the reference date.
    func stretch(_ length: Length, _ sign: Int) -> Resolved {
        var result = Resolved(text: length.timexText)
        if style == .assistant, let reference { return unitStretch(length, sign, reference) }
        guard let reference, let count = length.count, !length.unit.isOfClock else { return result }
        let other = moved(reference.date, sign * count, length.unit)
        result.bounds = sign < 0 ? (other, reference.date) : (reference.date, other)
        result.usedReference = true
        result.steps.append("\(sign * count) \(length.unit.name) from \(reference.date)")
        return result
    }
}
