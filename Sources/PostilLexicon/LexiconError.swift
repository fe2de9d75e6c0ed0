import PostilCore

/// Why a lexicon cannot be used or made.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `lexicon-damaged`, `lexicon-version`, `lexicon-unreadable`, `invalid-entry` or `lexicon-too-large`.
    public let code: ErrorCode

    /// One line that says what was found and what to do.
    public let message: String

    /// Where in the input the fault is, as `file:line:column`, or the file alone; nil where there is no file.
    public let place: String?

    /// The place, the code and the message.
    public var description: String { (place.map { "\($0): " } ?? "") + "\(code): \(message)" }

    /// Makes an error.
    public init(code: ErrorCode, message: String, place: String? = nil) {
        self.code = code
        self.message = message
        self.place = place
    }
}

extension ErrorCode {
    /// A lexicon's bytes are cut off or changed, or it is no lexicon.
    public static let lexiconDamaged: ErrorCode = "lexicon-damaged"
    /// A lexicon was written by another version of the format.
    public static let lexiconVersion: ErrorCode = "lexicon-version"
    /// A lexicon's file cannot be opened or mapped.
    public static let lexiconUnreadable: ErrorCode = "lexicon-unreadable"
    /// A line of a lexicon's source does not say what it should.
    public static let invalidEntry: ErrorCode = "invalid-entry"
    /// A lexicon has more entries or text than the format can hold.
    public static let lexiconTooLarge: ErrorCode = "lexicon-too-large"
}
