import Glibc

/// The three streams that a process is started with.
enum StandardStreams {
    /// Takes the descriptors of streams that the caller has closed, so that no file opened later gets one of
    /// their numbers and is read or written in their place. Using such a stream fails as it would have.
    static func reserve() {
        for (descriptor, uselessMode) in [
            (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
        ] where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is given out, and those below are taken.
            _ = open("/dev/null", uselessMode)
        }
    }

    /// Hands what was printed to the system.
    ///
    /// - Returns: False, with the reason in `errno`, where it does not take it, as with a full disk.
    static func flushOutput() -> Bool { fflush(nil) == 0 }
}
