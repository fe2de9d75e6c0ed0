/// A name and what it means, as a lexicon is built from it.
public struct LexiconEntry: Hashable, Sendable {
    /// The name as texts write it; its capitals say which are asked of a text.
    public var surface: String
    /// What it names.
    public var kind: LexiconKind
    /// The name in its usual form; nil where that is the surface.
    public var canonical: String?
    /// What it is known by elsewhere, as in `geonames:99237`.
    public var link: String?
    /// How much it weighs against others of the kind, such as a population or a count.
    public var weight: UInt64
    /// A detail of the kind, such as a country's code.
    public var detail: String?
    /// Other forms of the name.
    public var alternatives: [String]

    /// Makes an entry.
    public init(
        surface: String,
        kind: LexiconKind,
        canonical: String? = nil,
        link: String? = nil,
        weight: UInt64 = 0,
        detail: String? = nil,
        alternatives: [String] = []
    ) {
        self.surface = surface
        self.kind = kind
        self.canonical = canonical
        self.link = link
        self.weight = weight
        self.detail = detail
        self.alternatives = alternatives
    }
}
