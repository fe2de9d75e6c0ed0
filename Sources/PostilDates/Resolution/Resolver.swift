import PostilCore

/// Resolves the expressions of one document in order; keeps the date last mentioned.
struct Resolver {
    let style: DateStyle
    let reference: ReferenceTime?
    let feasts: [Holiday]
    /// The fields of the date last mentioned.
    private(set) var mention: CalendarFields?
    /// The quarter last mentioned, and how many dates ago.
    private(set) var quarter: (fields: CalendarFields, age: Int)?
    /// Whether the text says of that quarter that it has ended, whatever the calendar says of one so named.
    private(set) var quarterHasEnded = false
    /// The date with a month last mentioned, and how many dates ago.
    private(set) var monthMention: (fields: CalendarFields, age: Int)?

    /// The day last mentioned, and how many dates ago.
    private(set) var dayTold: (date: CivilDate, age: Int)?
    /// The days of feasts that are reckoned from the sky, by feast and year.
    private var feastDays: [FeastYear: FeastDays] = [:]
    /// Whether the tense of the phrase that is being resolved is certainly its own verb's.
    private(set) var isTenseCertain = false

    init(style: DateStyle, reference: ReferenceTime?, feasts: [Holiday]) {
        self.style = style
        self.reference = reference
        self.feasts = feasts
    }

    /// Resolves a phrase and remembers its date.
    ///
    /// - Parameter isNear: Whether the verb that gives the tense certainly governs the phrase.
    mutating func resolve(_ phrase: Phrase, tense: Tense, isNear: Bool = false) -> Resolved {
        reckonFeasts(phrase.meaning)
        var result: Resolved
        isTenseCertain = isNear
        if case .offset(let count, let unit, let isFromMention) = phrase.meaning, phrase.isThat {
            result = offset(count, unit, isFromMention, isThat: true)
        } else {
            result = resolve(phrase.meaning, tense: tense, time: phrase.time)
        }
        let shifted = result.time
        result.time = phrase.time
        if result.time == nil, let time = shifted { result.time = time }
        if result.time?.isTwelveHour == true { settleHour(&result) }
        remember(result, phrase)
        return result
    }

    /// The half of the day of an hour that leaves it open: the next such hour for an assistant, as written
    /// otherwise.
    private func settleHour(_ result: inout Resolved) {
        guard result.time?.isTwelveHour == true, let hour = result.time?.hour, style == .assistant else { return }
        result.time?.isTwelveHour = false
        let minute = result.time?.minute ?? 0
        guard let reference, let now = reference.time?.hour, let date = result.fields.flatMap(day),
            date == reference.date
        else {
            if hour < 8, hour > 0 { result.time?.hour = hour + 12 }
            return
        }
        let past = (hour % 12, minute) < (now, reference.time?.minute ?? 0)
        result.time?.hour = past ? hour % 12 + 12 : hour % 12
    }

    /// A feast in a year.
    private struct FeastYear: Hashable {
        let feast: Int
        let year: Int
    }

    /// The first and last day of a feast; nil where the year has none.
    private struct FeastDays {
        let days: (first: CivilDate, last: CivilDate)?
    }

    /// The days of a feast that begins in a year.
    func days(ofFeast index: Int, in year: Int) -> (first: CivilDate, last: CivilDate)? {
        if let known = feastDays[FeastYear(feast: index, year: year)] { return known.days }
        return feasts[index].days(in: year)
    }

    /// Reckons the days that a phrase may ask for, once for a document.
    private mutating func reckonFeasts(_ meaning: TimeMeaning) {
        switch meaning {
        case .relative(_, _, let inner), .nth(_, _, _, let inner): reckonFeasts(inner)
        case .holiday(let index, let fields, _):
            guard feasts.indices.contains(index), feasts[index].feast.isAstronomical else { return }
            let middle = fields.astronomicalYear ?? (base(false)?.date.year ?? 0) + (fields.yearShift?.count ?? 0)
            let reach = fields.astronomicalYear == nil ? 1 : 0
            for year in middle - reach...middle + reach where feastDays[FeastYear(feast: index, year: year)] == nil {
                feastDays[FeastYear(feast: index, year: year)] = FeastDays(days: feasts[index].days(in: year))
            }
        default: break
        }
    }

    private mutating func remember(_ result: Resolved, _ phrase: Phrase) {
        guard let fields = result.fields, result.isResolved, fields.year != nil else { return }
        quarter?.age += 1
        monthMention?.age += 1
        dayTold?.age += 1
        if fields.quarter != nil, isReported(fields) {
            quarter = (fields, 0)
            quarterHasEnded = phrase.hasEnded
        }
        if fields.month != nil { monthMention = (fields, 0) }
        if let day = day(fields) {
            dayTold = (day, 0)
        }
        let isDeictic = phrase.rule == .deicticDay || phrase.rule == .directedUnit
        if !isDeictic || style != .narrative { mention = fields }
    }

    /// Whether a quarter is of the year up to the reference date, not the one it is compared with.
    private func isReported(_ fields: CalendarFields) -> Bool {
        guard let reference, let first = firstDay(fields) else { return true }
        let distance = reference.date.dayNumber - first.dayNumber
        return distance >= -92 && distance < 330
    }

    func resolve(_ meaning: TimeMeaning, tense: Tense, time: TimeOfDay?) -> Resolved {
        switch meaning {
        case .moment: return moment(time, tense)
        case .calendar(let fields): return resolve(fields, tense: tense)
        case .offset(let count, let unit, let isFromMention): return offset(count, unit, isFromMention)
        case .directed(let direction, let fields): return directed(direction, fields)
        case .shifted(let length, let sign, let isFromMention): return shifted(length, sign, isFromMention)
        case .relative(let length, let sign, let base):
            return relative(length, sign, resolve(base, tense: tense, time: nil))
        case .counted(let count, let weekday): return counted(count, weekday)
        case .holiday(let feast, let fields, let direction): return holiday(feast, fields, direction, tense)
        case .nth(let number, let unit, let weekday, let base):
            return nth(number, unit, weekday, resolve(base, tense: tense, time: nil))
        case .duration(let length): return Resolved(text: length.timexText)
        case .stretch(let length, let sign): return stretch(length, sign)
        case .recurring(let recurrence): return Resolved(text: recurrence.value)
        case .reference(let code): return Resolved(text: ["PRESENT_REF", "PAST_REF", "FUTURE_REF"][(code - 1) % 3])
        case .unknown: return Resolved(text: nil)
        }
    }

    /// The day from which relative expressions count.
    func base(_ isFromMention: Bool) -> (date: CivilDate, isMention: Bool)? {
        if isFromMention || style == .narrative, let mention, let date = firstDay(mention) { return (date, true) }
        if let reference { return (reference.date, false) }
        return mention.flatMap(firstDay).map { ($0, true) }
    }

    /// Marks what the resolution rests on.
    func noting(_ result: Resolved, _ base: (date: CivilDate, isMention: Bool), _ step: String) -> Resolved {
        var result = result
        result.usedMention = base.isMention
        result.usedReference = !base.isMention
        result.steps.append("\(step), counted from \(base.date)")
        return result
    }

    func unresolved(_ fields: CalendarFields?, text: String? = nil) -> Resolved {
        var result = Resolved(fields)
        result.text = text
        result.isResolved = false
        return result
    }

    /// A time of day by itself: on the day last mentioned in a narrative, else on the reference day.
    private func moment(_ time: TimeOfDay?, _ tense: Tense) -> Resolved {
        guard let base = base(style == .narrative) else { return unresolved(CalendarFields()) }
        if style == .news, tense == .past, let told = dayTold, told.age < 2, told.date < base.date {
            return noting(Resolved(CalendarFields(told.date)), (told.date, true), "the time on the day told of")
        }
        var date = base.date
        if let now = reference?.time?.hour, style == .assistant, let hour = time?.hour, time?.isTwelveHour == false,
            (hour, time?.minute ?? 0) < (now, reference?.time?.minute ?? 0)
        {
            date = date.adding(days: 1)
        }
        return noting(Resolved(CalendarFields(date)), base, "the time on the day")
    }
}
