import Postil

/// Reading files of records and writing what comes of them, with the program's exit codes for what goes wrong.
enum RecordStreams {
    /// Calls `body` with each line of a file and its number, from 1; `-` is standard input.
    ///
    /// - Throws: ``CommandFailure`` where the file cannot be read, and what `body` throws.
    static func forEachLine(
        of file: String,
        _ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
    ) throws {
        let lines = try Lines(file)
        while let line = try lines.next() { try line.line.withUnsafeBufferPointer { try body($0, line.number) } }
    }

    /// Runs `body`, whose failure is one of the input.
    static func reading<Value>(_ body: () throws(StreamError) -> Value) throws -> Value {
        do throws(StreamError) { return try body() } catch { throw CommandFailure(.inputUnreadable, "\(error)") }
    }

    /// Runs `body`, whose failure is one of the output.
    static func writing<Value>(_ body: () throws(StreamError) -> Value) throws -> Value {
        do throws(StreamError) { return try body() } catch {
            // A reader that has seen enough, such as head, is no fault to report.
            throw CommandFailure(.outputFailed, error.code == .closedPipe ? nil : "\(error)")
        }
    }
}

extension RecordStreams {
    /// The lines of a file one by one, empty ones passed over.
    final class Lines {
        private let file: String
        private let reader: LineReader

        init(_ file: String) throws {
            self.file = file == "-" ? "standard input" : file
            reader = try RecordStreams.reading { () throws(StreamError) in
                LineReader(file == "-" ? .standardInput() : try ByteSource(path: file))
            }
        }

        /// The next line, its number, and where it stands, for messages; nil behind the last.
        func next() throws -> PlacedLine? {
            while case .line(let line) = try RecordStreams.reading({ () throws(StreamError) in try reader.next() }) {
                let bytes = reader.withBytes { Array($0) }
                if bytes.contains(where: { $0 > 0x20 }) { return (bytes, line.number, "\(file):\(line.number)") }
            }
            return nil
        }
    }
}
