import PostilCore

extension PhraseParser {
    /// A date in digits and separators: *2014-06-17*, *17/06/2014*, *6/17*, *17.06.14*, *20140617*.
    func numericDate(_ index: Int) -> CalendarPiece? {
        guard has(index, .number), index == 0 || isSpaced(index) || !isJoiner(view.start(index) - 1) else { return nil }
        var offset = view.start(index)
        guard let first = readDigits(&offset) else { return nil }
        if first.width == 8 { return compactDate(first.value, index) }
        let spaces = skipSpaces(offset)
        let separator = byte(spaces)
        guard [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(separator) else { return nil }
        let isWide = spaces > offset
        if isWide, separator != UInt8(ascii: "/") || !isLenient { return nil }
        offset = skipSpaces(spaces + 1)
        guard isWide || offset == spaces + 1, let second = readDigits(&offset) else { return nil }
        let third: (value: Int, width: Int)?
        if byte(skipSpaces(offset)) == separator, isWide || skipSpaces(offset) == offset,
            isDigit(skipSpaces(skipSpaces(offset) + 1))
        {
            offset = skipSpaces(skipSpaces(offset) + 1)
            third = readDigits(&offset)
            guard byte(offset) != separator || !isDigit(offset + 1) else { return nil }
        } else {
            third = nil
        }
        // An ISO time may follow in the same token; the token then ends later.
        let end: Int
        if let exact = token(endingAt: offset, from: index) {
            end = exact + 1
        } else if byte(offset) | 0x20 == UInt8(ascii: "t"), isDigit(offset + 1) {
            end = index + 1
        } else {
            return nil
        }
        guard let fields = dateFields(first, second, third, separator: separator, index: index, end: end) else {
            return nil
        }
        return CalendarPiece(fields: fields, end: end, rule: .numericDate)
    }

    private func dateFields(
        _ first: (value: Int, width: Int),
        _ second: (value: Int, width: Int),
        _ third: (value: Int, width: Int)?,
        separator: UInt8,
        index: Int,
        end: Int
    ) -> CalendarFields? {
        var fields = CalendarFields()
        if let third {
            if first.width == 4 {
                guard second.width <= 2, third.width <= 2 else { return nil }
                fields.year = first.value
                return complete(fields, month: second.value, day: third.value)
            }
            guard first.width <= 2, second.width <= 2, third.width == 4 || third.width == 2 else { return nil }
            if separator == UInt8(ascii: "."), third.width == 2, first.width == 1 || second.width == 1 { return nil }
            fields.year = third.width == 4 ? third.value : third.value + (third.value >= 50 ? 1900 : 2000)
            if third.width == 2, order == .yearMonthDay || first.value > 31 {
                fields.year = first.value + (first.value >= 50 ? 1900 : 2000)
                return complete(fields, month: second.value, day: third.value)
            }
            return ordered(fields, first.value, second.value, separator)
        }
        if first.width == 4, separator != UInt8(ascii: "."), (1900...2100).contains(first.value), second.width == 2,
            (1...12).contains(second.value), separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
        {
            guard
                isLenient
                    || second.value <= first.value % 100 && second.width == 2 && byte(view.start(index) + 5) == 0x30
            else { return nil }
            fields.year = first.value
            fields.month = second.value
            return fields
        }
        if second.width == 4, first.width <= 2, (1...12).contains(first.value), (1900...2100).contains(second.value),
            separator != UInt8(ascii: ".")
        {
            fields.month = first.value
            fields.year = second.value
            return fields
        }
        guard first.width <= 2, second.width <= 2,
            separator == UInt8(ascii: "/") || isLenient && separator != UInt8(ascii: "."),
            supportsShortDate(index, end: end)
        else { return nil }
        return ordered(fields, first.value, second.value, separator)
    }

    private static let slashNames = KnownWords("9/11 24/7 7/11 11/9")

    /// Whether two numbers alone may be a day and a month here and are not a fraction, score or ratio.
    private func supportsShortDate(_ index: Int, end: Int) -> Bool {
        if has(end, [.meridiem, .oclock]) { return false }
        if has(index - 1, [.on, .weekday, .until, .from, .comma]) || has(index - 1, .direction) { return true }
        if has(end, [.clock, .at]) { return true }
        // *9/11*, *24/7* and *7/11* are names and idioms by themselves.
        if isWord(index, PhraseParser.slashNames) { return false }
        return isLenient && !isWord(end, PhraseParser.measures) && !has(end, .of)
    }

    private func ordered(
        _ fields: CalendarFields,
        _ first: Int,
        _ second: Int,
        _ separator: UInt8
    ) -> CalendarFields? {
        let monthIsFirst = order != .dayMonthYear && separator != UInt8(ascii: ".")
        guard
            var result = monthIsFirst
                ? complete(fields, month: first, day: second) ?? complete(fields, month: second, day: first)
                : complete(fields, month: second, day: first) ?? complete(fields, month: first, day: second)
        else { return nil }
        result.isSwappable = (1...12).contains(first) && (1...12).contains(second) && first != second
        if !result.isSwappable, first != second { result.isDayFirst = result.day == first }
        return result
    }

    private func complete(_ fields: CalendarFields, month: Int, day: Int) -> CalendarFields? {
        guard (1...12).contains(month), day >= 1, day <= CivilDate.daysInMonth(month, of: fields.year ?? 2000) else {
            return nil
        }
        var fields = fields
        fields.month = month
        fields.day = day
        return fields
    }

    private func compactDate(_ value: Int, _ index: Int) -> CalendarPiece? {
        guard view.length(index) == 8, (1900...2100).contains(value / 10_000) else { return nil }
        var fields = CalendarFields()
        fields.year = value / 10_000
        guard let complete = complete(fields, month: value / 100 % 100, day: value % 100) else { return nil }
        return CalendarPiece(fields: complete, end: index + 1, rule: .numericDate)
    }

    func readDigits(_ offset: inout Int) -> (value: Int, width: Int)? {
        let start = offset
        var value = 0
        while isDigit(offset), offset - start < 9 {
            value = value * 10 + Int(byte(offset) & 15)
            offset += 1
        }
        return offset > start && !isDigit(offset) ? (value, offset - start) : nil
    }

    private func skipSpaces(_ offset: Int) -> Int {
        var offset = offset
        while byte(offset) == 0x20 { offset += 1 }
        return offset
    }

    private func isJoiner(_ offset: Int) -> Bool {
        [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "#")].contains(
            byte(offset)
        )
    }
}
