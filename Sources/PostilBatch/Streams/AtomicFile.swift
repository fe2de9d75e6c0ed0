import Glibc

/// A file that appears under its name only when it is complete.
///
/// Bytes go to `.NAME.part-PID` beside it; ``commit()`` brings them to the device and renames. Until then,
/// and after a fault or a crash, a file that had the name before is untouched. A symbolic link is followed,
/// so that the file it leads to is replaced. A name that leads to a pipe or device, such as `/dev/null`, is
/// written directly, as nothing can take its place.
///
/// Not `Sendable`, as its sink is not.
public final class AtomicFile {
    /// The name under which the file will appear.
    public let path: String

    /// Takes the bytes; ``commit()`` finishes it.
    public let sink: ByteSink

    /// Where the bytes are until then, or nil where they go to a pipe or device directly.
    public let temporaryPath: String?

    private let finalPath: String
    private var isOpen = true

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: The name; `.gz` and `.zst` are packed. A new file gets the permissions that the process's
    ///     mask leaves, one that replaces another gets the other's.
    /// - Throws: ``StreamError/Code/isDirectory``, ``StreamError/Code/outputFailed``,
    ///   ``StreamError/Code/diskFull``.
    public init(path: String) throws(StreamError) {
        self.path = path
        let existing = OpenFile.status(of: path)
        if existing?.isDirectory == true { throw .writing(path, "cannot write", EISDIR) }
        if let existing, !existing.isRegular {
            finalPath = path
            temporaryPath = nil
            sink = try ByteSink(path: path)
            return
        }
        finalPath = existing == nil ? path : AtomicFile.resolved(path)
        let (file, temporaryPath) = try AtomicFile.createTemporary(for: finalPath, shownAs: path)
        self.temporaryPath = temporaryPath
        do throws(StreamError) {
            sink = try ByteSink(file, Compression(namedBy: path))
        } catch {
            unlink(temporaryPath)
            throw error
        }
        if let existing { _ = fchmod(file.descriptor, existing.mode & 0o7777) }
    }

    /// Goes on with a file that another object or process has begun.
    ///
    /// - Parameters:
    ///   - path: The name under which the file will appear.
    ///   - temporaryPath: Where its bytes are; what is behind the mark is cut off.
    ///   - mark: How far it had come.
    /// - Throws: ``StreamError/Code/outputFailed``; ``StreamError/Code/journalRefused`` where another process writes
    ///   the file, or where its bytes are fewer.
    init(path: String, resuming temporaryPath: String, at mark: SinkMark) throws(StreamError) {
        guard let file = try OpenFile.writing(temporaryPath, flags: 0, shownAs: path) else {
            throw .writing(path, "cannot open for writing", EEXIST)
        }
        // Nothing is cut off before it is certain that nobody else writes there.
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw StreamError(code: .journalRefused, path: path, message: "another run is writing it")
        }
        guard let size = file.status?.size, size >= mark.fileBytes else {
            throw StreamError(
                code: .journalRefused,
                path: temporaryPath,
                message: "is shorter than its journal says: begin anew with --restart"
            )
        }
        guard ftruncate(file.descriptor, off_t(mark.fileBytes)) == 0,
            lseek(file.descriptor, off_t(mark.fileBytes), SEEK_SET) >= 0
        else { throw .writing(path, "cannot cut off what is behind the last whole record", errno) }
        self.path = path
        self.temporaryPath = temporaryPath
        finalPath = OpenFile.status(of: path) == nil ? path : AtomicFile.resolved(path)
        sink = try ByteSink(file, Compression(namedBy: path), at: mark)
    }

    deinit { abandon() }

    /// Makes sure that no other process goes on with the file until it is closed.
    func lock() { _ = flock(sink.file.descriptor, LOCK_EX | LOCK_NB) }

    /// Leaves the bytes where they are, for another object to go on with.
    func leave() { isOpen = false }

    /// Completes the file and gives it its name.
    ///
    /// After an error nothing has the name that had it not before, and the bytes are given up.
    ///
    /// - Parameter otherPath: Another name to give it, for instance to bytes that are not all.
    /// - Throws: ``StreamError/Code/diskFull`` or ``StreamError/Code/outputFailed``.
    public func commit(as otherPath: String? = nil) throws(StreamError) {
        guard isOpen else { return }
        defer { abandon() }
        try sink.finishWriting()
        guard let temporaryPath else {
            isOpen = false
            return try sink.file.close()
        }
        try sink.file.synchronize()
        try sink.file.close()
        let name = otherPath ?? finalPath
        guard rename(temporaryPath, name) == 0 else { throw .writing(path, "cannot rename", errno) }
        isOpen = false
        AtomicFile.synchronizeFolder(of: name)
    }

    /// Gives the bytes up; a file that had the name before keeps it. Does nothing after ``commit()``.
    public func abandon() {
        guard isOpen else { return }
        isOpen = false
        if let temporaryPath { unlink(temporaryPath) }
    }

    /// The path without symbolic links; as it is where it leads to nothing.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// Removes what killed processes have left of a file.
    static func removeTemporaries(of path: String) {
        let (folder, name) = parts(of: path)
        let start = temporaryStart(of: name)
        for name in FolderNames.all(in: folder.isEmpty ? "." : folder) ?? [] where name.hasPrefix(start) {
            unlink(folder + name)
        }
    }

    /// The folder of a path, with its slash, and the name in it.
    private static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[...slash]), String(path[path.utf8.index(after: slash)...]))
    }

    /// How the names of files begin whose bytes become the file `name`.
    private static func temporaryStart(of name: String) -> String {
        // File systems take names of at most 255 bytes, and the name itself may have that many.
        ".\(String(decoding: name.utf8.prefix(200), as: UTF8.self)).part-"
    }

    private static func createTemporary(
        for path: String,
        shownAs shownPath: String
    ) throws(StreamError) -> (OpenFile, String) {
        let (folder, name) = parts(of: path)
        let start = temporaryStart(of: name)
        for attempt in 0..<1_000 {
            let suffix = attempt == 0 ? "" : "-\(attempt)"
            let candidate = "\(folder)\(start)\(getpid())\(suffix)"
            if let file = try OpenFile.writing(candidate, flags: O_CREAT | O_EXCL, shownAs: shownPath) {
                return (file, candidate)
            }
        }
        throw .writing(shownPath, "cannot create a temporary file", EEXIST)
    }

    /// Brings the new name to the device. Not all file systems can, and the file itself is there by now, so
    /// a fault is no loss.
    private static func synchronizeFolder(of path: String) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
