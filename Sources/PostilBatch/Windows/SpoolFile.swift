import Glibc

/// Bytes that wait outside of memory, in a file without a name that ends with the program.
///
/// One thread at a time uses it.
final class SpoolFile: @unchecked Sendable {
    private let descriptor: Int32
    private let folder: String
    private(set) var count = 0

    /// Makes an empty file.
    ///
    /// - Throws: ``StreamError`` where the folder takes none.
    init(in folder: String) throws(StreamError) {
        self.folder = folder
        var name = Array("\(folder)/.postil-spool-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw StreamError.writing(folder, "cannot keep parts of a long record there", errno)
        }
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    /// Adds bytes.
    func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(StreamError) {
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw StreamError.writing(folder, "cannot keep parts of a long record", errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            count += written
        }
    }

    /// Hands the bytes out in pieces, from the first.
    func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) throws(StreamError) -> Void) throws(StreamError) {
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
        defer { block.deallocate() }
        var offset = 0
        while offset < count {
            let read = pread(descriptor, block.baseAddress, block.count, off_t(offset))
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { throw StreamError.reading(folder, "cannot read parts of a long record", errno) }
            try body(UnsafeBufferPointer(rebasing: block[..<read]))
            offset += read
        }
    }
}
