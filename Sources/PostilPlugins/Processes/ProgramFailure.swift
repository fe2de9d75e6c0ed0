import PostilCore

/// Why a plugin's program is not to be used any more.
struct ProgramFailure: Error, Hashable {
    let code: ErrorCode
    /// One line that says what it did.
    let message: String

    init(_ code: ErrorCode, _ message: String) {
        self.code = code
        self.message = message
    }
}
