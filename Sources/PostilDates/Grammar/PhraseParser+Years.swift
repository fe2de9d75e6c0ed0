import PostilCore

/// A year read from tokens.
struct YearPiece {
    var year: Int?
    var isBeforeChrist = false
    var shift: YearShift?
    var isFiscal = false
    var end: Int
}

extension PhraseParser {
    /// Adds a year to `fields`.
    func apply(_ year: YearPiece, to fields: inout CalendarFields) {
        fields.year = year.year
        fields.isBeforeChrist = year.isBeforeChrist
        fields.yearShift = year.shift
        fields.isFiscal = year.isFiscal
    }

    /// A year of two digits in full: 1930 to 2029 by the usual pivot.
    func fullYear(_ digits: DigitToken) -> Int {
        digits.width <= 2 ? digits.value + (digits.value >= 30 ? 1900 : 2000) : digits.value
    }

    /// A year behind a day or month, perhaps behind a comma.
    func yearBehind(_ index: Int, width: Int) -> YearPiece? {
        var next = index
        if has(next, .comma) { next += 1 }
        guard let digits = digits(next), digits.suffix == .none else { return spokenYear(next) }
        if has(next + 1, .era), isCapitalized(next + 1), digits.width <= 4 {
            return withEra(digits.value, end: next + 1)
        }
        if digits.width == 4, (1000...2200).contains(digits.value), !isQuantity(next) || next == index {
            return withEra(digits.value, end: next + 1)
        }
        if digits.hasApostrophe, digits.width == 2 {
            return YearPiece(year: fullYear(digits), end: next + 1)
        }
        if next == index, width == 2, digits.width == 2, digits.value >= 40,
            !has(next + 1, [.unit, .meridiem, .hyphen, .month, .comma])
        {
            return YearPiece(year: fullYear(digits), end: next + 1)
        }
        return nil
    }

    /// *490 BC*: the year with the era behind it.
    private func withEra(_ value: Int, end: Int) -> YearPiece {
        guard has(end, .era) else { return YearPiece(year: value, end: end) }
        return YearPiece(year: value, isBeforeChrist: word(end).value < 0, end: endOfAbbreviation(end))
    }

    /// A year by itself.
    func yearPiece(_ index: Int, needsContext: Bool) -> YearPiece? {
        if has(index, .era), word(index).value > 0, isCapitalized(index), let digits = digits(index + 1),
            digits.width <= 4, digits.suffix == .none
        {
            return YearPiece(year: digits.value, end: index + 2)
        }
        guard let digits = digits(index) else { return spokenYear(index) }
        guard digits.suffix == .none else { return nil }
        if digits.hasApostrophe, digits.width == 2, !has(index + 1, .unit) {
            return YearPiece(year: fullYear(digits), end: index + 1)
        }
        guard digits.width <= 4 else { return nil }
        if has(index + 1, .era), isCapitalized(index + 1), digits.value > 0 {
            return withEra(digits.value, end: index + 1)
        }
        guard digits.width == 4, (1000...2200).contains(digits.value) else { return nil }
        if isQuantity(index) { return nil }
        if needsContext, !isYearContext(index, value: digits.value) { return nil }
        return YearPiece(year: digits.value, end: index + 1)
    }

    /// *nineteen ninety-six*, *twenty ten*, *two thousand and eight*, *nineteen hundred*.
    private func spokenYear(_ index: Int) -> YearPiece? {
        let first = word(index)
        guard first.has(.cardinal), !has(index, .number) else { return nil }
        if (11...20).contains(first.value) {
            var next = index + 1
            if has(next, .hyphen) { next += 1 }
            if has(next, .magnitude), word(next).value == 100, first.value >= 15 {
                if has(next + 1, .and), let rest = spokenCardinal(next + 2), rest.value < 100 {
                    return YearPiece(year: first.value * 100 + rest.value, end: rest.end)
                }
                return nil
            }
            guard word(next).has(.cardinal), word(next).value >= 10, let rest = spokenCardinal(next),
                rest.value < 100, !has(rest.end, .unit)
            else { return nil }
            return YearPiece(year: first.value * 100 + rest.value, end: rest.end)
        }
        if first.value == 2, word(index + 1).has(.magnitude), word(index + 1).value == 1000,
            let whole = spokenCardinal(index), (2000...2099).contains(whole.value), !has(whole.end, .unit),
            whole.value > 2000 || isYearContext(index, value: 2000) && isWord(index - 1, PhraseParser.yearWords)
        {
            return YearPiece(year: whole.value, end: whole.end)
        }
        return nil
    }

    /// *last year*, *this year*, *that year*, *the following year*, *the year before*.
    func relativeYear(_ index: Int) -> YearPiece? {
        var next = index
        if has(next, .the) { next += 1 }
        if has(next, .that), isUnit(next + 1, .year) {
            return YearPiece(shift: YearShift(count: 0, isFromMention: true), end: next + 2)
        }
        guard has(next, .direction), let direction = Direction(rawValue: word(next).direction), isUnit(next + 1, .year)
        else {
            if next > index, isUnit(next, .year), has(next + 1, .shift) {
                return YearPiece(shift: YearShift(count: word(next + 1).shift, isFromMention: true), end: next + 2)
            }
            return nil
        }
        return YearPiece(shift: YearShift(count: direction.step, isFromMention: direction.isFromMention), end: next + 2)
    }

    /// Whether a token is a singular unit.
    func isUnit(_ index: Int, _ unit: TimeUnit) -> Bool {
        has(index, .unit) && word(index).unit == unit && !word(index).isPlural
    }

    /// Whether the number at `index` counts something or belongs to a longer number.
    func isQuantity(_ index: Int) -> Bool {
        let before = index - 1
        if before >= 0, before < view.count, !isSpaced(index) {
            let last = byte(view.end(before) - 1)
            if view.values[before].kind == .symbol && !has(before, .hyphen) || last == UInt8(ascii: "#") { return true }
            if last == UInt8(ascii: ".")
                || last == UInt8(ascii: "/") && has(before, .slash) && !has(before - 1, .number)
            {
                return true
            }
        }
        if view.values.indices.contains(index + 1) {
            if view.values[index + 1].kind == .symbol, byte(view.start(index + 1)) == UInt8(ascii: "%") { return true }
            if !isSpaced(index + 1), byte(view.start(index + 1)) == UInt8(ascii: "%") { return true }
        }
        if has(index + 1, [.unit, .meridiem]), !has(index + 1, .ordinal), word(index + 1).isPlural { return true }
        return isWord(index + 1, PhraseParser.measures) || isWord(index - 1, PhraseParser.counters)
    }

    /// Whether what stands around a number of four digits lets it be a year.
    private func isYearContext(_ index: Int, value: Int) -> Bool {
        let before = index - 1
        if isLenient, sentence.count == 1 { return true }
        if isJoinedToNumber(index, value) { return false }
        if isWord(before, PhraseParser.yearWords) || has(before, [.phase, .edge, .month, .season, .fiscal]) {
            return true
        }
        // A year before another behind a dash is a range of years.
        if has(index + 1, .hyphen), let end = digits(index + 2), end.width == 4, end.suffix == .none { return true }
        if isLenient, sentence.contains(before),
            !has(before, [.comma, .and, .or, .until, .hyphen, .slash, .approximator])
        {
            return false
        }
        if has(before, [.and, .or, .until, .hyphen, .comma, .slash]), before > sentence.lowerBound,
            digits(before - 1)?.width == 4
        {
            return true
        }
        let next = index + 1
        guard (1500...2100).contains(value) else { return false }
        if next >= sentence.upperBound { return value >= 1800 }
        if view.values[next].kind == .punctuation || view.values[next].kind == .clitic { return value >= 1700 }
        if isPluralNoun(next) { return false }
        return (1800...2059).contains(value)
    }

    /// Whether a dash ties the number to another that makes no range of years with it: *32-2015*, *2015 - 32*.
    private func isJoinedToNumber(_ index: Int, _ value: Int) -> Bool {
        if has(index + 1, .hyphen), let other = digits(index + 2), other.suffix == .none {
            let isRange = other.width == 4 || other.width == 2 && !isSpaced(index + 2) && other.value > value % 100
            if !isRange { return true }
        }
        guard has(index - 1, .hyphen), let other = digits(index - 2), other.suffix == .none else { return false }
        return other.width != 4 && !has(index - 3, .month)
    }

    /// Whether a lower-case word that ends in *s*, and is no verb or function word known here, follows.
    private func isPluralNoun(_ index: Int) -> Bool {
        guard sentence.contains(index), view.values[index].kind == .word, shape(index) == .lower,
            !has(index, [.unit, .season, .direction, .approximator])
        else { return false }
        let last = byte(view.end(index) - 1)
        return last == UInt8(ascii: "s") && view.length(index) > 3 && !isWord(index, PhraseParser.singularsInS)
    }

    static let measures = KnownWords(
        "percent people men women troops soldiers dollars pounds miles metres meters kilometers kilometres feet km m ft acres tons tonnes million billion rpm calories words shares copies points rubles yen francs marks euros mg kg cc hp"
    )
    static let counters = KnownWords(
        "no. nos. number page pages p. pp. room channel flight route highway section article rule act § chapter model windows version bus article"
    )
    static let yearWords = KnownWords(
        "in since of by from until till during before after year for between through around about circa c. ca. to year's early late mid spring summer autumn fall winter late than the into on fy born est. ©"
    )
    static let singularsInS = KnownWords(
        "was has is does series as this its plus versus yes thus us across always perhaps sales"
    )
}
