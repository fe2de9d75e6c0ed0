import PostilCore
import PostilFormats
import Testing

@Suite("Rows of tables")
struct TableRowTests {
    private static let backslashes = TableDialect.tabSeparated
    private static let plain = TableDialect(separator: 0x09, escaping: .none)
    private static let semicolons = TableDialect(separator: UInt8(ascii: ";"), escaping: .quotes)

    private func fields(_ row: String, _ dialect: TableDialect) throws -> [String] {
        try Array(row.utf8).withUnsafeBufferPointer { bytes in
            try TableRow(bytes, dialect: dialect, line: 7).fields.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test(
        "a row is taken apart",
        arguments: [
            ("", .commaSeparated, [""]),
            ("a", .commaSeparated, ["a"]),
            (",", .commaSeparated, ["", ""]),
            ("a,,c,", .commaSeparated, ["a", "", "c", ""]),
            ("\"\"", .commaSeparated, [""]),
            ("\"a,b\",\"c\n\r\nd\"", .commaSeparated, ["a,b", "c\n\r\nd"]),
            ("\"say \"\"no\"\"\",\"\"\"\"", .commaSeparated, ["say \"no\"", "\""]),
            ("5\" nails, \"x\" ", .commaSeparated, ["5\" nails", " \"x\" "]),
            ("a;b,c;\"d;e\"", semicolons, ["a", "b,c", "d;e"]),
            ("a\\tb\\\\n\t\\n\\r\\x\\", backslashes, ["a\tb\\n", "\n\r\\x\\"]),
            ("\"a\"\"\tb\\n", plain, ["\"a\"\"", "b\\n"]),
        ] as [(String, TableDialect, [String])]
    )
    func takenApart(_ row: String, _ dialect: TableDialect, _ expected: [String]) throws {
        #expect(try fields(row, dialect) == expected)
    }

    @Test(
        "a row with a wrong quotation mark is refused",
        arguments: [
            ("\"a\"b,c", ErrorCode.invalidCSV), ("x,\"a\" ,c", .invalidCSV), ("\"a,b", .unterminatedQuote),
            ("a,\"b\"\"", .unterminatedQuote), ("\"", .unterminatedQuote),
        ]
    )
    func refused(_ row: String, _ code: ErrorCode) throws {
        let failure = #expect(throws: RecordFailure.self) { try fields(row, .commaSeparated) }
        #expect(failure?.code == code)
        #expect(failure?.line == 7)
    }

    @Test(
        "a row ends with the line that closes its quoted fields",
        arguments: [
            (["a,b"], [true]),
            (["a,\"b", "c", "d\",e", "f"], [false, false, true, true]),
            (["\"\"\"", "\"\"", "\""], [false, false, true]),
            (["5\" nails", "\"x\"y", "x\"", "a,\"\""], [true, true, true, true]),
            (["\"a\"\"b", "\",\"c", "\""], [false, false, true]),
            (["a,\"b\r", "c\"\r", ""], [false, true, true]),
        ]
    )
    func ends(_ lines: [String], _ expected: [Bool]) {
        var scanner = TableRowScanner(.commaSeparated)
        let found = lines.map { line in Array(line.utf8).withUnsafeBufferPointer { scanner.endsRow(with: $0) } }
        #expect(found == expected)
        var other = TableRowScanner(.tabSeparated)
        #expect(lines.allSatisfy { line in Array(line.utf8).withUnsafeBufferPointer { other.endsRow(with: $0) } })
    }
}
