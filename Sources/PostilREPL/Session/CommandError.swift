import PostilBatch

/// Why a command did not do what was asked, in one line that says what to do.
public struct CommandError: Error, Hashable, Sendable {
    /// What kind of failure it is; the worst of a session is its exit code.
    enum Kind: Int32 {
        /// The command was understood and failed.
        case failed = 1
        /// The command was not understood.
        case usage = 2
    }

    let kind: Kind

    /// The line.
    public let message: String

    /// Whether it was Ctrl-C, which ends a script too.
    let isInterruption: Bool

    private init(kind: Kind, message: String, isInterruption: Bool = false) {
        self.kind = kind
        self.message = message
        self.isInterruption = isInterruption
    }

    /// The words behind a command's name do not fit it; the message becomes its usage.
    public static let wrongArguments = CommandError(kind: .usage, message: "")

    /// A line of input that was repaired.
    static let notUTF8 = CommandError(
        kind: .failed,
        message: "the line is not UTF-8: each byte of it that is none became \u{FFFD}"
    )

    /// Ctrl-C.
    static let stopped = stopped("")

    /// Ctrl-C, with how far it had come.
    static func stopped(_ extent: String) -> CommandError {
        CommandError(kind: .failed, message: "stopped by Ctrl-C\(extent)", isInterruption: true)
    }

    /// A file that cannot be read or written.
    static func failed(_ error: StreamError) -> CommandError {
        .failed("\(error.path.isEmpty ? "''" : error.path): \(error.message)")
    }

    /// The command was understood, and failed.
    public static func failed(_ message: String) -> CommandError { CommandError(kind: .failed, message: message) }

    /// The command was not understood.
    public static func usage(_ message: String) -> CommandError { CommandError(kind: .usage, message: message) }
}

extension CommandError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
