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
        let reader = try reading { () throws(StreamError) in
            LineReader(file == "-" ? .standardInput() : try ByteSource(path: file))
        }
        while case .line(let line) = try reading({ () throws(StreamError) in try reader.next() }) {
            try reader.withBytes { try body($0, line.number) }
        }
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
