/// What a token is, as the tokeniser saw it from its characters and neighbours.
public struct TokenKind: RawRepresentable, Hashable, Sendable {
    /// A small stable number; part of no file format (see ``name`` for that).
    public let rawValue: UInt8

    /// Wraps a raw value.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Letters, perhaps with marks, digits, inner apostrophes or points: *word*, *O'Brien*, *U.S.*
    @inlinable public static var word: TokenKind { TokenKind(rawValue: 0) }
    /// A number in digits with its inner separators: *3*, *1,000.5*, *9/11*, *1990s*.
    @inlinable public static var number: TokenKind { TokenKind(rawValue: 1) }
    /// Punctuation and brackets.
    @inlinable public static var punctuation: TokenKind { TokenKind(rawValue: 2) }
    /// Currency signs, mathematical and other symbols.
    @inlinable public static var symbol: TokenKind { TokenKind(rawValue: 3) }
    /// A word's split-off clitic: *n't*, *'s*, *'ll*.
    @inlinable public static var clitic: TokenKind { TokenKind(rawValue: 4) }
    /// An address of the web, with or without its scheme.
    @inlinable public static var url: TokenKind { TokenKind(rawValue: 5) }
    /// An e-mail address.
    @inlinable public static var email: TokenKind { TokenKind(rawValue: 6) }
    /// An @name of a social network.
    @inlinable public static var handle: TokenKind { TokenKind(rawValue: 7) }
    /// A #topic of a social network.
    @inlinable public static var hashtag: TokenKind { TokenKind(rawValue: 8) }
    /// A telephone number; each token of one that the standard splits has this kind.
    @inlinable public static var phone: TokenKind { TokenKind(rawValue: 9) }
    /// An emoji, with its modifiers and joined parts, or an emoticon in ASCII.
    @inlinable public static var emoji: TokenKind { TokenKind(rawValue: 10) }
    /// A file's name with its extension: *report-2.doc*.
    @inlinable public static var file: TokenKind { TokenKind(rawValue: 11) }
    /// A version number: *2.0.1*, *v1.2*.
    @inlinable public static var version: TokenKind { TokenKind(rawValue: 12) }
    /// A time of day in digits: *10:30*.
    @inlinable public static var time: TokenKind { TokenKind(rawValue: 13) }

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
