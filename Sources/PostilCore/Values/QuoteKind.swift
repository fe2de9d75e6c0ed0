/// What a quotation is.
public struct QuoteKind: RawRepresentable, Hashable, Sendable {
    /// A small stable number, the position of ``name`` in ``names``.
    public let rawValue: UInt8

    /// Wraps a number.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The kind called `name`; nil where there is none.
    public init?(name: String) {
        guard let index = QuoteKind.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// The names of all kinds, by number.
    public static let names = ["direct", "indirect", "mixed", "scare", "title", "nickname", "part", "nested"]

    /// All kinds, by number.
    public static let all = names.indices.map { QuoteKind(rawValue: UInt8($0)) }

    /// The name that records show.
    public var name: String { Int(rawValue) < QuoteKind.names.count ? QuoteKind.names[Int(rawValue)] : "direct" }

    /// Somebody's own words, set off by marks, dashes, a speaker's name or an indent.
    @inlinable public static var direct: QuoteKind { QuoteKind(rawValue: 0) }
    /// What somebody said or thinks, in the writer's words.
    @inlinable public static var indirect: QuoteKind { QuoteKind(rawValue: 1) }
    /// Indirect speech part of which stands between marks.
    @inlinable public static var mixed: QuoteKind { QuoteKind(rawValue: 2) }
    /// Words between marks that the writer keeps at a distance or names as words.
    @inlinable public static var scare: QuoteKind { QuoteKind(rawValue: 3) }
    /// The name of a book, a song, a film, an article.
    @inlinable public static var title: QuoteKind { QuoteKind(rawValue: 4) }
    /// A name by which somebody or something goes.
    @inlinable public static var nickname: QuoteKind { QuoteKind(rawValue: 5) }
    /// A stretch between marks inside a mixed quotation, which is its parent.
    @inlinable public static var part: QuoteKind { QuoteKind(rawValue: 6) }

    /// Somebody's words inside a direct quotation, which is its parent.
    @inlinable public static var nested: QuoteKind { QuoteKind(rawValue: 7) }

    /// Whether what is quoted was said, written or thought by its speaker.
    @inlinable public var isSpeech: Bool { rawValue <= 2 || self == .nested }
}
