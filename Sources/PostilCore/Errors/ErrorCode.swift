/// The kind of an error, as records and logs write it.
///
/// Codes are open: a plugin adds its own by extension.
public struct ErrorCode: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The code's text, in lower case with hyphens.
    public let rawValue: String

    /// Wraps a code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Wraps a literal code.
    public init(stringLiteral value: String) { rawValue = value }

    /// The code's text.
    public var description: String { rawValue }
}

extension ErrorCode {
    /// The text has a byte that is not UTF-8.
    public static let invalidUTF8: ErrorCode = "invalid-utf8"
    /// The result was not wanted any more.
    public static let cancelled: ErrorCode = "cancelled"
    /// The text is beyond 4 GiB.
    public static let textTooLarge: ErrorCode = "text-too-large"
    /// An annotator read a layer that it does not declare in `requires`.
    public static let undeclaredRead: ErrorCode = "undeclared-read"
    /// An annotator wrote a layer that it does not declare in `provides`.
    public static let undeclaredWrite: ErrorCode = "undeclared-write"
    /// An annotator returned without providing a layer that it declares in `provides`.
    public static let layerNotProvided: ErrorCode = "layer-not-provided"
    /// A layer that is declared in `requires` is not there, since its annotator failed.
    public static let missingLayer: ErrorCode = "missing-layer"
    /// A layer was provided a second time.
    public static let layerExists: ErrorCode = "layer-exists"
    /// A layer has a span that is out of order, out of bounds or not on scalar boundaries.
    public static let invalidSpan: ErrorCode = "invalid-span"
    /// Nobody provides a required layer.
    public static let noProvider: ErrorCode = "no-provider"
    /// Two annotators provide one layer.
    public static let twoProviders: ErrorCode = "two-providers"
    /// A layer is declared, or declared and provided, with two value types.
    public static let typeClash: ErrorCode = "type-clash"
    /// Annotators need each other's layers in a circle.
    public static let cycle: ErrorCode = "cycle"
}
