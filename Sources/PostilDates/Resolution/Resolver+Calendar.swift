import PostilCore

extension Resolver {
    /// Fills in what the fields of a date leave open.
    func resolve(_ fields: CalendarFields, tense: Tense) -> Resolved {
        if fields.isReported {
            var reported = fields
            reported.isReported = false
            if style == .news { reported.quarter = quarter?.fields.quarter }
            return resolve(reported, tense: tense)
        }
        if let shift = fields.yearShift { return shiftedYear(fields, shift) }
        if fields.year != nil {
            var result = Resolved(fields)
            if fields.day == nil, fields.weekday != nil, fields.month == nil { result.isResolved = false }
            return result
        }
        if fields.decade != nil || fields.century != nil { return Resolved(fields) }
        guard let base = base(false) else { return unresolved(fields) }
        if let weekday = fields.weekday, fields.day == nil { return weekdayAlone(weekday, base, tense) }
        if let weekday = fields.weekday, let day = fields.day, fields.month == nil {
            return weekdayOfMonth(weekday, day, base, tense)
        }
        if let day = fields.day, fields.month == nil { return dayAlone(day, base, tense) }
        var result = fields
        result.weekday = nil
        let year = chosenYear(for: fields, base, tense)
        if let day = fields.day, let month = fields.month, let weekday = fields.weekday,
            let agreeing = agreeingYear(month, day, weekday, near: year)
        {
            set(agreeing, in: &result)
            return noting(Resolved(result), base, "the nearest year in which the weekday agrees")
        }
        set(year, in: &result)
        if fields.month == 2, fields.day == 29, !CivilDate.isLeap(year) {
            set(leapYear(near: year, tense), in: &result)
            return noting(Resolved(result), base, "the nearest year that has the day")
        }
        return noting(
            Resolved(result),
            base,
            "the \(tense == .future ? "next" : tense == .past ? "last" : "nearest") year \(year)"
        )
    }

    /// The next leap year, or the last one of what is past.
    private func leapYear(near year: Int, _ tense: Tense) -> Int {
        let step = tense == .past ? -1 : 1
        return stride(from: year, through: year + step * 8, by: step).first(where: CivilDate.isLeap) ?? year
    }

    private func set(_ year: Int, in fields: inout CalendarFields) {
        fields.year = year > 0 ? year : 1 - year
        fields.isBeforeChrist = year <= 0
    }

    private func shiftedYear(_ fields: CalendarFields, _ shift: YearShift) -> Resolved {
        guard let base = base(shift.isFromMention) else { return unresolved(fields) }
        var result = fields
        result.yearShift = nil
        set(base.date.year + shift.count, in: &result)
        return noting(Resolved(result), base, "year \(shift.count >= 0 ? "+" : "")\(shift.count)")
    }

    private func agreeingYear(_ month: Int, _ day: Int, _ weekday: Int, near year: Int) -> Int? {
        for distance in [0, -1, 1, -2, 2, -3, 3] {
            if CivilDate(year: year + distance, month: month, day: day)?.weekday == weekday { return year + distance }
        }
        return nil
    }

    /// The year of a month, day, season or quarter without one.
    private func chosenYear(for fields: CalendarFields, _ base: (date: CivilDate, isMention: Bool), _ tense: Tense)
        -> Int
    {
        let year = base.date.year
        if fields.week != nil { return year }
        if base.isMention { return narrativeYear(for: fields, year) }
        guard let first = firstDay(with(year, fields)), let last = lastDay(with(year, fields)) else {
            return style == .assistant && base.date.month > 2 ? year + 1 : year
        }
        let today = base.date
        if style == .assistant { return last < today ? year + 1 : year }
        let ahead = first.dayNumber - today.dayNumber
        let behind = today.dayNumber - last.dayNumber
        if fields.quarter != nil || fields.half != nil { return ahead > 0 && tense != .future ? year - 1 : year }
        // A day is the nearest one unless the tense speaks against it; a month or season follows the tense.
        let reach = fields.day == nil ? 20 : isTenseCertain ? 0 : 100
        switch tense {
        case .past:
            return ahead > reach ? year - 1 : behind > 240 && fields.day != nil && !isTenseCertain ? year + 1 : year
        case .future: return behind > reach ? year + 1 : ahead > 330 ? year - 1 : year
        case .unknown: return ahead > 183 ? year - 1 : behind > 220 ? year + 1 : year
        }
    }

    /// The year of a month without one in a narrative: that of the date last mentioned, or the next where the
    /// story has passed its year's end.
    private func narrativeYear(for fields: CalendarFields, _ year: Int) -> Int {
        guard let month = fields.month, let mention, let last = mention.month, mention.astronomicalYear == year else {
            return year
        }
        return month - last <= -8 ? year + 1 : year
    }

    private func with(_ year: Int, _ fields: CalendarFields) -> CalendarFields {
        var fields = fields
        fields.weekday = nil
        set(year, in: &fields)
        return fields
    }

    private func weekdayAlone(_ weekday: Int, _ base: (date: CivilDate, isMention: Bool), _ tense: Tense) -> Resolved {
        let ahead = (weekday - base.date.weekday + 7) % 7
        let isForward = base.isMention || style == .assistant || tense == .future
        var days = isForward ? ahead : ahead == 0 ? 0 : ahead - 7
        if style == .assistant, ahead == 0 { days = 7 }
        return noting(
            Resolved(CalendarFields(base.date.adding(days: days))),
            base,
            isForward ? "the next such weekday" : "the last such weekday"
        )
    }

    private func weekdayOfMonth(_ weekday: Int, _ day: Int, _ base: (date: CivilDate, isMention: Bool), _ tense: Tense)
        -> Resolved
    {
        for distance in 0..<48 {
            let months = tense == .past && style != .assistant ? -distance : distance
            let start = CivilDate(year: base.date.year, month: base.date.month, day: 1)?.adding(months: months)
            if let start, let date = CivilDate(year: start.year, month: start.month, day: day), date.weekday == weekday,
                months != 0 || style != .assistant || date >= base.date
            {
                return noting(Resolved(CalendarFields(date)), base, "the nearest month in which the weekday agrees")
            }
        }
        var fields = CalendarFields()
        fields.day = day
        return unresolved(fields)
    }

    /// So many of a weekday before or after the reference.
    func counted(_ count: Int, _ weekday: Int) -> Resolved {
        guard let base = base(false) else { return unresolved(nil, text: "XXXX-WXX-\(weekday)") }
        let ahead = (weekday - base.date.weekday + 7) % 7
        let first = count > 0 ? (ahead == 0 ? 7 : ahead) : ahead - 7
        let days = first + (count > 0 ? count - 1 : count + 1) * 7
        return noting(Resolved(CalendarFields(base.date.adding(days: days))), base, "\(count) of the weekday")
    }

    private func dayAlone(_ day: Int, _ base: (date: CivilDate, isMention: Bool), _ tense: Tense) -> Resolved {
        var month = CivilDate(year: base.date.year, month: base.date.month, day: 1) ?? base.date
        if !base.isMention {
            if style == .assistant || tense == .future {
                if day < base.date.day { month = month.adding(months: 1) }
            } else if tense == .past, day > base.date.day {
                month = month.adding(months: -1)
            }
        }
        for _ in 0..<2 {
            if let date = CivilDate(year: month.year, month: month.month, day: day) {
                return noting(Resolved(CalendarFields(date)), base, "the day in the month")
            }
            month = month.adding(months: 1)
        }
        var fields = CalendarFields()
        fields.day = day
        return unresolved(fields)
    }
}
