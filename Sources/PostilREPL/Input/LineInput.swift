/// What reading a line brought.
enum LineOutcome: Hashable {
    case line(String)
    case end
    /// Ctrl-C: the line was given up.
    case interrupted
}

/// Where a session's lines come from.
protocol LineInput: AnyObject {
    /// Reads the next line, without its line end.
    ///
    /// - Parameter prompt: What stands before it on a terminal.
    func next(prompt: String) -> LineOutcome
}
