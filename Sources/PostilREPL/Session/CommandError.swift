/// Why a command did not do what was asked, in one line that says what to do.
struct CommandError: Error, Hashable {
    /// What kind of failure it is; the worst of a session is its exit code.
    enum Kind: Int32 {
        /// The command was understood and failed.
        case failed = 1
        /// The command was not understood.
        case usage = 2
    }

    let kind: Kind
    let message: String

    /// The words behind a command's name do not fit it; the message becomes its usage.
    static let wrongArguments = CommandError(kind: .usage, message: "")

    static func failed(_ message: String) -> CommandError { CommandError(kind: .failed, message: message) }
    static func usage(_ message: String) -> CommandError { CommandError(kind: .usage, message: message) }
}

extension CommandError: CustomStringConvertible {
    /// The message.
    var description: String { message }
}
