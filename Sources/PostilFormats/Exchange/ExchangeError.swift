/// Why a document cannot be read from another format or written in it.
public struct ExchangeError: Error, Hashable, Sendable {
    /// The line of the input, counted from 1; nil where none is at fault.
    public let line: Int?

    /// What is wrong, in one line for people.
    public let message: String

    /// Makes an error.
    public init(line: Int? = nil, _ message: String) {
        self.line = line
        self.message = message
    }
}

extension ExchangeError: CustomStringConvertible {
    /// The message with its line.
    public var description: String { line.map { "line \($0): \(message)" } ?? message }
}
