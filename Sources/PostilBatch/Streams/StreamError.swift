import Glibc

/// Why bytes could not be read or written.
public struct StreamError: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    public let code: Code

    /// The file, as the caller named it.
    public let path: String

    /// What happened, in one line for people; with the system's own words where it reported the fault.
    public let message: String

    /// The system's error number, or nil where the fault lies in the data.
    public let systemError: Int32?

    /// Makes an error about the data.
    public init(code: Code, path: String, message: String) {
        self.code = code
        self.path = path
        self.message = message
        systemError = nil
    }

    /// Makes an error that the system reported.
    ///
    /// - Parameters:
    ///   - action: What was tried, as "cannot open".
    ///   - systemError: The value of `errno`.
    init(code: Code, path: String, action: String, systemError: Int32) {
        self.code = code
        self.path = path
        self.systemError = systemError
        message = "\(action): \(String(cString: strerror(systemError)))"
    }

    /// A kind of error; its raw value is the stable name that records show.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The input cannot be opened or read.
        public static let inputUnreadable = Code(rawValue: "input-unreadable")
        /// The path names a folder where a file is needed.
        public static let isDirectory = Code(rawValue: "is-directory")
        /// A gzip file ends before its last member does.
        public static let truncatedGzip = Code(rawValue: "truncated-gzip")
        /// A gzip file's bytes contradict themselves or their checksum.
        public static let corruptGzip = Code(rawValue: "corrupt-gzip")
        /// A Zstandard file ends before its last frame does.
        public static let truncatedZstd = Code(rawValue: "truncated-zstd")
        /// A Zstandard file's bytes contradict themselves or their checksum.
        public static let corruptZstd = Code(rawValue: "corrupt-zstd")
        /// No space is left on the device or in the quota.
        public static let diskFull = Code(rawValue: "disk-full")
        /// Nobody reads the other end of the pipe any more.
        public static let closedPipe = Code(rawValue: "closed-pipe")
        /// What a run left cannot be gone on with, or would be lost.
        public static let journalRefused = Code(rawValue: "journal-refused")
        /// The output cannot be opened, written or renamed for another reason.
        public static let outputFailed = Code(rawValue: "output-failed")
    }
}

extension StreamError: CustomStringConvertible {
    /// The path and message with the code.
    public var description: String { "\(path): \(message) [\(code.rawValue)]" }
}

extension StreamError {
    /// The error for a failed read.
    static func reading(_ path: String, _ action: String, _ systemError: Int32) -> StreamError {
        let code: Code = systemError == EISDIR ? .isDirectory : .inputUnreadable
        return StreamError(code: code, path: path, action: action, systemError: systemError)
    }

    /// The error for a failed write.
    static func writing(_ path: String, _ action: String, _ systemError: Int32) -> StreamError {
        let code: Code =
            switch systemError {
            case ENOSPC, EDQUOT: .diskFull
            case EPIPE: .closedPipe
            case EISDIR: .isDirectory
            default: .outputFailed
            }
        return StreamError(code: code, path: path, action: action, systemError: systemError)
    }
}
