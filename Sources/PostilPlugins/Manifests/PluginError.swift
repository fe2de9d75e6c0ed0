/// Why a plugin cannot be used: found before any text is read.
public struct PluginError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is.
    public let code: Code

    /// One line that names the plugin and says what to do.
    public let message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }

    /// A kind of failure; its raw value is the stable name.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// No plugin is at the place that was named.
        public static let notFound = Code(rawValue: "not-found")
        /// The manifest cannot be read or says something that no manifest says.
        public static let badManifest = Code(rawValue: "bad-manifest")
        /// The plugin speaks another version of the protocol.
        public static let protocolVersion = Code(rawValue: "protocol-version")
        /// The plugin is there in another version than the one that was asked for.
        public static let wrongVersion = Code(rawValue: "wrong-version")
        /// The program cannot be started or does not introduce itself.
        public static let cannotStart = Code(rawValue: "cannot-start")
        /// The program says something else of itself than its manifest does.
        public static let otherManifest = Code(rawValue: "other-manifest")
        /// A name is taken.
        public static let nameClash = Code(rawValue: "name-clash")
        /// A file of rules has faults, or its examples do not hold.
        public static let badRules = Code(rawValue: "bad-rules")
        /// The plugin is not trusted, or has changed since it was.
        public static let notTrusted = Code(rawValue: "not-trusted")
        /// A file cannot be written.
        public static let cannotWrite = Code(rawValue: "cannot-write")
    }
}
