import PostilCore

/// What a contact says besides where it is.
public struct ContactValue: LayerValue {
    /// What it is.
    public var kind: ContactKind

    /// The form in which two writings of one contact are the same: without spaces, domains in lower case.
    public var canonical: String

    /// The domain of an address, the country of an account (ISO 3166), or the range of an IP address, such as
    /// `private` or `documentation`; nil where nothing is known.
    public var scope: String?

    /// Makes a value.
    public init(_ kind: ContactKind, canonical: String, scope: String? = nil) {
        self.kind = kind
        self.canonical = canonical
        self.scope = scope
    }

    /// The kind's name.
    public var type: String? { kind.rawValue }

    /// The canonical form as `value`, then the scope.
    public var features: [Feature] {
        [Feature("value", canonical)] + (scope.map { [Feature("scope", $0)] } ?? [])
    }

    /// The value of a kind with the features that ``features`` writes.
    public init?(type: String?, features: [Feature]) {
        guard let kind = type.flatMap(ContactKind.init(rawValue:)), features.first?.key == "value", features.count < 3
        else { return nil }
        if features.count == 2, features[1].key != "scope" { return nil }
        self.init(kind, canonical: features[0].value, scope: features.count == 2 ? features[1].value : nil)
    }
}
