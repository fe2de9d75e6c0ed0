import PostilCore

extension Resolver {
    /// Units away from the one that holds the base.
    ///
    /// - Parameter isThat: Whether the text points to the mention itself, as *that year* does.
    func offset(_ count: Int, _ unit: TimeUnit, _ isFromMention: Bool, isThat: Bool = false) -> Resolved {
        // A unit beyond what the mention is exact to cannot be counted from it by the day.
        if isFromMention, count == 0, unit != .weekend, unit != .quarter || style != .news, let mention,
            let grain = mention.grain, grain > unit, !(unit == .day), let day = firstDay(mention)
        {
            return noting(Resolved(CalendarFields(unit, holding: day)), (day, true), "the same unit")
        }
        let countsFromReference =
            !isFromMention || style == .news && count == 0 && (unit == .weekend || unit == .year && !isThat)
        let counted = !countsFromReference ? base(true) : reference.map { ($0.date, false) } ?? base(true)
        guard let base = counted else { return unresolved(nil, text: open(unit)) }
        if unit == .quarter, style == .news, let quarter = reportedQuarter(count, isFromMention) { return quarter }
        var date = moved(base.date, count, unit)
        // In the first days of a week, the weekend without a direction is the one just past.
        if unit == .weekend, count == 0, isFromMention, base.date.weekday <= 3 { date = date.adding(days: -7) }
        var fields = CalendarFields(unit, holding: date)
        if unit == .season { set(season: &fields, holding: date) }
        return noting(Resolved(fields), base, "\(count >= 0 ? "+" : "")\(count) \(unit.name)")
    }

    /// The quarter that a company's report is about: the one last mentioned, or the one before the
    /// reference date's; *the year-ago quarter* (-5 here) is the same a year before.
    private func reportedQuarter(_ count: Int, _ isFromMention: Bool) -> Resolved? {
        guard isFromMention && count == 0 || count == -1 || count == -5, let reference else { return nil }
        // The latest quarter is over: one that runs yet is another.
        let isOver = quarterHasEnded || quarter.flatMap { lastDay($0.fields) }.map { $0 < reference.date } ?? false
        let quarter = count != -1 || isOver ? quarter : nil
        var fields = quarter?.fields ?? CalendarFields(.quarter, holding: reference.date.adding(months: -3))
        if quarter == nil || count == 0 || count == -5 || quarter?.age ?? 9 < 6 {
            fields.year = fields.year.map { $0 - (count == -5 ? 1 : 0) }
            var result = Resolved(fields)
            result.usedReference = true
            result.steps.append("the quarter that is reported on")
            return result
        }
        return nil
    }

    /// The value of a unit that nothing settles.
    private func open(_ unit: TimeUnit) -> String {
        switch unit {
        case .week: "XXXX-WXX"
        case .weekend: "XXXX-WXX-WE"
        case .month: "XXXX-XX"
        case .year, .decade, .century, .millennium: "XXXX"
        case .quarter: "XXXX-QX"
        default: "XXXX-XX-XX"
        }
    }

    /// The season that holds a day, with the year in which it began.
    private func set(season fields: inout CalendarFields, holding date: CivilDate) {
        for (season, year) in [
            (Season.winter, date.year), (.fall, date.year), (.summer, date.year), (.spring, date.year),
            (.winter, date.year - 1),
        ] {
            guard let first = season.firstDay(of: year), first <= date else { continue }
            fields.season = season
            fields.year = year
            return
        }
    }

    /// A day so many units away.
    func moved(_ date: CivilDate, _ count: Int, _ unit: TimeUnit) -> CivilDate {
        switch unit {
        case .second, .minute, .hour: date
        case .day: date.adding(days: count)
        case .week, .weekend: date.adding(days: count * 7)
        case .fortnight: date.adding(days: count * 14)
        case .month: date.adding(months: count)
        case .quarter, .season: date.adding(months: count * 3)
        case .half: date.adding(months: count * 6)
        case .year: date.adding(months: count * 12)
        case .decade: date.adding(months: count * 120)
        case .century: date.adding(months: count * 1200)
        case .millennium: date.adding(months: count * 12_000)
        }
    }

    /// *last Friday*, *next March*, *this summer*.
    func directed(_ direction: Direction, _ fields: CalendarFields) -> Resolved {
        let counted =
            direction.isFromMention || style == .narrative && direction != .this
            ? base(true) : reference.map { ($0.date, false) } ?? base(true)
        guard let base = counted else { return unresolved(fields) }
        let note = "\(direction)"
        if let weekday = fields.weekday {
            return noting(Resolved(CalendarFields(directedWeekday(direction, weekday, base.date))), base, note)
        }
        var result = fields
        let year = directedYear(direction, fields, base.date)
        result.year = year
        return noting(Resolved(result), base, note)
    }

    private func directedWeekday(_ direction: Direction, _ weekday: Int, _ date: CivilDate) -> CivilDate {
        let ahead = (weekday - date.weekday + 7) % 7
        switch direction {
        case .this, .current, .same:
            return style == .assistant ? date.adding(days: ahead) : date.monday.adding(days: weekday - 1)
        case .last, .past, .previous, .latest: return date.adding(days: ahead == 0 ? -7 : ahead - 7)
        case .coming, .following: return date.adding(days: ahead == 0 ? 7 : ahead)
        case .next:
            if style == .assistant { return date.monday.adding(days: 7 + weekday - 1) }
            return date.adding(days: ahead == 0 ? 7 : ahead)
        }
    }

    private func directedYear(_ direction: Direction, _ fields: CalendarFields, _ date: CivilDate) -> Int {
        var own = fields
        own.year = date.year
        guard let first = firstDay(own), let last = lastDay(own) else { return date.year }
        switch direction {
        case .this, .current, .same, .latest:
            return fields.season == .winter && date.month <= 3 ? date.year - (style == .assistant ? 1 : 0) : date.year
        case .last, .past, .previous:
            // What ended a few weeks ago is not called the last one.
            return last.adding(days: style == .news ? 45 : 0) < date ? date.year : date.year - 1
        case .next, .coming, .following: return first > date ? date.year : date.year + 1
        }
    }

    /// *two weeks ago*, *three days later*.
    func shifted(_ length: Length, _ sign: Int, _ isFromMention: Bool) -> Resolved {
        if let range = length.range { return shiftedRange(range, length.unit, sign, isFromMention) }
        var length = length
        if length.count == nil, style == .assistant, !isFromMention { length.parts[0].count = 3 }
        guard let count = length.count else {
            return Resolved(text: sign < 0 ? "PAST_REF" : "FUTURE_REF")
        }
        if style == .news, length.parts == [Length.Part(count: 1, unit: .year)], sign < 0, let quarter, quarter.age < 4,
            let year = quarter.fields.year, year == reference?.date.year
        {
            var fields = quarter.fields
            fields.year = year - 1
            var result = Resolved(fields)
            result.usedMention = true
            result.steps.append("the same quarter a year before")
            return result
        }
        // *a year earlier* in news compares with the reference's own year.
        let comparesYears = style == .news && sign < 0 && length.unit == .year && length.count == 1
        let counted = isFromMention && !comparesYears ? base(true) : reference.map { ($0.date, false) } ?? base(true)
        guard let base = counted else { return unresolved(nil, text: length.timexText) }
        // Beyond ten thousand years the calendar has no name for the year.
        guard count < 9000 || length.unit < .year, count < 900 || length.unit < .decade else {
            return Resolved(text: sign < 0 ? "PAST_REF" : "FUTURE_REF")
        }
        if length.unit.isOfClock { return shiftedClock(length, sign, base) }
        var date = base.date
        for part in length.parts { date = moved(date, sign * (part.count ?? 0), part.unit) }
        if length.parts[0].hasHalf { date = movedByHalf(date, sign, length.unit) }
        let finest = length.parts.last?.unit ?? length.unit
        var grain: TimeUnit = finest == .fortnight ? .week : finest
        if grain >= .decade { grain = .year }
        if style == .assistant, !isFromMention {
            if grain == .year { grain = .month } else if grain > .day { grain = .day }
            if finest == .day || finest == .fortnight, let hour = reference?.time?.hour, !base.isMention {
                var result = Resolved(CalendarFields(date))
                result.time = TimeOfDay(hour: hour)
                return noting(result, base, "\(sign * count) days to the hour")
            }
        }
        if length.parts[0].hasHalf, grain == .year { grain = .month }
        return noting(Resolved(CalendarFields(grain, holding: date)), base, "\(sign * count) \(length.unit.name)")
    }

    private func movedByHalf(_ date: CivilDate, _ sign: Int, _ unit: TimeUnit) -> CivilDate {
        switch unit {
        case .year: date.adding(months: 6 * sign)
        case .month: date.adding(days: 15 * sign)
        case .week: date.adding(days: 4 * sign)
        case .decade: date.adding(months: 60 * sign)
        default: date
        }
    }

    /// *two to four years ago*: no one value, but bounds.
    private func shiftedRange(_ range: Length.Range, _ unit: TimeUnit, _ sign: Int, _ isFromMention: Bool) -> Resolved {
        var result = Resolved(text: sign < 0 ? "PAST_REF" : "FUTURE_REF")
        guard !unit.isOfClock, range.most < 9000, let base = base(isFromMention) else { return result }
        let near = moved(base.date, sign * range.least, unit)
        let far = moved(base.date, sign * range.most, unit)
        result.bounds = sign < 0 ? (far, near) : (near, far)
        return noting(result, base, "\(range.least) to \(range.most) \(unit.name)s")
    }

    /// Hours, minutes and seconds from the reference time.
    private func shiftedClock(_ length: Length, _ sign: Int, _ base: (date: CivilDate, isMention: Bool)) -> Resolved {
        guard !base.isMention, let now = reference?.time, let hour = now.hour else {
            return noting(Resolved(text: length.timexText), base, "no time of day to count from")
        }
        var seconds = hour * 3600 + (now.minute ?? 0) * 60 + (now.second ?? 0)
        var days = 0
        for part in length.parts {
            let factor = part.unit == .hour ? 3600 : part.unit == .minute ? 60 : part.unit == .second ? 1 : 0
            if part.unit == .day { days += sign * (part.count ?? 0) }
            seconds += sign * (min(part.count ?? 0, 1_000_000_000) * factor + (part.hasHalf ? factor / 2 : 0))
        }
        let wrapped = (seconds % 86_400 + 86_400) % 86_400
        let date = base.date.adding(days: days + (seconds - wrapped) / 86_400)
        var result = Resolved(CalendarFields(date))
        var time = TimeOfDay(hour: wrapped / 3600, minute: wrapped / 60 % 60)
        if length.parts.contains(where: { $0.unit == .second }) { time.second = wrapped % 60 }
        result.time = time
        return noting(result, base, "\(sign) × \(length.timexText)")
    }

    /// *two days before Christmas*.
    func relative(_ length: Length, _ sign: Int, _ base: Resolved) -> Resolved {
        guard base.isResolved, let fields = base.fields, let date = firstDay(fields), let count = length.count else {
            return unresolved(nil, text: nil)
        }
        var result = base
        result.bounds = nil
        result.fields = CalendarFields(
            length.unit <= .day || style == .assistant ? .day : length.unit,
            holding: moved(date, sign * count, length.unit)
        )
        result.steps.append("\(sign * count) \(length.unit.name) from \(date)")
        return result
    }
}
