/// How quotations are put together.
public struct QuoteOptions: Hashable, Sendable {
    /// Whether a quotation that *he said* interrupts is one with several parts; if not, each of its parts is
    /// a quotation.
    public var joinsParts: Bool

    /// Makes options.
    public init(joinsParts: Bool = true) { self.joinsParts = joinsParts }
}
