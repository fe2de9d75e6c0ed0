import PostilCore

/// What commands and questions say around a time: its deadline, its length, the year it is of.
extension PhraseParser {
    /// Adds what stands around a phrase of a command or question.
    func attachSurroundings(_ phrase: inout Phrase) {
        if isWord(phrase.start - 1, PhraseParser.deadlineWords), phrase.meaning.isPoint || phrase.time != nil {
            phrase.isDeadline = true
        }
        attachYears(&phrase)
        guard isWord(phrase.end, PhraseParser.lastingWord), phrase.meaning.isDay || phrase.time?.hour != nil,
            let piece = lengthPiece(phrase.end + 1, allowsBare: false), piece.length.count != nil, !piece.isJoined
        else { return }
        phrase.lasting = piece.length
        phrase.end = piece.end
    }

    /// *Thanksgiving in three years*, *March in a year*, *Diwali six years hence*, *Easter a year ago*.
    private func attachYears(_ phrase: inout Phrase) {
        let isAhead = has(phrase.end, .in)
        guard let piece = lengthPiece(isAhead ? phrase.end + 1 : phrase.end, allowsBare: false),
            piece.length.unit == .year, piece.length.parts.count == 1, let count = piece.length.count, !piece.isJoined
        else { return }
        var end = piece.end
        var sign = 1
        if !isAhead {
            if has(end, .onward) {
                end += 1
            } else if has(end, .ago), isWord(end, PhraseParser.agoWords) {
                sign = -1
                end += 1
            } else {
                return
            }
        }
        let shift = YearShift(count: sign * count, isFromMention: false)
        switch phrase.meaning {
        case .holiday(let feast, var fields, nil) where !fields.hasYear:
            fields.yearShift = shift
            phrase.meaning = .holiday(feast, fields, nil)
        case .calendar(var fields) where !fields.hasYear && fields.month != nil:
            fields.yearShift = shift
            phrase.meaning = .calendar(fields)
        default: return
        }
        phrase.end = end
    }

    private static let deadlineWords = KnownWords("by within")
    private static let lastingWord = KnownWords("for")
}

extension TimeMeaning {
    /// Whether it is a date, no length, recurrence or reference.
    fileprivate var isPoint: Bool {
        switch self {
        case .duration, .stretch, .recurring, .reference, .unknown: false
        default: true
        }
    }
}
