import PostilCore
import PostilFormats

/// How the labels of a source of names read in the types of OntoNotes.
public struct EntityScheme: Sendable {
    /// The types that each label may mean; none where it marks what is no name.
    public let labels: [String: [EntityKind]]

    /// The types that the source leaves unmarked, always or often.
    public let unmarked: [EntityKind]

    /// Whether its names of persons begin with titles.
    public let includesTitles: Bool

    /// Whether a machine has marked the names, whose types give way to what the lexicons know beyond doubt.
    public let isMachine: Bool

    /// The scheme whose labels are the types themselves.
    public static let types = EntityScheme(
        labels: Dictionary(uniqueKeysWithValues: EntityKind.all.map { ($0.name, [$0]) }),
        unmarked: [],
        includesTitles: false,
        isMachine: false
    )

    private init(labels: [String: [EntityKind]], unmarked: [EntityKind], includesTitles: Bool, isMachine: Bool) {
        self.labels = labels
        self.unmarked = unmarked
        self.includesTitles = includesTitles
        self.isMachine = isMachine
    }

    /// Reads a scheme: `{"labels": {label: [type]}, "unmarked": [type], "titles": bool, "machine": bool}`.
    ///
    /// - Throws: ``GoldError`` where a type is none of OntoNotes'.
    public init(_ value: JSONValue) throws(GoldError) {
        func kinds(_ names: JSONValue?) throws(GoldError) -> [EntityKind] {
            var kinds: [EntityKind] = []
            for name in names?.array ?? [] {
                guard let kind = name.string.flatMap(EntityKind.init(name:)) else {
                    throw GoldError(message: "'\(name.serialized())' is no type of names")
                }
                kinds.append(kind)
            }
            return kinds
        }
        var labels: [String: [EntityKind]] = [:]
        for member in value["labels"]?.object?.members ?? [] { labels[member.key] = try kinds(member.value) }
        self.labels = labels
        unmarked = try kinds(value["unmarked"])
        includesTitles = value["titles"]?.bool ?? false
        isMachine = value["machine"]?.bool ?? false
    }
}
