/// Why a pipeline file cannot be used.
public struct PipelineFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public let path: String

    /// The line, counted from 1; nil where it concerns none.
    public let line: Int?

    /// What is wrong and what to do, in a sentence.
    public let message: String

    /// Makes an error.
    public init(path: String, line: Int?, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    /// The place and the message.
    public var description: String { "\(path):\(line.map { "\($0):" } ?? "") \(message)" }
}
