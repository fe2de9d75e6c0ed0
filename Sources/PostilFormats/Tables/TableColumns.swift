import PostilCore

/// The columns of a table, as its first row names them.
public struct TableColumns: Sendable {
    /// Their names; one that stands twice gets a number: `note`, `note.2`.
    public let names: [String]

    /// The table's dialect.
    public let dialect: TableDialect

    let text: Int
    let identifier: Int?
    let anchor: Int?
    let keys: [JSONKey]

    /// Reads a header row.
    ///
    /// - Parameters:
    ///   - header: The row's bytes; a byte order mark is passed over.
    ///   - fields: The columns that are wanted.
    /// - Throws: ``RecordFailure`` with the code `missing-column` where a column that was asked for is not there, and
    ///   as ``TableRow`` does.
    public init(
        header: UnsafeBufferPointer<UInt8>,
        dialect: TableDialect,
        fields: InputFields
    ) throws(RecordFailure) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = UnsafeBufferPointer(rebasing: header[(header.starts(with: mark) ? mark.count : 0)...])
        guard UTF8Validator.firstInvalid(in: bytes) == nil else {
            throw RecordFailure(
                code: .invalidUTF8,
                message: "the header row is not valid UTF-8: convert the input",
                line: 1
            )
        }
        self.dialect = dialect
        names = TableColumns.distinct(
            try TableRow(bytes, dialect: dialect, line: 1).fields.map { String(decoding: $0, as: UTF8.self) }
        )
        keys = names.map { JSONKey($0) }
        text = try TableColumns.position(of: fields.textName, option: "--text-key", in: names)
        let identifierName = String(decoding: fields.identifierKey, as: UTF8.self)
        // The name that nobody has chosen need not be there, as in records.
        identifier =
            identifierName == InputFields.defaultIdentifier
            ? names.firstIndex(of: identifierName)
            : try TableColumns.position(of: identifierName, option: "--id-key", in: names)
        if let anchorName = fields.anchorName {
            anchor = try TableColumns.position(of: anchorName, option: "--anchor-key", in: names)
        } else {
            anchor = nil
        }
    }

    private static func position(of name: String, option: String, in names: [String]) throws(RecordFailure) -> Int {
        if let position = names.firstIndex(of: name) { return position }
        let shown = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
        throw RecordFailure(
            code: .missingColumn,
            message: "the table has no column '\(name)' (\(option)): its columns are \(shown)",
            line: 1
        )
    }

    /// The names with numbers behind those that stood before.
    private static func distinct(_ names: [String]) -> [String] {
        var seen = Set(names)
        var taken: Set<String> = []
        return names.map { name in
            guard !taken.insert(name).inserted else { return name }
            var number = 2
            while !seen.insert("\(name).\(number)").inserted { number += 1 }
            return "\(name).\(number)"
        }
    }
}
