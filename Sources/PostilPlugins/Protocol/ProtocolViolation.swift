/// A line of a plugin's program that is no answer, so that nothing that it writes after can be trusted.
struct ProtocolViolation: Error, Hashable {
    /// What is wrong with it, in a line.
    let message: String

    init(_ message: String) { self.message = message }
}
