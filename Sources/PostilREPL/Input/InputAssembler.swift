/// Joins the lines that belong together: those between `"""`, and those whose last character is a
/// backslash.
struct InputAssembler: Sendable {
    private var lines: [String] = []
    private var isQuoted = false

    private static let mark = "\"\"\""

    /// Whether more lines are needed.
    var isOpen: Bool { isQuoted || !lines.isEmpty }

    /// Takes a line.
    ///
    /// - Returns: The input that it completes; nil where more lines are needed. Text between marks comes with
    ///   a space before it where it would be read as a command.
    mutating func add(_ line: String) -> InputLine? {
        if isQuoted {
            guard let end = InputAssembler.firstMark(in: line) else {
                lines.append(line)
                return nil
            }
            let last = String(line[..<end])
            if !last.isEmpty { lines.append(last) }
            return finish()
        }
        if lines.isEmpty, line.hasPrefix(InputAssembler.mark) {
            let rest = line.dropFirst(InputAssembler.mark.count)
            isQuoted = true
            if let end = InputAssembler.firstMark(in: String(rest)) {
                lines = [String(rest[..<end])]
                return finish()
            }
            if !rest.isEmpty { lines.append(String(rest)) }
            return nil
        }
        if line.hasSuffix("\\"), !line.hasSuffix("\\\\") {
            lines.append(String(line.dropLast()))
            return nil
        }
        guard !lines.isEmpty else { return InputLine(line) }
        lines.append(line)
        let joined = lines.joined(separator: "\n")
        lines = []
        return InputLine(joined)
    }

    /// Ends the input: what is open counts as complete.
    mutating func end() -> InputLine? {
        guard isOpen else { return nil }
        return isQuoted ? finish() : add("")
    }

    /// Forgets the lines so far.
    mutating func reset() { self = InputAssembler() }

    private mutating func finish() -> InputLine {
        let text = lines.joined(separator: "\n")
        reset()
        return .text(text)
    }

    private static func firstMark(in line: String) -> String.Index? {
        var index = line.startIndex
        while index < line.endIndex {
            if line[index...].hasPrefix(mark) { return index }
            index = line.index(after: index)
        }
        return nil
    }
}
