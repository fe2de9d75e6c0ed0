/// The capitals of a token, as features and rules ask for them.
public struct TokenShape: RawRepresentable, Hashable, Sendable {
    /// A small stable number.
    public let rawValue: UInt8

    /// Wraps a raw value.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No letter.
    @inlinable public static var none: TokenShape { TokenShape(rawValue: 0) }
    /// All letters in lower case: *word*.
    @inlinable public static var lower: TokenShape { TokenShape(rawValue: 1) }
    /// One capital first, the rest lower, one letter alone excluded: *Word*.
    @inlinable public static var capitalized: TokenShape { TokenShape(rawValue: 2) }
    /// Two or more letters, all capitals: *NATO*, *U.S.*
    @inlinable public static var upper: TokenShape { TokenShape(rawValue: 3) }
    /// One capital letter alone: *A*, *J.*
    @inlinable public static var initial: TokenShape { TokenShape(rawValue: 4) }
    /// Capitals inside: *iPhone*, *McDonald*.
    @inlinable public static var mixed: TokenShape { TokenShape(rawValue: 5) }

    /// All shapes, by raw value.
    public static let all: [TokenShape] = (0...5).map { TokenShape(rawValue: UInt8($0)) }

    private static let names = ["none", "lower", "capitalized", "upper", "initial", "mixed"]

    /// The name that records show.
    public var name: String {
        Int(rawValue) < TokenShape.names.count ? TokenShape.names[Int(rawValue)] : "unknown"
    }
}
