/// Ends the program with a message and one of its exit codes.
struct CommandFailure: Error {
    let status: ExitStatus
    /// One line for standard error; nil where nothing is to be said.
    let message: String?

    init(_ status: ExitStatus, _ message: String? = nil) {
        self.status = status
        self.message = message
    }
}
