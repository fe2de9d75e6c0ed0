/// Why a gold document cannot be read.
public struct GoldError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line that says what stood there.
    public let message: String

    /// Makes an error.
    public init(message: String) { self.message = message }

    /// The message.
    public var description: String { message }
}
