import PostilCore

extension Resolver {
    /// A feast by name.
    func holiday(_ index: Int, _ fields: CalendarFields, _ direction: Direction?, _ tense: Tense) -> Resolved {
        guard feasts.indices.contains(index) else { return unresolved(nil) }
        let holiday = feasts[index]
        func day(_ year: Int) -> Resolved {
            guard let days = days(ofFeast: index, in: year) else { return unresolved(nil, text: nil) }
            var result = Resolved(CalendarFields(days.first))
            if holiday.hasEve || days.last > days.first {
                result.bounds = (days.first.adding(days: holiday.hasEve ? -1 : 0), days.last)
            }
            return result
        }
        if let year = fields.astronomicalYear { return day(year) }
        guard let base = base(fields.yearShift?.isFromMention ?? false) else {
            if case .fixed(let month, let number) = holiday.feast {
                var fields = CalendarFields()
                fields.month = month
                fields.day = number
                return unresolved(fields)
            }
            return unresolved(nil, text: nil)
        }
        let year = base.date.year
        if let shift = fields.yearShift { return noting(day(year + shift.count), base, "year \(shift.count)") }
        guard let own = days(ofFeast: index, in: year)?.first else { return unresolved(nil, text: nil) }
        let chosen: Int
        switch direction {
        case .last?, .past?, .previous?: chosen = own < base.date ? year : year - 1
        case .next?, .coming?, .following?: chosen = own > base.date ? year : year + 1
        case .this?, .current?, .same?, .latest?: chosen = year
        case nil:
            if base.isMention {
                chosen = year
            } else if style == .assistant {
                chosen = own < base.date ? year + 1 : year
            } else {
                let distance = own.dayNumber - base.date.dayNumber
                chosen =
                    tense == .past && distance > 30 || tense == .unknown && distance > 250
                    ? year - 1
                    : tense == .future && distance < -30 || tense == .unknown && distance < -250 ? year + 1 : year
            }
        }
        return noting(day(chosen), base, "the feast in \(chosen)")
    }

    /// *the first week of May*, *the last Monday in June*, *the week of 6 March*.
    func nth(_ number: Int, _ unit: TimeUnit, _ weekday: Int, _ base: Resolved) -> Resolved {
        guard base.isResolved, let fields = base.fields, let first = firstDay(fields), let last = lastDay(fields) else {
            return unresolved(nil, text: weekday > 0 ? "XXXX-WXX-\(weekday)" : nil)
        }
        var result = base
        result.bounds = nil
        let date: CivilDate
        // How many units behind the first, or before the last.
        let steps = number > 0 ? number - 1 : number + 1
        if number == 0 {
            date = first
        } else if weekday > 0 {
            let edge =
                number > 0
                ? first.adding(days: (weekday - first.weekday + 7) % 7)
                : last.adding(days: -((last.weekday - weekday + 7) % 7))
            date = edge.adding(days: steps * 7)
        } else if unit == .weekend {
            let saturday =
                number > 0
                ? first.adding(days: (13 - first.weekday) % 7) : last.adding(days: -((last.weekday + 1) % 7))
            date = saturday.adding(days: steps * 7)
        } else if unit == .week {
            date = week(number, first, last).adding(days: steps * 7)
        } else {
            date = moved(number > 0 ? first : last, steps, unit)
        }
        result.fields = CalendarFields(unit, holding: date)
        result.steps.append("\(number). \(unit.name) from \(first) to \(last)")
        return result
    }

    /// The Monday of the first or last week of a time: the week that holds most of its first days, or for an
    /// assistant the first that begins in it.
    private func week(_ number: Int, _ first: CivilDate, _ last: CivilDate) -> CivilDate {
        if number < 0 { return last.adding(days: -3).monday }
        return style == .assistant ? first.adding(days: 6).monday : first.adding(days: 3).monday
    }
}
