/// What a name names, in the types of OntoNotes 5.
///
/// Source: Weischedel et al., *OntoNotes Release 5.0*, 2013.
public struct EntityKind: RawRepresentable, Hashable, Sendable {
    /// A small stable number, the position of ``name`` in ``names``.
    public let rawValue: UInt8

    /// Wraps a number.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The kind called `name`; nil where there is none.
    public init?(name: String) {
        guard let index = EntityKind.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// The names of all kinds, by number.
    public static let names = [
        "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    ]

    /// All kinds, by number.
    public static let all = names.indices.map { EntityKind(rawValue: UInt8($0)) }

    /// The name that records show.
    public var name: String { Int(rawValue) < EntityKind.names.count ? EntityKind.names[Int(rawValue)] : "MISC" }

    /// A person, real or not.
    @inlinable public static var person: EntityKind { EntityKind(rawValue: 0) }
    /// A nationality, or a religious or political group.
    @inlinable public static var group: EntityKind { EntityKind(rawValue: 1) }
    /// A building, an airport, a road, a bridge.
    @inlinable public static var facility: EntityKind { EntityKind(rawValue: 2) }
    /// A company, an agency, an institution.
    @inlinable public static var organization: EntityKind { EntityKind(rawValue: 3) }
    /// A country, a state, a city.
    @inlinable public static var geopolitical: EntityKind { EntityKind(rawValue: 4) }
    /// Another place: a mountain, a body of water, a region.
    @inlinable public static var location: EntityKind { EntityKind(rawValue: 5) }
    /// A vehicle, a weapon, a food, a thing that is sold.
    @inlinable public static var product: EntityKind { EntityKind(rawValue: 6) }
    /// A named storm, battle, war, sports event.
    @inlinable public static var event: EntityKind { EntityKind(rawValue: 7) }
    /// A title of a book, a song, a film.
    @inlinable public static var workOfArt: EntityKind { EntityKind(rawValue: 8) }
    /// A document that has been made a law, a treaty.
    @inlinable public static var law: EntityKind { EntityKind(rawValue: 9) }
    /// A language.
    @inlinable public static var language: EntityKind { EntityKind(rawValue: 10) }
}
