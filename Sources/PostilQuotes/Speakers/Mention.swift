/// A mention of somebody or something by name.
struct Mention {
    /// The tokens of the name, without titles and what else belongs to its noun phrase.
    let name: Range<Int>
    /// The name's position in the layer of names; nil where it is none of it.
    let entity: Int?
    /// The number of the thing that is named: mentions that share it name the same.
    var referent: Int
    let gender: Gender
    /// Whether a verb follows, so that the name is what its clause is about.
    let isSubject: Bool
    /// Whether it stands in a direct quotation.
    let isQuoted: Bool
    /// Whether the thing is an organisation, a place or a text rather than a person.
    let isPerson: Bool
    /// Whether it is an organisation by the layer of names.
    let isOrganization: Bool
}

/// What can be known from words of whom a name or a pronoun is about.
enum Gender {
    case male
    case female
    case unknown

    /// Whether both can be about the same person.
    func agrees(with other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}
