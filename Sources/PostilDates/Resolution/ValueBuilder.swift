import PostilCore

/// Makes the layer's value of a phrase and what it was resolved to.
struct ValueBuilder {
    let resolver: Resolver
    /// The order of day and month in digits.
    let order: DateOrder

    /// The value.
    func value(_ phrase: Phrase, _ resolved: Resolved) -> DateValue {
        var value = DateValue(kind(phrase, resolved))
        value.expression = expression(phrase)
        value.modifier = phrase.modifier?.rawValue
        value.zone = phrase.time?.zone
        value.grain = grain(phrase, resolved)?.name
        if resolved.isResolved {
            value.value = resolved.fields.map { TimexText.value($0, time: resolved.time) } ?? resolved.text
        } else if value.expression == nil {
            value.expression = resolved.text
        }
        setBounds(&value, phrase, resolved)
        if resolver.style == .assistant { stretchBounds(&value, phrase, resolved) }
        if case .recurring(let recurrence) = phrase.meaning {
            value.quantifier = recurrence.quantifier
            value.frequency = recurrence.frequency
        }
        setCandidates(&value, phrase, resolved)
        if phrase.rule == .numericDate, case .calendar(let fields) = phrase.meaning {
            if fields.isSwappable { value.digitOrder = order.rawValue }
            if let isDayFirst = fields.isDayFirst { value.digitOrder = isDayFirst ? "DMY" : "MDY" }
        }
        if resolved.usedReference, let reference = resolver.reference {
            value.anchor = reference.text
            value.anchorSource = reference.source
        } else if resolved.usedMention, let mention = resolver.mention {
            value.anchor = TimexText.value(mention, time: nil)
            value.anchorSource = "mention"
        }
        return value
    }

    private func kind(_ phrase: Phrase, _ resolved: Resolved) -> DateKind {
        switch phrase.meaning {
        case .duration, .stretch: return .duration
        case .recurring: return .set
        case .moment: return .time
        case .shifted(let length, _, _) where length.unit.isOfClock: return resolved.time == nil ? .duration : .time
        case .offset(_, let unit, _) where unit.isOfClock: return .time
        default: return phrase.time == nil ? .date : .time
        }
    }

    private func grain(_ phrase: Phrase, _ resolved: Resolved) -> TimeUnit? {
        if let time = resolved.time { return time.grain }
        return resolved.fields?.grain ?? phrase.meaning.grain
    }

    /// What the phrase says by itself, before any reference.
    private func expression(_ phrase: Phrase) -> String? {
        switch phrase.meaning {
        case .moment: return "XXXX-XX-XX" + (phrase.time?.timexText ?? "")
        case .calendar(let fields), .directed(_, let fields):
            var own = fields
            own.yearShift = nil
            if own.day != nil, own.month != nil || own.year != nil { own.weekday = nil }
            return TimexText.value(own, time: phrase.time)
        case .duration(let length), .stretch(let length, _): return length.timexText
        case .recurring(let recurrence): return recurrence.value
        case .reference(let code): return ["PRESENT_REF", "PAST_REF", "FUTURE_REF"][(code - 1) % 3]
        case .offset(let count, let unit, let isFromMention):
            let origin = isFromMention ? "REF" : "NOW"
            let length = Length(abs(count), unit).timexText
            return origin + (count == 0 ? "/" + unit.name : (count < 0 ? "-" : "+") + length)
                + (phrase.time?.timexText ?? "")
        case .shifted(let length, let sign, let isFromMention):
            return (isFromMention ? "REF" : "NOW") + (sign < 0 ? "-" : "+") + length.timexText
        case .holiday(let feast, let fields, _):
            guard resolver.feasts.indices.contains(feast),
                case .fixed(let month, let day) = resolver.feasts[feast].feast
            else { return nil }
            var own = CalendarFields()
            own.year = fields.year
            own.month = month
            own.day = day
            return TimexText.value(own, time: phrase.time)
        case .counted(_, let weekday): return "XXXX-WXX-\(weekday)"
        case .relative, .nth, .unknown: return nil
        }
    }

    private func setBounds(_ value: inout DateValue, _ phrase: Phrase, _ resolved: Resolved) {
        if let instants = resolved.instants {
            value.earliest = instants.from.description
            value.latest = instants.to.description
            return
        }
        if let bounds = resolved.bounds, resolved.time == nil {
            value.earliest = bounds.0.description
            value.latest = bounds.1.description
            return
        }
        if case .reference(1) = phrase.meaning, let reference = resolver.reference {
            let time = reference.time.map { "T\(padded($0.hour ?? 0, 2)):\(padded($0.minute ?? 0, 2))" } ?? ""
            value.earliest = reference.date.description + time
            value.latest = value.earliest
            return
        }
        guard resolved.isResolved, let fields = resolved.fields, let first = resolver.firstDay(fields),
            let last = resolver.lastDay(fields)
        else { return }
        guard let time = resolved.time else {
            if fields.isWeekend, resolver.style == .assistant {
                value.earliest = "\(first.adding(days: -1))T18:00"
                value.latest = "\(last.adding(days: 1))T00:00"
                return
            }
            let part = PhaseBounds.bounds(of: first, last, grain: fields.grain, modifier: phrase.modifier)
            value.earliest = part.first.description
            value.latest = part.last.description
            return
        }
        if let hour = time.hour {
            var instant = Instant(date: first, seconds: hour * 3600 + (time.minute ?? 0) * 60 + (time.second ?? 0))
            // With a zone on both sides the instant is given in the reference's zone.
            if let zone = time.zone.flatMap(TimeZoneNames.offset),
                let own = resolver.reference?.time?.zone.flatMap(TimeZoneNames.offset)
            {
                instant = instant.adding(seconds: (own - zone) * 60)
            }
            value.earliest = instant.text(showsSeconds: time.second != nil)
            value.latest = value.earliest
        } else if var hours = time.part?.hours {
            if resolver.style == .assistant {
                if phrase.modifier == .end, time.part == .night { hours.from = 21 }
                if phrase.modifier == .start, time.part == .morning { hours.to = 9 }
            }
            value.earliest = "\(first)T\(padded(hours.from, 2)):00"
            value.latest = hours.to >= 24 ? "\(first.adding(days: 1))T00:00" : "\(first)T\(padded(hours.to, 2)):00"
        }
    }

    /// A deadline's stretch begins now, and what lasts ends so much later.
    private func stretchBounds(_ value: inout DateValue, _ phrase: Phrase, _ resolved: Resolved) {
        if phrase.isDeadline || phrase.meaning == .reference(3), let reference = resolver.reference {
            if phrase.isDeadline, value.latest == nil { return }
            value.earliest = reference.instant?.text(showsSeconds: false) ?? reference.date.description
        }
        guard let length = phrase.lasting, let fields = resolved.fields, var last = resolver.firstDay(fields) else {
            return
        }
        var seconds = (resolved.time?.hour ?? 0) * 3600 + (resolved.time?.minute ?? 0) * 60
        for part in length.parts {
            let count = min(part.count ?? 0, 100_000)
            switch part.unit {
            case .second: seconds += count
            case .minute: seconds += count * 60
            case .hour: seconds += count * 3600 + (part.hasHalf ? 1800 : 0)
            default: last = resolver.moved(last, count, part.unit)
            }
        }
        let hasTime = resolved.time?.hour != nil || length.parts.contains { $0.unit.isOfClock }
        value.latest = hasTime ? Instant(date: last, seconds: seconds).description : last.description
    }

    /// The other reading of digits whose order is open.
    private func setCandidates(_ value: inout DateValue, _ phrase: Phrase, _ resolved: Resolved) {
        guard case .calendar(let fields) = phrase.meaning, fields.isSwappable, let own = value.value,
            var swapped = resolved.fields
        else { return }
        (swapped.month, swapped.day) = (swapped.day, swapped.month)
        value.candidates = [own, TimexText.value(swapped, time: resolved.time)]
    }
}
