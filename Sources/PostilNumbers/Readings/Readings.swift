import PostilCore
import PostilText

/// Decides what a stretch of digits with marks between them is: a date, a fraction, a score, a version …
///
/// Numbers and dates both ask here, so that one stretch has one winner. Reasons come from the form of
/// the digits and from the words beside them.
public struct Readings {
    let view: TokenView
    private let numerals: NumeralParser

    /// Readings of the digits among the tokens of `view`.
    public init(_ view: TokenView) {
        self.view = view
        numerals = NumeralParser(view)
    }

    /// Whether a number can be a year of our era in a text: 1000 to 2199.
    static func isYear(_ value: ExactNumber) -> Bool { value >= ExactNumber(1000) && value < ExactNumber(2200) }

    /// The best reading of the digits at `token`.
    public func winner(at token: Int) -> Reading { readings(at: token).first ?? Reading(.cardinal, 0.5, "digits") }

    /// All readings of the digits at `token`, the best first.
    ///
    /// - Complexity: O(length of the stretch).
    public func readings(at token: Int) -> [Reading] {
        let shape = DigitShape(view, at: token)
        var found: [Reading] = []
        switch shape.separator {
        case .none: found = plain(shape, token)
        case .slash: found = slashed(shape, token)
        case .hyphen: found = hyphenated(shape, token)
        case .colon: found = colons(shape, token)
        case .point: found = points(shape, token)
        case .mixed:
            found = [Reading(.identifier, 0.8, "digits with several kinds of marks")]
            if isMixedNumber(shape) { found.append(Reading(.fraction, 0.9, "a whole number and a fraction")) }
        }
        return found.sorted { $0.score > $1.score }
    }

    /// *5-1/2*: a whole number, a hyphen and a proper fraction.
    private func isMixedNumber(_ shape: DigitShape) -> Bool {
        guard shape.fields.count == 3, let slash = view.bytes[shape.range].lastIndex(of: UInt8(ascii: "/")),
            let hyphen = view.bytes[shape.range].firstIndex(of: UInt8(ascii: "-")), hyphen < slash
        else { return false }
        return shape.fields[1].value < shape.fields[2].value && shape.fields[1].value > 0 && shape.fields[0].digits <= 3
            && [2, 3, 4, 8, 16, 32, 64].contains(shape.fields[2].value)
    }

    private func plain(_ shape: DigitShape, _ token: Int) -> [Reading] {
        var found = [Reading(.cardinal, 0.5, "digits")]
        if let label = labelReading(token) { found.append(label) }
        if shape.isGlued, CurrencyParser(view.bytes).before(shape.range.lowerBound) == nil {
            found.append(Reading(.identifier, 0.8, "letters are joined to the digits"))
        }
        if isCitation(token) { found.append(Reading(.citation, 0.9, "a reporter's abbreviation stands beside it")) }
        if isStreetNumber(token) { found.append(Reading(.address, 0.85, "the name of a street stands behind it")) }
        if shape.fields.count == 1, shape.fields[0].digits == 4, shape.fields[0].value >= 1500,
            shape.fields[0].value < 2100
        {
            found.append(Reading(.year, 0.45, "four digits like those of a year"))
        }
        return found
    }

    private func slashed(_ shape: DigitShape, _ token: Int) -> [Reading] {
        let fields = shape.fields
        guard fields.count == 2 else {
            return [Reading(fields.count == 3 ? .date : .identifier, 0.9, "three groups of digits with slashes")]
        }
        var found: [Reading] = []
        let (top, below) = (fields[0].value, fields[1].value)
        let isCommon = [2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 64, 100].contains(below)
        if below > 0 {
            let proper: Float = top < below ? 0.6 : 0.4
            found.append(Reading(.fraction, proper + (isCommon ? 0.2 : 0), "a numerator over a denominator"))
        }
        if top >= 1, top <= 12, below >= 1, below <= 31 {
            let context: Float = speaksOfDates(token) ? 0.4 : 0
            found.append(Reading(.date, (top < below && isCommon ? 0.35 : 0.65) + context, "a month and a day"))
        } else if below >= 1, below <= 12, top >= 1, top <= 31 {
            found.append(Reading(.date, 0.4 + (speaksOfDates(token) ? 0.4 : 0), "a day and a month"))
        }
        if top == 24, below == 7 { found.append(Reading(.identifier, 0.95, "round the clock")) }
        if fields[0].digits == 4, Readings.isYear(ExactNumber(top)), fields[1].digits == 2 || fields[1].digits == 4 {
            found.append(Reading(.yearRange, 0.9, "a year and the next"))
        }
        if let label = labelReading(token) { found.append(label) }
        return found
    }

    private func hyphenated(_ shape: DigitShape, _ token: Int) -> [Reading] {
        let fields = shape.fields
        if fields.count == 3 {
            let isDate = fields.allSatisfy { $0.digits <= 2 || $0.digits == 4 } && fields.contains { $0.value <= 12 }
            return [Reading(isDate ? .date : .identifier, 0.9, "three groups of digits with hyphens")]
        }
        guard fields.count == 2 else { return [Reading(.identifier, 0.9, "groups of digits with hyphens")] }
        var found: [Reading] = []
        if let label = labelReading(token) { found.append(label) }
        if fields[0].digits == 4, Readings.isYear(ExactNumber(fields[0].value)) {
            if fields[1].digits == 2, fields[1].value > fields[0].value % 100 || fields[1].value == 0 {
                found.append(Reading(.yearRange, 0.9, "a year and the last digits of a later one"))
            }
            if fields[1].digits == 4, Readings.isYear(ExactNumber(fields[1].value)) {
                found.append(Reading(.yearRange, 0.9, "two years"))
            }
            if fields[1].digits == 2, fields[1].value >= 1, fields[1].value <= 12 {
                found.append(Reading(.date, 0.6, "a year and a month"))
            }
        }
        let isRange = fields[0].value < fields[1].value
        found.append(
            Reading(
                isRange ? .range : .score,
                0.6,
                isRange ? "the second number is greater" : "the first number is greater"
            )
        )
        if fields[0].digits > 3, fields[1].digits == 4, !isRange || fields[0].hasLeadingZero || fields[1].hasLeadingZero
        {
            found.append(Reading(.identifier, 0.8, "groups of four or more digits"))
        }
        return found
    }

    private func colons(_ shape: DigitShape, _ token: Int) -> [Reading] {
        let fields = shape.fields
        guard fields.count == 2 else { return [Reading(.time, 0.9, "hours, minutes and seconds")] }
        var found: [Reading] = []
        if fields[0].value < 25, fields[1].digits == 2, fields[1].value < 60 {
            found.append(Reading(.time, 0.8, "an hour and minutes"))
        }
        found.append(Reading(.ratio, 0.6, "two numbers with a colon"))
        return found
    }

    private func points(_ shape: DigitShape, _ token: Int) -> [Reading] {
        let fields = shape.fields
        if fields.count == 3, fields[0].digits <= 2, fields[1].digits <= 2,
            fields[2].digits == 4 || fields[2].digits == 2 && fields[2].value > 31
        {
            return [
                Reading(.date, 0.8, "day, month and year with points"),
                Reading(.version, 0.5, "three numbers with points"),
            ]
        }
        if fields.count > 2, fields[0].digits <= 3, !fields[0].hasLeadingZero,
            fields.dropFirst().allSatisfy({ $0.digits == 3 })
        {
            return [
                Reading(.cardinal, 0.8, "groups of three digits with points"),
                Reading(.version, 0.5, "numbers with points"),
            ]
        }
        if fields.count > 2 { return [Reading(.version, 0.8, "numbers with points")] }
        var found = [Reading(.cardinal, 0.6, "a decimal fraction")]
        if let label = labelReading(token) { found.append(label) }
        if token > 0, numerals.entry(token - 1).has(.label) {
            found.append(Reading(.label, 0.85, "a word before it is numbered"))
        }
        return found
    }

    /// Whether a calendar's word stands beside the token.
    private func speaksOfDates(_ token: Int) -> Bool {
        for near in max(0, token - 2)..<min(view.count, token + 3) where near != token {
            if numerals.entry(near).has(.calendar) { return true }
        }
        return false
    }

    /// The reading as the number of a figure, page or room.
    private func labelReading(_ token: Int) -> Reading? {
        var before = token - 1
        guard before >= 0 else { return nil }
        if view.length(before) == 1,
            view.firstByte(before) == UInt8(ascii: ".") || view.firstByte(before) == UInt8(ascii: "#")
        {
            before -= 1
        }
        // *Figs. 4, 5 and 6*: the word counts for all of a list.
        var steps = 0
        while before >= 0, steps < 8, !numerals.entry(before).has(.label), isListPart(before) {
            before -= 1
            steps += 1
        }
        guard before >= 0, numerals.entry(before).has(.label) else { return nil }
        return Reading(.label, 0.85, "a word before it is numbered")
    }

    /// Whether a token stands between the members of a list of numbers.
    private func isListPart(_ token: Int) -> Bool {
        if view.values[token].kind == .number { return true }
        if view.values[token].kind == .punctuation { return view.length(token) <= 3 }
        return numerals.word(token).kind == .and || numerals.entry(token).has(.to) || numerals.entry(token).has(.or)
            || view.values[token].kind == .word && view.length(token) <= 4 && view.firstByte(token) &- 0x30 < 10
    }

    /// Whether a law report is cited: *410 U.S. 113*.
    private func isCitation(_ token: Int) -> Bool {
        func isReporter(_ near: Int) -> Bool {
            guard near >= 0, near < view.count, view.values[near].kind == .word, view.length(near) >= 2,
                view.length(near) <= 8
            else { return false }
            let first = view.firstByte(near)
            guard first >= 0x41, first <= 0x5A else { return false }
            // A capital, and a point that is not the last of a title such as *Dr.*
            var points = 0
            for offset in view.start(near)..<view.end(near) where view.bytes[offset] == UInt8(ascii: ".") {
                points += 1
            }
            return points > 1 || view.length(near) <= 4 && points == 1 && view.values[near].shape == .mixed
        }
        if isReporter(token + 1), token + 2 < view.count, view.values[token + 2].kind == .number { return true }
        return isReporter(token - 1) && token > 1 && view.values[token - 2].kind == .number
    }

    /// Whether the name of a street stands behind the token: *12 Main Street*.
    private func isStreetNumber(_ token: Int) -> Bool {
        var next = token + 1
        var names = 0
        while next < view.count, names < 4 {
            let value = view.values[next]
            if names > 0, numerals.entry(next).has(.street), value.shape != .lower { return true }
            guard value.kind == .word || value.kind == .number, view.start(next) - view.end(next - 1) <= 1,
                value.shape == .capitalized || value.shape == .upper || value.shape == .initial || value.kind == .number
            else { return false }
            names += 1
            next += 1
        }
        return false
    }
}
