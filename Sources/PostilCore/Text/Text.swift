/// Valid UTF-8 text of at most 4 GiB, addressed by byte offsets.
///
/// A text never changes and a copy shares its storage, so spans stay valid for as long as the text
/// lives and documents are cheap to pass around.
public struct Text: Hashable, Sendable {
    /// The UTF-8 bytes.
    public let bytes: [UInt8]

    /// Whether every scalar is ASCII, so that byte, code point and UTF-16 offsets agree.
    public let isASCII: Bool

    /// The largest number of bytes that a text may have, so that an offset fits in 32 bits.
    public static let maximumByteCount = Int(UInt32.max)

    /// Copies the UTF-8 bytes of `string`.
    ///
    /// A string beyond ``maximumByteCount`` is not accepted here; it arrives through
    /// ``init(validating:)``, which refuses it.
    ///
    /// - Complexity: O(n).
    public init(_ string: String) {
        bytes = Array(string.utf8)
        isASCII = bytes.withUnsafeBufferPointer(UTF8Validator.isASCII)
    }

    /// Takes over `bytes` if they are valid UTF-8.
    ///
    /// - Throws: ``AnnotationError`` with the code `invalid-utf8` and the offset of the first bad byte,
    ///   or `text-too-large`.
    /// - Complexity: O(n).
    public init(validating bytes: [UInt8]) throws(AnnotationError) {
        guard bytes.count <= Text.maximumByteCount else {
            throw AnnotationError(
                code: .textTooLarge,
                message: "the text has \(bytes.count) bytes; the most that a document can have is 4 GiB: split it"
            )
        }
        if let offset = UTF8Validator.firstInvalid(in: bytes) {
            throw AnnotationError(
                code: .invalidUTF8,
                message: "byte \(offset) of the text (0x\(hexadecimal(bytes[offset]))) is not valid UTF-8: "
                    + "convert or repair it",
                byteOffset: offset
            )
        }
        self.init(validated: bytes)
    }

    /// Takes over bytes that the caller has validated, as a reader of a larger buffer does.
    ///
    /// - Precondition: `bytes` are valid UTF-8 and no longer than ``maximumByteCount``.
    public init(validated bytes: [UInt8]) {
        assert(UTF8Validator.firstInvalid(in: bytes) == nil, "the bytes are not UTF-8")
        self.bytes = bytes
        isASCII = bytes.withUnsafeBufferPointer(UTF8Validator.isASCII)
    }

    /// Takes over `bytes`, each maximal invalid part replaced by U+FFFD.
    ///
    /// - Returns: The text, and how many parts were replaced.
    /// - Throws: ``AnnotationError`` with the code `text-too-large`.
    /// - Complexity: O(n).
    public static func repairing(_ bytes: [UInt8]) throws(AnnotationError) -> (text: Text, replacements: Int) {
        let (repaired, replacements) = UTF8Validator.repaired(bytes)
        return (try Text(validating: repaired), replacements)
    }

    /// The number of bytes.
    @inlinable
    public var count: Int { bytes.count }

    /// Whether the text has no byte.
    @inlinable
    public var isEmpty: Bool { bytes.isEmpty }

    /// The span of the whole text.
    public var span: Span { Span(0..<bytes.count) }

    /// The text as a Swift string.
    ///
    /// - Complexity: O(n).
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The characters of `span`, cut to the text's bounds.
    ///
    /// - Complexity: O(length of the span).
    public subscript(span: Span) -> String {
        String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// Whether `offset` is the start of a scalar, or the end of the text.
    @inlinable
    public func isScalarBoundary(_ offset: UInt32) -> Bool {
        let index = Int(offset)
        guard index < bytes.count else { return index == bytes.count }
        return bytes[index] & 0xC0 != 0x80
    }
}

extension Text: ExpressibleByStringLiteral {
    /// A text of the literal's bytes.
    public init(stringLiteral value: String) { self.init(value) }
}

/// `byte` as two hexadecimal digits.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
}
