/// Why bytes are not the JSON that was asked for.
public struct JSONError: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    public let code: Code

    /// Where, as a byte offset from the start of the bytes that were read.
    public let offset: Int

    /// What stood there, in one line for people.
    public let message: String

    /// Makes an error.
    public init(code: Code, offset: Int, message: String) {
        self.code = code
        self.offset = offset
        self.message = message
    }

    /// A kind of error; its raw value is the stable name that records show.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A byte that the grammar does not allow at its place; the offset is the byte's.
        public static let unexpectedByte = Code(rawValue: "unexpected-byte")
        /// The bytes end before the value does; the offset is their end.
        public static let unexpectedEnd = Code(rawValue: "unexpected-end")
        /// A string without its closing quotation mark; the offset is that of the opening one.
        public static let unterminatedString = Code(rawValue: "unterminated-string")
        /// A backslash with no escape behind it that JSON has; the offset is the backslash's.
        public static let badEscape = Code(rawValue: "bad-escape")
        /// A number against the grammar, such as `01` or `1.`; the offset is that of its first byte.
        public static let badNumber = Code(rawValue: "bad-number")
        /// An escaped surrogate without its partner; the offset is that of its backslash.
        public static let loneSurrogate = Code(rawValue: "lone-surrogate")
        /// More open arrays and objects than the limit; the offset is that of the bracket too many.
        public static let tooDeep = Code(rawValue: "too-deep")
        /// Something other than white space behind the value; the offset is that of its first byte.
        public static let trailingData = Code(rawValue: "trailing-data")
        /// A raw byte below U+0020 in a string; the offset is the byte's.
        public static let controlCharacter = Code(rawValue: "control-character")
        /// A sound value of another type than was asked for; the offset is that of its first byte.
        public static let wrongType = Code(rawValue: "wrong-type")
        /// Bytes that are not UTF-8; the offset is that of the first bad one.
        public static let invalidUTF8 = Code(rawValue: "invalid-utf8")
    }
}

extension JSONError: CustomStringConvertible {
    /// The message with its place and code.
    public var description: String { "\(message) at byte \(offset) [\(code.rawValue)]" }
}

extension JSONError {
    /// A byte as messages show it: itself in quotation marks, or its number.
    static func name(of byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F ? "“\(Character(Unicode.Scalar(byte)))”" : hexadecimal(byte)
    }

    /// A byte's number as `0x0A`.
    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0x0\(digits)" : "0x\(digits)"
    }
}
