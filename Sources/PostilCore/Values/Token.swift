/// What the tokeniser knows of a token besides its span.
public struct Token: Hashable, Sendable {
    /// The hash of the lower-cased form; see ``LowercaseHash``.
    public let hash: LowercaseHash
    /// What the token is.
    public let kind: TokenKind
    /// Its capitals.
    public let shape: TokenShape

    /// Makes a token's value.
    @inlinable
    public init(hash: LowercaseHash, kind: TokenKind, shape: TokenShape) {
        self.hash = hash
        self.kind = kind
        self.shape = shape
    }
}
