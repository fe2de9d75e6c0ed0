/// Why a line is not the record that was asked for.
public struct RecordError: Error, Hashable, Sendable {
    /// The kind, for programs.
    public let code: Code

    /// The field at fault, from the top of the record, such as `entities[3].start`; empty where it is the whole.
    public private(set) var path: String

    /// What is wrong with it, in one line for people.
    public let message: String

    /// Makes an error.
    public init(code: Code, path: String = "", message: String) {
        self.code = code
        self.path = path
        self.message = message
    }

    /// A kind of error.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The line is not JSON in UTF-8.
        public static let invalidJSON = Code(rawValue: "invalid-json")
        /// A field is missing, stands twice, is unknown, or has another type than the schema says.
        public static let wrongShape = Code(rawValue: "wrong-shape")
        /// The line names another schema.
        public static let wrongSchema = Code(rawValue: "wrong-schema")
        /// Offsets lie outside the text, inside a scalar, or end before they start.
        public static let badSpan = Code(rawValue: "bad-span")
        /// The text at a span is not the one that stands beside it.
        public static let wrongSurface = Code(rawValue: "wrong-surface")
    }
}

extension RecordError {
    /// The error as seen from the object that holds the faulty one under `name`.
    func inside(_ name: String) -> RecordError {
        var error = self
        error.path = path.isEmpty ? name : path.hasPrefix("[") ? name + path : "\(name).\(path)"
        return error
    }

    /// The error as seen from the list that holds the faulty value at `index`.
    func inside(_ index: Int) -> RecordError { inside("[\(index)]") }
}

extension RecordError: CustomStringConvertible {
    /// The path and the message.
    public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
