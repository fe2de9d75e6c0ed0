import Glibc
import Postil

/// The lines that were typed, in this session and those before, without repetitions.
///
/// The file has one entry a line; a line break in an entry is written `\n`, a backslash twice.
struct History {
    /// The entries, the oldest first. A number in `.history` is a position, counted from 1.
    private(set) var entries: [String] = []

    private var path: String?

    /// Why the last entry did not reach the file; nil where it did, or where there is no file.
    private var failure: String?

    /// How many entries are kept.
    private static let entriesKept = 2000

    /// How long an entry may be; a whole article that was pasted is no command to bring back.
    private static let longestEntry = 8192

    /// `$XDG_STATE_HOME/postil/history`, else `~/.local/state/postil/history`; nil where neither is known.
    static var standardPath: String? {
        UserFolder.path("XDG_STATE_HOME", orInHome: ".local/state").map { $0 + "/postil/history" }
    }

    /// Reads the file at `path`, to which ``add(_:)`` writes from now on. A file that cannot be read counts
    /// as empty.
    mutating func open(_ path: String) {
        self.path = path
        guard let bytes = try? ByteSource(path: path).readAll() else { return }
        var seen: Set<String> = []
        var kept: [String] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").reversed() {
            let entry = History.unescaped(line)
            guard seen.insert(entry).inserted, kept.count < History.entriesKept else { continue }
            kept.append(entry)
        }
        entries = kept.reversed() + entries
    }

    /// Hands over why entries do not reach the file, once.
    mutating func takeFailure() -> String? {
        defer { failure = nil }
        return failure
    }

    /// Adds a line. One that begins with a space, the same again, or a very long one is not kept.
    ///
    /// - Returns: Whether it was kept.
    mutating func add(_ entry: String) -> Bool {
        guard !entry.isEmpty, entry.first != " ", entry != entries.last, entry.utf8.count <= History.longestEntry
        else { return false }
        entries.append(entry)
        if let path, let stream = History.stream(path) {
            let isWritten = stream.write(History.escaped(entry) + "\n")
            if !stream.close() || !isWritten { failure = "\(path): cannot be written" }
        } else if let path {
            failure = "\(path): \(String(cString: strerror(errno)))"
        }
        // One try is enough: what was typed stays in the session.
        if failure != nil { path = nil }
        return true
    }

    /// The file, made with its folders where it is not there.
    private static func stream(_ path: String) -> FileStream? {
        if let stream = FileStream(path: path, appends: true) { return stream }
        guard errno == ENOENT else { return nil }
        UserFolder.make(for: path)
        guard let stream = FileStream(path: path, appends: true) else { return nil }
        // What a person typed is nobody else's to read.
        chmod(path, 0o600)
        return stream
    }

    static func escaped(_ entry: String) -> String {
        entry.reduce(into: "") { $0 += $1 == "\\" ? "\\\\" : $1 == "\n" ? "\\n" : String($1) }
    }

    static func unescaped(_ line: some StringProtocol) -> String {
        var entry = ""
        var isEscaped = false
        for character in line {
            if isEscaped {
                entry += character == "n" ? "\n" : String(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                entry.append(character)
            }
        }
        return entry
    }
}

/// Where a user's files are, by the XDG Base Directory Specification.
enum UserFolder {
    /// The folder that `variable` names, else `folder` in the home; nil where neither is known.
    static func path(_ variable: String, orInHome folder: String) -> String? {
        if let path = getenv(variable).map({ String(cString: $0) }), path.hasPrefix("/") { return path }
        guard let home = getenv("HOME").map({ String(cString: $0) }), !home.isEmpty else { return nil }
        return home + "/" + folder
    }

    /// A variable of the environment that has a value.
    static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `path` with the home in place of a leading `~/`.
    static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME").map({ String(cString: $0) }) else {
            return path
        }
        return home + path.dropFirst()
    }

    /// Makes the folders in which the file at `path` is to be, for this user alone.
    static func make(for path: String) {
        for index in path.indices.dropFirst() where path[index] == "/" { mkdir(String(path[..<index]), 0o700) }
    }
}
