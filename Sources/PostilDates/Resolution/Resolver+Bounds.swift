extension Resolver {
    /// The first day that fields with a year cover; nil where they leave too much open.
    func firstDay(_ fields: CalendarFields) -> CivilDate? {
        if let century = fields.century {
            return CivilDate(firstOf: fields.isBeforeChrist ? -(century + 1) * 100 + 1 : century * 100)
        }
        if let decade = fields.decade { return CivilDate(firstOf: decade * 10) }
        guard let year = fields.astronomicalYear else { return nil }
        if let month = fields.month {
            return CivilDate(year: year, month: month, day: fields.day ?? 1)
        }
        if let week = fields.week {
            let monday = CivilDate(mondayOfWeek: week, of: year)
            return fields.isWeekend ? monday.adding(days: 5) : monday.adding(days: (fields.weekday ?? 1) - 1)
        }
        if let quarter = fields.quarter { return CivilDate(year: year, month: quarter * 3 - 2, day: 1) }
        if let half = fields.half { return CivilDate(year: year, month: half == 1 ? 1 : 7, day: 1) }
        if let season = fields.season { return season.firstDay(of: year) }
        return fields.day == nil && fields.weekday == nil ? CivilDate(firstOf: year) : nil
    }

    /// The last day that fields with a year cover.
    func lastDay(_ fields: CalendarFields) -> CivilDate? {
        if let century = fields.century {
            return CivilDate(year: fields.isBeforeChrist ? -century * 100 : century * 100 + 99, month: 12, day: 31)
        }
        if let decade = fields.decade { return CivilDate(year: decade * 10 + 9, month: 12, day: 31) }
        guard let year = fields.astronomicalYear else { return nil }
        if let month = fields.month {
            return CivilDate(year: year, month: month, day: fields.day ?? CivilDate.daysInMonth(month, of: year))
        }
        if let week = fields.week {
            let monday = CivilDate(mondayOfWeek: week, of: year)
            return monday.adding(days: fields.weekday.map { $0 - 1 } ?? 6)
        }
        if let quarter = fields.quarter {
            return CivilDate(year: year, month: quarter * 3, day: CivilDate.daysInMonth(quarter * 3, of: year))
        }
        if let half = fields.half { return CivilDate(year: year, month: half * 6, day: half == 1 ? 30 : 31) }
        if let season = fields.season { return season.lastDay(of: year) }
        return fields.day == nil && fields.weekday == nil ? CivilDate(year: year, month: 12, day: 31) : nil
    }

    /// The day of fields that are exact to one.
    func day(_ fields: CalendarFields) -> CivilDate? {
        guard fields.grain == .day else { return nil }
        return firstDay(fields)
    }
}
