import PostilCore

/// What a document's expressions say about the document: its reference date and its style.
struct DocumentPolicy {
    private let parser: PhraseParser

    init(phrases: [Phrase], parser: PhraseParser) { self.parser = parser }

    /// The date of the heading or dateline: a full date in a short paragraph, or before the first dash, near
    /// the start.
    func heading(_ phrases: [Phrase], ranges: [Range<Int>], owners: [Int]) -> ReferenceTime? {
        for (phrase, owner) in zip(phrases, owners).prefix(4) {
            guard case .calendar(let fields) = phrase.meaning, let year = fields.year, let month = fields.month,
                let day = fields.day, !fields.isBeforeChrist, let date = CivilDate(year: year, month: month, day: day)
            else { continue }
            let start = parser.view.start(phrase.start)
            guard start < 600 else { return nil }
            var parser = parser
            parser.sentence = ranges[owner]
            let line = line(around: phrase, in: ranges[owner])
            let isShort = line.count <= 14
            let isDateline =
                phrase.start - ranges[owner].lowerBound <= 8 && parser.has(phrase.end, .hyphen) && start < 300
            if isShort || isDateline {
                return ReferenceTime(
                    date: date,
                    time: phrase.time?.hour == nil ? nil : phrase.time,
                    text: date.description,
                    source: isDateline ? "dateline" : "heading"
                )
            }
        }
        return nil
    }

    /// The tokens of the line that holds a phrase.
    private func line(around phrase: Phrase, in sentence: Range<Int>) -> Range<Int> {
        var start = phrase.start
        while start > 0, !breaks(before: start) { start -= 1 }
        var end = phrase.end
        while end < parser.view.count, !breaks(before: end) { end += 1 }
        return start..<end
    }

    private func breaks(before token: Int) -> Bool {
        var offset = parser.view.end(token - 1)
        let end = parser.view.start(token)
        while offset < end {
            if parser.byte(offset) == 0x0A { return true }
            offset += 1
        }
        return false
    }

    /// A narrative has years of its own, away from the reference date, and few words such as *today* or
    /// bare weekdays.
    func style(_ phrases: [Phrase], reference: ReferenceTime?) -> DateStyle {
        var far = 0
        var dated = 0
        var yearless = 0
        var deictic = 0
        for phrase in phrases {
            switch phrase.meaning {
            case .calendar(let fields):
                if let year = fields.astronomicalYear {
                    guard year < (reference?.date.year ?? year + 10) - 1 else { continue }
                    let isDated = fields.month != nil || fields.isBeforeChrist
                    far += isDated ? 3 : 1
                    dated += isDated ? 1 : 0
                } else if fields.month != nil, fields.weekday == nil {
                    yearless += 1
                } else if fields.weekday != nil {
                    deictic += 2
                }
            case .offset(_, _, let isFromMention): deictic += isFromMention ? 0 : 2
            case .directed: deictic += 1
            case .shifted(_, _, let isFromMention): deictic += isFromMention ? 0 : 2
            default: break
            }
        }
        return (dated >= 2 || yearless >= 5) && far >= 6 && far > 2 * deictic ? .narrative : .news
    }
}
