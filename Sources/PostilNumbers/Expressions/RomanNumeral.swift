/// Reads Roman numerals in capitals.
enum RomanNumeral {
    /// The value of the numeral that the bytes of `range` spell; nil where they spell none.
    ///
    /// Only the standard form is read: *IV*, not *IIII*.
    static func value(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard range.count <= 15 else { return nil }
        var rest = range
        var value = 0
        for (letters, amount) in numerals {
            let limit = letters.utf8CodeUnitCount == 1 && amount != 5 && amount != 50 && amount != 500 ? 3 : 1
            var count = 0
            while count < limit, starts(bytes, rest, with: letters) {
                value += amount
                rest = rest.lowerBound + letters.utf8CodeUnitCount..<rest.upperBound
                count += 1
            }
        }
        return rest.isEmpty && value > 0 ? value : nil
    }

    private static let numerals: [(StaticString, Int)] = [
        ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10),
        ("IX", 9),
        ("V", 5), ("IV", 4), ("I", 1),
    ]

    private static func starts(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>,
        with letters: StaticString
    ) -> Bool {
        guard range.count >= letters.utf8CodeUnitCount else { return false }
        for index in 0..<letters.utf8CodeUnitCount where bytes[range.lowerBound + index] != letters.utf8Start[index] {
            return false
        }
        return true
    }
}
