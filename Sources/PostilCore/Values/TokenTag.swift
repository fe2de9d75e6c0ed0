/// The part of speech of a token, in two tag sets.
///
/// The layer ``LayerKey/tags`` has one for each token, at the same position.
public struct TokenTag: LayerValue {
    /// The tag of the Penn Treebank.
    public let penn: PennTag

    /// The part of speech of Universal Dependencies.
    public let universal: UniversalTag

    /// Makes a pair of tags.
    @inlinable
    public init(penn: PennTag, universal: UniversalTag) {
        self.penn = penn
        self.universal = universal
    }
}

extension TokenTag {
    /// The Penn tag's name.
    public var type: String? { penn.name }

    /// The universal tag's name as `upos`.
    public var features: [Feature] { [Feature("upos", universal.name)] }

    /// The tags of a type with the feature `upos`.
    public init?(type: String?, features: [Feature]) {
        guard let penn = type.flatMap(PennTag.init(name:)), features.map(\.key) == ["upos"],
            let universal = UniversalTag(name: features[0].value)
        else { return nil }
        self.init(penn: penn, universal: universal)
    }
}
