/// The form that reference dates have: ISO 8601, a date with an optional time and zone.
public enum ReferenceDate {
    /// Whether `text` is `YYYY-MM-DD` or `YYYY-MM-DDThh:mm`, with seconds, fraction and zone at will, and
    /// names a day that the calendar has.
    public static func isWellFormed(_ text: String) -> Bool {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
            scanner.skip("-"), let day = scanner.number(digits: 2), (1...12).contains(month),
            (1...days(in: month, of: year)).contains(day)
        else { return false }
        if scanner.isAtEnd { return true }
        guard scanner.skip("T") || scanner.skip(" "), let hour = scanner.number(digits: 2), hour <= 24,
            scanner.skip(":"),
            let minute = scanner.number(digits: 2), minute < 60
        else { return false }
        if scanner.skip(":") {
            guard let second = scanner.number(digits: 2), second <= 60 else { return false }
            if scanner.skip(".") || scanner.skip(",") { guard scanner.skipDigits() else { return false } }
        }
        if scanner.isAtEnd || scanner.skip("Z") { return scanner.isAtEnd }
        guard scanner.skip("+") || scanner.skip("-"), let zone = scanner.number(digits: 2), zone <= 14 else {
            return false
        }
        if scanner.isAtEnd { return true }
        _ = scanner.skip(":")
        guard let zoneMinutes = scanner.number(digits: 2), zoneMinutes < 60 else { return false }
        return scanner.isAtEnd
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}

/// Reads digits and marks from the front of a text.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number(digits: Int) -> Int? {
        let prefix = rest.prefix(digits)
        guard prefix.count == digits, prefix.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(digits)
        return prefix.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == mark.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func skipDigits() -> Bool {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count)
        return !digits.isEmpty
    }
}
