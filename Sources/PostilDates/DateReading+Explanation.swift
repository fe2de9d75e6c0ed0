import PostilCore

extension DateReading {
    /// Why an annotation is there: how it was read, against what it was resolved, by which steps, and
    /// which readings lost.
    func explanation(of found: Found, text: Text) -> Explanation {
        var reasons: [Explanation] = []
        reasons.append(
            Explanation("read as \(found.phrase.meaning.summary)", span: found.span, reasons: found.phrase.parts)
        )
        if let expression = found.value.expression { reasons.append(Explanation("by itself \(expression)")) }
        if let anchor = found.value.anchor {
            reasons.append(Explanation("resolved against \(anchor), from the \(found.value.anchorSource ?? "context")"))
        } else if found.value.value == nil {
            reasons.append(
                Explanation("not resolved: the text has no date to count from, and no reference date was given")
            )
        }
        if found.tense != .unknown { reasons.append(Explanation("the verb nearest to it looks to the \(found.tense)")) }
        reasons += found.steps.map { Explanation($0) }
        reasons.append(Explanation("style \(style.rawValue), digits in the order \(order.rawValue)"))
        if found.value.isAmbiguous {
            reasons.append(Explanation("the digits allow \(found.value.candidates.joined(separator: " and "))"))
        }
        if let readings = digitReadings[found.phrase.start], !readings.isEmpty {
            reasons.append(Explanation("the digits could be", reasons: readings.map { Explanation($0) }))
        }
        for loser in losers where loser.phrase.start < found.phrase.end && found.phrase.start < loser.phrase.end {
            guard loser.phrase != found.phrase else { continue }
            reasons.append(Explanation("\(loser.reason): \(loser.phrase.rule.name)", span: loser.span))
        }
        let value = found.value.value ?? found.value.expression ?? "open"
        return Explanation("\(found.phrase.rule.name): \(value)", span: found.span, reasons: reasons)
    }

    /// The readings in `span` that lost, or that count in other styles, in document order.
    func candidates(in span: Span) -> [Candidate] {
        losers.filter { $0.span.overlaps(span) }.sorted { $0.span < $1.span }.map { loser in
            Candidate(
                loser.span,
                reading: loser.phrase.meaning.summary,
                isLatent: loser.isLatent,
                explanation: Explanation("\(loser.reason): \(loser.phrase.rule.name)", span: loser.span)
            )
        }
    }

    /// Why nothing is annotated at `span`: the nearest reading and what it lacked.
    func absence(at span: Span) -> Explanation {
        if let found = annotations.first(where: { $0.span.start < span.end && span.start < $0.span.end }) {
            return Explanation(
                "another stretch won: \(found.phrase.rule.name) \(found.value.value ?? found.value.expression ?? "")",
                span: found.span
            )
        }
        if let loser = losers.first(where: { $0.span.start < span.end && span.start < $0.span.end }) {
            return Explanation("\(loser.reason): \(loser.phrase.rule.name)", span: loser.span)
        }
        return Explanation("no word here begins an expression of time", span: span)
    }
}

extension PhraseContent {
    /// What the expression has besides its meaning, as nodes of a tree.
    fileprivate var parts: [Explanation] {
        var parts: [Explanation] = []
        if let time { parts.append(Explanation("time of day \(time.timexText)\(time.zone.map { " " + $0 } ?? "")")) }
        if let modifier { parts.append(Explanation("modifier \(modifier.rawValue)")) }
        return parts
    }
}

extension TimeMeaning {
    /// The meaning in words.
    fileprivate var summary: String {
        switch self {
        case .moment: "a time of day"
        case .calendar(let fields): "the date \(TimexText.value(fields, time: nil))"
        case .offset(let count, let unit, let isFromMention):
            "\(count) \(unit.name) from the \(isFromMention ? "date mentioned last" : "reference date")"
        case .directed(let direction, let fields): "\(direction) \(TimexText.value(fields, time: nil))"
        case .shifted(let length, let sign, let isFromMention):
            "\(length.timexText) \(sign < 0 ? "before" : "after") the "
                + (isFromMention ? "date mentioned last" : "reference date")
        case .relative(let length, let sign, let base):
            "\(length.timexText) \(sign < 0 ? "before" : "after") \(base.summary)"
        case .counted(let count, let weekday): "\(count) of weekday \(weekday) away"
        case .holiday: "a feast"
        case .nth(let number, let unit, _, let base): "number \(number) of the \(unit.name)s of \(base.summary)"
        case .duration(let length): "the length \(length.timexText)"
        case .stretch(let length, let sign): "\(length.timexText) \(sign < 0 ? "up to" : "from") the reference date"
        case .recurring(let recurrence): "the recurrence \(recurrence.value)"
        case .reference(let code): "a reference to the \(["present", "past", "future"][(code - 1) % 3])"
        case .unknown: "a time that the text tells elsewhere"
        }
    }
}
