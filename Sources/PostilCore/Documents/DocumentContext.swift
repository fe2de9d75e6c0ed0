/// What is known of a document besides its text.
public struct DocumentContext: Hashable, Sendable {
    /// The date to which the text's relative dates refer, in ISO 8601; nil where none was given.
    public var referenceDate: String?

    /// Where ``referenceDate`` came from, for instance `field` or `option`.
    public var referenceDateSource: String?

    /// The language, as a BCP 47 tag.
    public var language: String

    /// The caller's own fields that the annotators are to see, by name.
    public var fields: [String: String]

    /// Makes a context.
    public init(
        referenceDate: String? = nil,
        referenceDateSource: String? = nil,
        language: String = "en",
        fields: [String: String] = [:]
    ) {
        self.referenceDate = referenceDate
        self.referenceDateSource = referenceDateSource
        self.language = language
        self.fields = fields
    }
}
