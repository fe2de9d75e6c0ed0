import PostilCore

/// The fields of one row of a table.
public struct TableRow: Sendable {
    /// The fields, unquoted and unescaped.
    public private(set) var fields: [[UInt8]] = []

    /// Takes a row apart.
    ///
    /// - Parameters:
    ///   - row: Its bytes; line breaks only inside of quoted fields.
    ///   - line: The row's first line, counted from 1, for the error.
    /// - Throws: ``RecordFailure`` with the code `invalid-csv` where text stands behind a closing quotation mark, or
    ///   `unterminated-quote` where there is none.
    /// - Complexity: O(n).
    public init(_ row: UnsafeBufferPointer<UInt8>, dialect: TableDialect, line: Int) throws(RecordFailure) {
        var position = 0
        while true {
            if dialect.escaping == .quotes, position < row.count, row[position] == UInt8(ascii: "\"") {
                position = try appendQuoted(row, from: position + 1, dialect, line: line)
            } else {
                let end = row[position...].firstIndex(of: dialect.separator) ?? row.count
                fields.append(TableRow.unescaped(row[position..<end], dialect))
                position = end
            }
            guard position < row.count else { return }
            position += 1
        }
    }

    /// Appends the quoted field of which the first byte behind the quotation mark is at `start`.
    ///
    /// - Returns: Where the separator behind it is, or the row's end.
    private mutating func appendQuoted(
        _ row: UnsafeBufferPointer<UInt8>,
        from start: Int,
        _ dialect: TableDialect,
        line: Int
    ) throws(RecordFailure) -> Int {
        var field: [UInt8] = []
        var position = start
        while let quote = row[position...].firstIndex(of: UInt8(ascii: "\"")) {
            field.append(contentsOf: row[position..<quote])
            position = quote + 1
            guard position < row.count, row[position] != dialect.separator else {
                fields.append(field)
                return position
            }
            guard row[position] == UInt8(ascii: "\"") else {
                throw RecordFailure(
                    code: .invalidCSV,
                    message:
                        "field \(fields.count + 1) goes on behind its closing quotation mark at byte \(position) of "
                        + "the row: write quotation marks inside of it twice",
                    line: line
                )
            }
            field.append(UInt8(ascii: "\""))
            position += 1
        }
        throw RecordFailure.unterminatedQuote(line: line)
    }

    private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ dialect: TableDialect) -> [UInt8] {
        let backslash = UInt8(ascii: "\\")
        guard dialect.escaping == .backslashes, bytes.contains(backslash) else { return Array(bytes) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == backslash, let next = rest.first, let meant = meanings[next] else {
                result.append(byte)
                continue
            }
            rest.removeFirst()
            result.append(meant)
        }
        return result
    }

    private static let meanings: [UInt8: UInt8] = [
        UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    ]
}

extension RecordFailure {
    /// The failure of a row that the end of the input cuts off inside of a quoted field.
    ///
    /// - Parameter line: The line in which the row begins, counted from 1.
    public static func unterminatedQuote(line: Int) -> RecordFailure {
        RecordFailure(
            code: .unterminatedQuote,
            message: "the row that begins in line \(line) has a quoted field without a closing quotation mark",
            line: line
        )
    }
}

extension ErrorCode {
    /// A table has no column of a name under which something is to be.
    public static let missingColumn: ErrorCode = "missing-column"
    /// A row has more or fewer fields than the table has columns.
    public static let raggedRow: ErrorCode = "ragged-row"
    /// A field goes on behind its closing quotation mark.
    public static let invalidCSV: ErrorCode = "invalid-csv"
    /// A quoted field has no end.
    public static let unterminatedQuote: ErrorCode = "unterminated-quote"
}
