import Glibc

/// The bytes of a compiled lexicon, used where they are: embedded in the program, mapped from a file, or owned.
///
/// Nothing is parsed into objects, so a lexicon costs the memory of the pages that look-ups touch.
public final class LexiconBytes: Sendable {
    /// The bytes. They live as long as this object and never change.
    public nonisolated(unsafe) let buffer: UnsafeRawBufferPointer

    private enum Owner { case program, allocation, mapping }
    private let owner: Owner

    /// Refers to bytes that live as long as the program, such as those of an embedded file.
    public init(embedded buffer: UnsafeRawBufferPointer) {
        self.buffer = buffer
        owner = .program
    }

    /// Copies `bytes`.
    public init(copying bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        buffer = UnsafeRawBufferPointer(copy)
        owner = .allocation
    }

    /// Maps the file at `path` for reading.
    ///
    /// The file must not be shortened while it is mapped; replace it by renaming a new one over it, as
    /// `postil lexicon build` does.
    ///
    /// - Throws: ``LexiconError`` with the code `lexicon-unreadable`.
    public init(mapping path: String) throws(LexiconError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LexiconBytes.unreadable(path, "cannot open") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw LexiconBytes.unreadable(path, "cannot look at") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw LexiconError(code: .lexiconUnreadable, message: "this is no file that can be mapped", place: path)
        }
        let size = Int(status.st_size)
        guard size > 0 else {
            throw LexiconError(code: .lexiconDamaged, message: "the file is empty", place: path)
        }
        let address = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw LexiconBytes.unreadable(path, "cannot map") }
        buffer = UnsafeRawBufferPointer(start: address, count: size)
        owner = .mapping
    }

    deinit {
        switch owner {
        case .program: break
        case .allocation: buffer.deallocate()
        case .mapping: munmap(UnsafeMutableRawPointer(mutating: buffer.baseAddress), buffer.count)
        }
    }

    private static func unreadable(_ path: String, _ action: String) -> LexiconError {
        LexiconError(
            code: .lexiconUnreadable,
            message: "\(action) the file: \(String(cString: strerror(errno)))",
            place: path
        )
    }
}
