/// What a token is, as the tokeniser saw it from its characters and neighbours.
public struct TokenKind: RawRepresentable, Hashable, Sendable {
    /// A small stable number; part of no file format (see ``name`` for that).
    public let rawValue: UInt8

    /// Wraps a raw value.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Letters, perhaps with marks, digits, inner apostrophes or points: *word*, *O'Brien*, *U.S.*
    public static let word = TokenKind(rawValue: 0)
    /// A number in digits with its inner separators: *3*, *1,000.5*, *9/11*, *1990s*.
    public static let number = TokenKind(rawValue: 1)
    /// Punctuation and brackets.
    public static let punctuation = TokenKind(rawValue: 2)
    /// Currency signs, mathematical and other symbols.
    public static let symbol = TokenKind(rawValue: 3)
    /// A word's split-off clitic: *n't*, *'s*, *'ll*.
    public static let clitic = TokenKind(rawValue: 4)
    /// An address of the web, with or without its scheme.
    public static let url = TokenKind(rawValue: 5)
    /// An e-mail address.
    public static let email = TokenKind(rawValue: 6)
    /// An @name of a social network.
    public static let handle = TokenKind(rawValue: 7)
    /// A #topic of a social network.
    public static let hashtag = TokenKind(rawValue: 8)
    /// A telephone number; each token of one that the standard splits has this kind.
    public static let phone = TokenKind(rawValue: 9)
    /// An emoji, with its modifiers and joined parts, or an emoticon in ASCII.
    public static let emoji = TokenKind(rawValue: 10)
    /// A file's name with its extension: *report-2.doc*.
    public static let file = TokenKind(rawValue: 11)
    /// A version number: *2.0.1*, *v1.2*.
    public static let version = TokenKind(rawValue: 12)
    /// A time of day in digits: *10:30*.
    public static let time = TokenKind(rawValue: 13)

    /// All kinds, by raw value.
    public static let all: [TokenKind] = (0...13).map { TokenKind(rawValue: UInt8($0)) }

    private static let names = [
        "word", "number", "punctuation", "symbol", "clitic", "url", "email", "handle", "hashtag", "phone",
        "emoji", "file", "version", "time",
    ]

    /// The name that records show.
    public var name: String {
        Int(rawValue) < TokenKind.names.count ? TokenKind.names[Int(rawValue)] : "unknown"
    }
}
