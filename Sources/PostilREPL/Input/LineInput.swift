/// What reading a line brought.
enum LineOutcome: Hashable {
    case line(String)
    /// A line with bytes that are not UTF-8, each of which became U+FFFD.
    case repaired(String)
    case end
    /// Ctrl-C: the line was given up.
    case interrupted
}

extension LineOutcome {
    /// The line that the bytes are.
    init(decoding bytes: some Collection<UInt8>) {
        self =
            String(validating: bytes, as: UTF8.self).map(LineOutcome.line)
            ?? .repaired(String(decoding: bytes, as: UTF8.self))
    }
}

/// Where a session's lines come from.
protocol LineInput: AnyObject {
    /// Reads the next line, without its line end.
    ///
    /// - Parameter prompt: What stands before it on a terminal.
    func next(prompt: String) -> LineOutcome
}
