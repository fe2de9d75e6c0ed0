/// What an entry of a lexicon names.
public struct LexiconKind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// A small stable number, 0 to 31; it stands in compiled lexicons.
    public let rawValue: UInt8

    /// Wraps a raw value.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue & 31 }

    /// Anything; a term of the user's.
    public static let term = LexiconKind(rawValue: 0)
    /// A place with a government, of no more exact kind.
    public static let place = LexiconKind(rawValue: 1)
    /// A country.
    public static let country = LexiconKind(rawValue: 2)
    /// A state, province or other first division of a country.
    public static let state = LexiconKind(rawValue: 3)
    /// A county.
    public static let county = LexiconKind(rawValue: 4)
    /// A city, town or village.
    public static let city = LexiconKind(rawValue: 5)
    /// A continent or region without a government of its own.
    public static let region = LexiconKind(rawValue: 6)
    /// A sea, lake, river or other water.
    public static let water = LexiconKind(rawValue: 7)
    /// A mountain, island, desert or other form of the land.
    public static let landform = LexiconKind(rawValue: 8)
    /// A nationality or people, as noun or adjective.
    public static let nationality = LexiconKind(rawValue: 9)
    /// A religious group.
    public static let religion = LexiconKind(rawValue: 10)
    /// A political group.
    public static let politics = LexiconKind(rawValue: 11)
    /// A nationality, religious or political group, of no more exact kind.
    public static let group = LexiconKind(rawValue: 12)
    /// A language.
    public static let language = LexiconKind(rawValue: 13)
    /// A person by full name.
    public static let person = LexiconKind(rawValue: 14)
    /// A first name that tells no gender.
    public static let firstName = LexiconKind(rawValue: 15)
    /// A first name of women.
    public static let femaleName = LexiconKind(rawValue: 16)
    /// A first name of men.
    public static let maleName = LexiconKind(rawValue: 17)
    /// A family name.
    public static let lastName = LexiconKind(rawValue: 18)
    /// An organisation, of no more exact kind.
    public static let organization = LexiconKind(rawValue: 19)
    /// A company.
    public static let company = LexiconKind(rawValue: 20)
    /// A body of government, court or international body.
    public static let institution = LexiconKind(rawValue: 21)
    /// A building, airport, road or other facility.
    public static let facility = LexiconKind(rawValue: 22)
    /// A product.
    public static let product = LexiconKind(rawValue: 23)
    /// A named event.
    public static let event = LexiconKind(rawValue: 24)
    /// A book, film, song or other work.
    public static let work = LexiconKind(rawValue: 25)
    /// A law or treaty.
    public static let law = LexiconKind(rawValue: 26)
    /// A title or office that stands before a person's name.
    public static let title = LexiconKind(rawValue: 27)

    /// A common word, which is seldom the name that its other senses say: *March*, *Nice*, *Will*.
    public static let word = LexiconKind(rawValue: 28)

    /// All kinds, by raw value.
    public static let all: [LexiconKind] = (0...28).map { LexiconKind(rawValue: UInt8($0)) }

    private static let names = [
        "term", "place", "country", "state", "county", "city", "region", "water", "landform", "nationality",
        "religion", "politics", "group", "language", "person", "first-name", "female-name", "male-name",
        "last-name", "organization", "company", "institution", "facility", "product", "event", "work", "law",
        "title", "word",
    ]

    /// The name that tables and messages use.
    public var description: String {
        Int(rawValue) < LexiconKind.names.count ? LexiconKind.names[Int(rawValue)] : "kind-\(rawValue)"
    }

    /// The OntoNotes type of a name of this kind; nil for parts of names, titles, terms and words.
    public var entityType: String? {
        switch self {
        case .place, .country, .state, .county, .city: "GPE"
        case .region, .water, .landform: "LOC"
        case .nationality, .religion, .politics, .group: "NORP"
        case .language: "LANGUAGE"
        case .person: "PERSON"
        case .organization, .company, .institution: "ORG"
        case .facility: "FAC"
        case .product: "PRODUCT"
        case .event: "EVENT"
        case .work: "WORK_OF_ART"
        case .law: "LAW"
        default: nil
        }
    }

    /// The kind with a name, or the least exact kind of an OntoNotes type.
    public init?(name: String) {
        if let index = LexiconKind.names.firstIndex(of: name) {
            self = LexiconKind.all[index]
            return
        }
        switch name {
        case "GPE": self = .place
        case "LOC": self = .region
        case "NORP": self = .group
        case "LANGUAGE": self = .language
        case "PERSON": self = .person
        case "ORG": self = .organization
        case "FAC": self = .facility
        case "PRODUCT": self = .product
        case "EVENT": self = .event
        case "WORK_OF_ART": self = .work
        case "LAW": self = .law
        default: return nil
        }
    }
}

/// A set of kinds, a bit for each.
public struct LexiconKinds: OptionSet, Hashable, Sendable {
    /// The bit of a kind is the one at its raw value.
    public let rawValue: UInt32

    /// Wraps bits.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The set of one kind.
    @inlinable
    public init(_ kind: LexiconKind) { rawValue = 1 &<< UInt32(kind.rawValue) }

    /// The set of some kinds.
    public init(_ kinds: [LexiconKind]) { self = kinds.reduce(into: []) { $0.formUnion(LexiconKinds($1)) } }

    /// Whether `kind` is among them.
    @inlinable
    public func contains(_ kind: LexiconKind) -> Bool { rawValue &>> UInt32(kind.rawValue) & 1 != 0 }

    /// The kinds, by raw value.
    public var kinds: [LexiconKind] { LexiconKind.all.filter { contains($0) } }

    /// Places with a government: GPE.
    public static let places = LexiconKinds([.place, .country, .state, .county, .city])
    /// Other places: LOC.
    public static let locations = LexiconKinds([.region, .water, .landform])
    /// Nationalities, religious and political groups: NORP.
    public static let groups = LexiconKinds([.nationality, .religion, .politics, .group])
    /// First names of any gender.
    public static let firstNames = LexiconKinds([.firstName, .femaleName, .maleName])
    /// Organisations: ORG.
    public static let organizations = LexiconKinds([.organization, .company, .institution])
}
