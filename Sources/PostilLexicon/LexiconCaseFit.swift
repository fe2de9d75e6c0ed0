/// How well the capitals of a stretch of text agree with those of the entry that it matches.
public struct LexiconCaseFit: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// A small stable number, larger for a worse fit.
    public let rawValue: UInt8

    /// Wraps a raw value.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The text has the capitals that the entry has: *Reading* for *Reading*, *US* for *US*.
    @inlinable public static var asWritten: LexiconCaseFit { LexiconCaseFit(rawValue: 0) }
    /// The text is in capitals where the entry is not: *IRAQ*.
    @inlinable public static var capitals: LexiconCaseFit { LexiconCaseFit(rawValue: 1) }
    /// The text writes an acronym of four letters or more as a word: *Nato*.
    @inlinable public static var relaxed: LexiconCaseFit { LexiconCaseFit(rawValue: 2) }
    /// The text has small letters where the entry asks for capitals: *reading*, *us*.
    @inlinable public static var ignored: LexiconCaseFit { LexiconCaseFit(rawValue: 3) }

    /// Whether the fit of `left` is better.
    @inlinable
    public static func < (left: LexiconCaseFit, right: LexiconCaseFit) -> Bool { left.rawValue < right.rawValue }

    /// The name that messages show.
    public var description: String {
        switch self {
        case .asWritten: "as written"
        case .capitals: "in capitals"
        case .relaxed: "acronym written as a word"
        default: "case ignored"
        }
    }
}
