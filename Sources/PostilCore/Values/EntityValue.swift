/// What a name names and which other names of the document name the same.
public struct EntityValue: LayerValue {
    /// The type of the thing named.
    public var kind: EntityKind

    /// The fullest form of the name in the document, without possessive endings and line breaks.
    public var canonical: String

    /// The number of the cluster of mentions of one thing, counted from 1 in order of first mention.
    public var cluster: Int

    /// The thing's entry in a gazetteer, such as `geonames:99237`; nil where none is certain.
    public var link: String?

    /// Makes a value.
    public init(_ kind: EntityKind, canonical: String, cluster: Int, link: String? = nil) {
        self.kind = kind
        self.canonical = canonical
        self.cluster = cluster
        self.link = link
    }
}

extension EntityValue {
    /// The kind's name.
    public var type: String? { kind.name }

    /// The canonical form, the cluster and, where there is one, the link.
    public var features: [Feature] {
        [Feature("canonical", canonical), Feature("cluster", String(cluster))]
            + (link.map { [Feature("link", $0)] } ?? [])
    }

    /// The value of a kind with the features that ``features`` writes.
    public init?(type: String?, features: [Feature]) {
        guard let kind = type.flatMap(EntityKind.init(name:)), features.count >= 2, features.count <= 3,
            features[0].key == "canonical", features[1].key == "cluster", let cluster = Int(features[1].value),
            features.count == 2 || features[2].key == "link"
        else { return nil }
        self.init(
            kind,
            canonical: features[0].value,
            cluster: cluster,
            link: features.count == 3 ? features[2].value : nil
        )
    }
}
