/// What the tokeniser knows of a token besides its span.
public struct Token: LayerValue {
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

extension Token {
    /// The kind's name.
    public var type: String? { kind.name }

    /// The shape and the hash.
    public var features: [Feature] {
        [Feature("shape", shape.name), Feature("hash", String(hash.bits, radix: 16))]
    }

    /// The token of a kind with the features `shape` and `hash`.
    public init?(type: String?, features: [Feature]) {
        guard let kind = TokenKind.all.first(where: { $0.name == type }),
            features.map(\.key) == ["shape", "hash"],
            let shape = TokenShape.all.first(where: { $0.name == features[0].value }),
            let bits = UInt64(features[1].value, radix: 16)
        else { return nil }
        self.init(hash: LowercaseHash(bits: bits), kind: kind, shape: shape)
    }
}
