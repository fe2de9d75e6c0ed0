import Glibc

/// A file descriptor with its path, closed when it is let go.
///
/// Not `Sendable`: a descriptor has one position, so one thread at a time uses it.
final class OpenFile {
    let path: String
    private(set) var descriptor: Int32
    private let isOwned: Bool

    /// Takes a descriptor.
    ///
    /// - Parameter isOwned: Whether it is closed with this object; false for the standard streams.
    init(descriptor: Int32, path: String, isOwned: Bool) {
        self.descriptor = descriptor
        self.path = path
        self.isOwned = isOwned
    }

    deinit {
        if isOwned, descriptor >= 0 { Glibc.close(descriptor) }
    }

    /// Opens a file for reading.
    ///
    /// - Throws: ``StreamError/Code/inputUnreadable``, ``StreamError/Code/isDirectory``.
    static func reading(_ path: String) throws(StreamError) -> OpenFile {
        let descriptor = retrying { Glibc.open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .reading(path, "cannot open", errno) }
        let file = OpenFile(descriptor: descriptor, path: path, isOwned: true)
        // Opening a folder succeeds; only reading it would fail, and much later.
        if file.status?.isDirectory == true { throw .reading(path, "cannot read", EISDIR) }
        return file
    }

    /// Opens a file for writing; a new one gets the permissions that the process's mask leaves.
    ///
    /// - Parameter flags: Further flags of `open`.
    /// - Returns: Nil where `O_EXCL` is among the flags and the file exists.
    /// - Throws: ``StreamError/Code/outputFailed``, ``StreamError/Code/isDirectory``,
    ///   ``StreamError/Code/diskFull``.
    static func writing(_ path: String, flags: Int32, shownAs shownPath: String) throws(StreamError) -> OpenFile? {
        let descriptor = retrying { Glibc.open(path, O_WRONLY | O_CLOEXEC | flags, 0o666) }
        if descriptor < 0, errno == EEXIST, flags & O_EXCL != 0 { return nil }
        guard descriptor >= 0 else { throw .writing(shownPath, "cannot open for writing", errno) }
        return OpenFile(descriptor: descriptor, path: shownPath, isOwned: true)
    }

    /// What the system knows about a file.
    struct Status {
        let mode: mode_t
        let size: Int
        var isDirectory: Bool { mode & S_IFMT == S_IFDIR }
        var isRegular: Bool { mode & S_IFMT == S_IFREG }

        init(_ status: stat) {
            mode = status.st_mode
            size = Int(status.st_size)
        }
    }

    /// What the system knows about this file, or nil where it cannot tell.
    var status: Status? {
        var result = stat()
        return fstat(descriptor, &result) == 0 ? Status(result) : nil
    }

    /// What the system knows about the file that a path leads to, or nil where it leads to none.
    static func status(of path: String) -> Status? {
        var result = stat()
        return stat(path, &result) == 0 ? Status(result) : nil
    }

    /// Reads what is there, waiting for the first byte.
    ///
    /// - Parameter wakeUp: A descriptor that ends the waiting once it can be read, or nil.
    /// - Returns: The number of bytes, zero at the end; nil where the wake-up came first.
    /// - Throws: ``StreamError/Code/inputUnreadable``.
    func read(into buffer: UnsafeMutableRawBufferPointer, wakeUp: Int32?) throws(StreamError) -> Int? {
        while true {
            if let wakeUp, try wait(for: Int16(POLLIN), wakeUp: wakeUp) == .wokenUp { return nil }
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                if try wait(for: Int16(POLLIN), wakeUp: wakeUp) == .wokenUp { return nil }
            case let fault: throw .reading(path, "cannot read", fault)
            }
        }
    }

    /// Writes all bytes.
    ///
    /// - Throws: ``StreamError/Code/diskFull``, ``StreamError/Code/closedPipe``,
    ///   ``StreamError/Code/outputFailed``.
    func write(_ bytes: UnsafeRawBufferPointer) throws(StreamError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: _ = try wait(for: Int16(POLLOUT), wakeUp: nil)
            case let fault: throw .writing(path, "cannot write", fault)
            }
        }
    }

    /// Brings what was written to the device.
    func synchronize() throws(StreamError) {
        if OpenFile.retrying({ fsync(descriptor) }) == 0 { return }
        // Pipes and character devices have nothing to bring there.
        let fault = errno
        if fault != EINVAL && fault != EROFS { throw .writing(path, "cannot write", fault) }
    }

    /// Closes the file; some file systems report only now that a write failed.
    func close() throws(StreamError) {
        guard isOwned, descriptor >= 0 else { return }
        let result = Glibc.close(descriptor)
        let fault = errno
        descriptor = -1
        // After EINTR the descriptor is closed on Linux, and its number may be another thread's already.
        if result != 0 && fault != EINTR { throw .writing(path, "cannot close", fault) }
    }

    /// Whether a read would return at once, with bytes or with the end.
    var hasInput: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) != 0
    }

    private enum Waiting { case ready, wokenUp }

    private func wait(for events: Int16, wakeUp: Int32?) throws(StreamError) -> Waiting {
        while true {
            // A negative descriptor is passed over.
            var waiting = [
                pollfd(fd: descriptor, events: events, revents: 0),
                pollfd(fd: wakeUp ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&waiting, nfds_t(waiting.count), -1)
            if count < 0 {
                let fault = errno
                if fault == EINTR { continue }
                throw .reading(path, "cannot wait", fault)
            }
            if waiting[1].revents != 0 { return .wokenUp }
            if waiting[0].revents != 0 { return .ready }
        }
    }

    /// Repeats a system call that a signal interrupted.
    private static func retrying(_ call: () -> Int32) -> Int32 {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}
