import PostilFormats

/// Reads the rows of a table, of which quoted fields may hold line breaks.
///
/// Not `Sendable`, as its lines are not.
final class RowReader {
    /// A row's place in its table.
    struct Row {
        /// Its first line, counted from 1.
        let line: Int
        /// Whether its quoted fields are closed; false only for a last row that is cut off.
        let isClosed: Bool
        /// Whether a line of it was longer than the lines' limit, so that it cannot be read.
        var isCut = false
    }

    /// What asking for a row brought.
    enum Outcome {
        /// A row, whose bytes ``RowReader/withBytes(_:)`` lends.
        case row(Row)
        /// No row, now and later.
        case end
        /// No row yet: asking again goes on where it stood.
        case interrupted
    }

    private let lines: LineReader
    private let dialect: TableDialect
    private var scanner: TableRowScanner

    /// The columns, once the header row has been read.
    var columns: TableColumns?

    /// The lines of a row that has more than one, with their line breaks.
    private var pending: [UInt8] = []
    private var firstLine: Int?
    private var isRowPending = false

    /// Reads rows from lines; nothing else may read from them.
    init(_ lines: LineReader, dialect: TableDialect) {
        self.lines = lines
        self.dialect = dialect
        scanner = TableRowScanner(dialect)
    }

    /// Reads the next row.
    ///
    /// - Parameter mayWait: Whether to wait where the rest of the row is not there yet, as in a pipe.
    /// - Throws: As ``LineReader/next(mayWait:)`` does.
    func next(mayWait: Bool) throws(StreamError) -> Outcome {
        if isRowPending {
            pending.removeAll(keepingCapacity: pending.count < 1 << 20)
            isRowPending = false
            firstLine = nil
        }
        while true {
            switch try lines.next(mayWait: mayWait) {
            case .interrupted: return .interrupted
            case .end:
                guard let firstLine else { return .end }
                isRowPending = true
                return .row(Row(line: firstLine, isClosed: false))
            case .line(let line):
                if line.isCut {
                    isRowPending = true
                    return .row(Row(line: firstLine ?? line.number, isClosed: false, isCut: true))
                }
                let isComplete = lines.withBytes { scanner.endsRow(with: $0) }
                guard firstLine != nil || !isComplete else { return .row(Row(line: line.number, isClosed: true)) }
                let first = firstLine ?? line.number
                firstLine = first
                lines.withBytes { pending.append(contentsOf: $0) }
                guard isComplete else {
                    pending.append(0x0A)
                    continue
                }
                isRowPending = true
                return .row(Row(line: first, isClosed: true))
            }
        }
    }

    /// The columns that the row which ``next(mayWait:)`` returned last names.
    ///
    /// - Throws: As ``TableColumns`` does.
    func readHeader(fields: InputFields) throws(RecordFailure) -> TableColumns {
        try withBytes { bytes throws(RecordFailure) in
            try TableColumns(header: bytes, dialect: dialect, fields: fields)
        }
    }

    /// Lends the bytes of the row that ``next(mayWait:)`` returned last, without the line break behind it.
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let withoutReturn = { (bytes: UnsafeBufferPointer<UInt8>) throws(Failure) in
            try body(bytes.last == 0x0D ? UnsafeBufferPointer(rebasing: bytes.dropLast()) : bytes)
        }
        guard isRowPending else { return try lines.withBytes(withoutReturn) }
        return try pending.withUnsafeBufferPointer(withoutReturn)
    }
}
