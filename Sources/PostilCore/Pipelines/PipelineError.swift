/// Why a pipeline cannot be built: found before any text is read.
public struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is: `no-provider`, `two-providers`, `type-clash` or `cycle`.
    public let code: ErrorCode

    /// One line that names the steps and says what to do.
    public let message: String

    /// The code and the message.
    public var description: String { "\(code): \(message)" }
}
