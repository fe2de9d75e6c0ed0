/// What is wrong at a place of a rule file, and what to do.
public struct RuleDiagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line that says what was found and what is expected.
    public let message: String

    /// The file's name as it was given.
    public let file: String

    /// The line, counted from 1.
    public let line: Int

    /// The column in characters, counted from 1.
    public let column: Int

    /// How many characters the fault covers; at least 1.
    public let length: Int

    /// The line's text.
    public let excerpt: String

    /// What was probably meant; nil where nothing is near.
    public let suggestion: String?

    /// The place and the message, the line, and a caret under the fault.
    public var description: String {
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        let before = excerpt.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
        let carets = "^" + String(repeating: "~", count: max(0, min(length, excerpt.count - column + 1) - 1))
        return "\(file):\(line):\(column): \(message)" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
            + "\n  \(number) | \(excerpt)\n  \(margin) | \(before)\(carets)"
    }
}
