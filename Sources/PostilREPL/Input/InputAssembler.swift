/// Joins the lines that belong together: those between `"""`, and those whose last character is a
/// backslash.
struct InputAssembler: Sendable {
    /// Input that is complete, and the lines that it was written in.
    struct Assembled: Hashable {
        let input: InputLine
        let source: String
    }

    private var lines: [String] = []
    private var isQuoted = false
    private var source: [String] = []

    private static let mark = "\"\"\""

    /// Whether more lines are needed.
    var isOpen: Bool { isQuoted || !lines.isEmpty }

    /// Takes a line.
    ///
    /// - Returns: The input that it completes; nil where more lines are needed.
    mutating func add(_ line: String) -> Assembled? {
        source.append(line)
        guard let input = completed(by: line) else { return nil }
        return assembled(input)
    }

    /// Ends the input: what is open counts as complete.
    mutating func end() -> Assembled? {
        guard isOpen else { return nil }
        guard let input = isQuoted ? finish() : completed(by: "") else { return nil }
        return assembled(input)
    }

    /// Several lines that came at once, as one text.
    static func pasted(_ text: String) -> Assembled {
        Assembled(input: .text(text), source: "\(mark)\n\(text)\n\(mark)")
    }

    /// Forgets the lines so far.
    mutating func reset() { self = InputAssembler() }

    private mutating func assembled(_ input: InputLine) -> Assembled {
        let assembled = Assembled(input: input, source: source.joined(separator: "\n"))
        reset()
        return assembled
    }

    private mutating func completed(by line: String) -> InputLine? {
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
            let rest = String(line.dropFirst(InputAssembler.mark.count))
            isQuoted = true
            if let end = InputAssembler.firstMark(in: rest) {
                lines = [String(rest[..<end])]
                return finish()
            }
            if !rest.isEmpty { lines.append(rest) }
            return nil
        }
        if line.hasSuffix("\\"), !line.hasSuffix("\\\\") {
            lines.append(String(line.dropLast()))
            return nil
        }
        lines.append(line)
        return InputLine(lines.joined(separator: "\n"))
    }

    private func finish() -> InputLine { .text(lines.joined(separator: "\n")) }

    private static func firstMark(in line: String) -> String.Index? {
        var index = line.startIndex
        while index < line.endIndex {
            if line[index...].hasPrefix(mark) { return index }
            index = line.index(after: index)
        }
        return nil
    }
}
