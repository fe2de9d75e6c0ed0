import Postil

/// Lines of a file, a pipe, or a terminal without readline.
final class StreamInput: LineInput {
    private let reader: LineReader
    private let prompts: FileStream?
    /// Why reading ended early.
    private(set) var failure: StreamError?

    /// Reads lines of `source`, and prints a prompt before each where there is a stream for it.
    init(_ source: ByteSource, prompts: FileStream? = nil) {
        reader = LineReader(source)
        self.prompts = prompts
    }

    func next(prompt: String) -> LineOutcome {
        _ = prompts?.write(prompt)
        do throws(StreamError) {
            switch try reader.next() {
            case .line: return reader.withBytes { LineOutcome(decoding: $0) }
            case .interrupted: return .interrupted
            case .end: return .end
            }
        } catch {
            failure = error
            return .end
        }
    }
}

/// Lines that are there already.
final class FixedInput: LineInput {
    private var lines: ArraySlice<String>

    init(_ lines: [String]) { self.lines = lines[...] }

    func next(prompt: String) -> LineOutcome { lines.popFirst().map(LineOutcome.line) ?? .end }
}
