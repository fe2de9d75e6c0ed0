import Glibc
import PostilFormats

/// Writes bytes to a file, pipe or terminal, packed where that is asked for.
///
/// Unpacked bytes go out with each ``write(_:)``. Packed ones go out in blocks of ``blockSize``, each a
/// complete gzip member or Zstandard frame: the output depends on the bytes alone, not on how they were
/// cut into writes, and can be split and read from any block on.
///
/// A closed pipe is reported as an error only where the process ignores `SIGPIPE`; otherwise the system
/// ends the process first.
///
/// Not `Sendable`: it holds a file position and a compressor's state, so one thread at a time writes.
public final class ByteSink {
    /// The output, as the caller named it.
    public var path: String { file.path }

    /// How the bytes are packed.
    public let compression: Compression

    /// How many bytes the system has taken, packed as they are.
    public private(set) var bytesWritten = 0

    /// How many bytes it was given, before packing.
    public private(set) var acceptedBytes = 0

    /// How many of those the system has taken.
    var unpackedBytes: Int { acceptedBytes + bytesToSkip - block.count }

    /// How many of those wait to be packed.
    var heldBytes: Int { block.count }

    /// Whether the bytes that come next are in the file already.
    var isBehindFile: Bool { bytesToSkip > 0 }

    /// The bytes still to come that the file has already.
    private var bytesToSkip = 0

    private var hash: SecureHash?

    /// How many bytes a packed block holds, before packing.
    public static let blockSize = 1 << 20

    let file: OpenFile
    private let compressor: (any BlockCompressor)?
    private var block: [UInt8] = []
    private var packed: [UInt8] = []
    private var hasPackedBlock = false
    private var isFinished = false
    private var failure: StreamError?

    /// Opens a file for writing.
    ///
    /// - Parameters:
    ///   - path: The file's path; `.gz` and `.zst` are packed.
    ///   - appends: Whether what the file holds is kept and written behind.
    /// - Throws: ``StreamError/Code/outputFailed``, ``StreamError/Code/isDirectory``,
    ///   ``StreamError/Code/diskFull``.
    public convenience init(path: String, appends: Bool = false) throws(StreamError) {
        let flags = O_CREAT | (appends ? O_APPEND : O_TRUNC)
        guard let file = try OpenFile.writing(path, flags: flags, shownAs: path) else {
            throw .writing(path, "cannot open for writing", EEXIST)
        }
        try self.init(file, Compression(namedBy: path))
    }

    /// Writes to an open descriptor.
    ///
    /// - Parameters:
    ///   - descriptor: The descriptor.
    ///   - name: What messages call it.
    ///   - closesDescriptor: Whether it is closed with the sink.
    ///   - compression: How the bytes are packed.
    /// - Throws: ``StreamError/Code/outputFailed`` where the compressor cannot start.
    public convenience init(
        descriptor: Int32,
        name: String,
        closesDescriptor: Bool,
        compression: Compression = .none
    ) throws(StreamError) {
        try self.init(OpenFile(descriptor: descriptor, path: name, isOwned: closesDescriptor), compression)
    }

    /// Writes to the process's standard output, which stays open.
    ///
    /// - Parameter compression: How the bytes are packed.
    /// - Throws: ``StreamError/Code/outputFailed`` where the compressor cannot start.
    public static func standardOutput(compression: Compression = .none) throws(StreamError) -> ByteSink {
        try ByteSink(
            descriptor: STDOUT_FILENO,
            name: "standard output",
            closesDescriptor: false,
            compression: compression
        )
    }

    init(_ file: OpenFile, _ compression: Compression) throws(StreamError) {
        self.file = file
        self.compression = compression
        do throws(CompressionFault) {
            switch compression {
            case .gzip: compressor = try GzipCompressor()
            case .zstd: compressor = try ZstdCompressor()
            default: compressor = nil
            }
        } catch {
            throw StreamError(code: .outputFailed, path: file.path, message: error.reason)
        }
    }

    /// Goes on with a file that another sink has written up to `mark`; what it is given first is what follows the whole
    /// records there.
    convenience init(_ file: OpenFile, _ compression: Compression, at mark: SinkMark) throws(StreamError) {
        try self.init(file, compression)
        acceptedBytes = mark.acceptedBytes
        bytesWritten = mark.fileBytes
        hasPackedBlock = mark.fileBytes > 0
        bytesToSkip = mark.unpackedBytes - mark.acceptedBytes
    }

    /// The SHA-256 of all that the file has, if it was asked for in time.
    var checksum: String? { hash?.hexadecimal() }

    /// Begins to sum up what the file gets.
    ///
    /// - Parameter path: Where the bytes are that another sink has written to the file; nil for none.
    /// - Throws: ``StreamError/Code/inputUnreadable``; ``StreamError/Code/journalRefused`` where they are gone.
    func beginChecksum(behind path: String? = nil) throws(StreamError) {
        var hash = SecureHash()
        if let path, try hash.update(fileAt: path, upTo: bytesWritten) != bytesWritten {
            throw StreamError(code: .journalRefused, path: path, message: "is shorter than its journal says")
        }
        self.hash = hash
    }

    /// Writes all of the bytes.
    ///
    /// - Throws: ``StreamError/Code/diskFull``, ``StreamError/Code/closedPipe`` or
    ///   ``StreamError/Code/outputFailed``; the same again on every later call, as what lies between
    ///   would be missing.
    public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(StreamError) {
        try guarded { () throws(StreamError) in
            acceptedBytes += bytes.count
            let skipped = min(bytesToSkip, bytes.count)
            bytesToSkip -= skipped
            guard compressor != nil else {
                return try send(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[skipped...])))
            }
            var rest = bytes[skipped...]
            while !rest.isEmpty {
                let taken = rest.prefix(ByteSink.blockSize - block.count)
                block.append(contentsOf: taken)
                rest = rest.dropFirst(taken.count)
                if block.count == ByteSink.blockSize { try sendBlock() }
            }
        }
    }

    /// Writes all of the bytes.
    ///
    /// - Throws: As ``write(_:)-(UnsafeBufferPointer<UInt8>)`` does.
    public func write(_ bytes: [UInt8]) throws(StreamError) {
        try bytes.withUnsafeBufferPointer { bytes throws(StreamError) in try write(bytes) }
    }

    /// Hands everything written so far to the system, ending a block early.
    ///
    /// Where packed output must not depend on more than its bytes, call it at places that the bytes fix.
    ///
    /// - Throws: As ``write(_:)-(UnsafeBufferPointer<UInt8>)`` does.
    public func flush() throws(StreamError) {
        try guarded { () throws(StreamError) in
            if compressor != nil, !block.isEmpty { try sendBlock() }
        }
    }

    /// Brings everything written so far to the device.
    ///
    /// - Throws: As ``write(_:)-(UnsafeBufferPointer<UInt8>)`` does.
    public func synchronize() throws(StreamError) {
        try flush()
        try guarded { () throws(StreamError) in try file.synchronize() }
    }

    /// Writes what is left and closes the file; some faults are reported only now.
    ///
    /// Letting a sink go without this loses the last block of packed output.
    ///
    /// - Throws: As ``write(_:)-(UnsafeBufferPointer<UInt8>)`` does.
    public func finish() throws(StreamError) {
        guard !isFinished else { return }
        try finishWriting()
        try guarded { () throws(StreamError) in try file.close() }
    }

    /// Writes what is left and leaves the file open; nothing can be written after it.
    func finishWriting() throws(StreamError) {
        guard !isFinished else { return }
        try guarded { () throws(StreamError) in
            // A packed file has at least one member, or readers take it for a broken one.
            if compressor != nil, !block.isEmpty || !hasPackedBlock { try sendBlock() }
        }
        isFinished = true
    }

    /// Does something unless the sink has failed before, and remembers a failure.
    private func guarded(_ action: () throws(StreamError) -> Void) throws(StreamError) {
        if let failure { throw failure }
        do throws(StreamError) {
            try action()
        } catch {
            failure = error
            throw error
        }
    }

    private func send(_ bytes: UnsafeRawBufferPointer) throws(StreamError) {
        try file.write(bytes)
        hash?.update(bytes)
        bytesWritten += bytes.count
    }

    private func sendBlock() throws(StreamError) {
        guard let compressor else { return }
        let bound = compressor.bound(block.count)
        if packed.count < bound { packed = [UInt8](repeating: 0, count: bound) }
        try packed.withUnsafeMutableBufferPointer { packed throws(StreamError) in
            let output = UnsafeMutableRawBufferPointer(packed)
            let count: Int
            do throws(CompressionFault) {
                count = try block.withUnsafeBufferPointer { block throws(CompressionFault) in
                    try compressor.compress(UnsafeRawBufferPointer(block), into: output)
                }
            } catch {
                throw StreamError(code: .outputFailed, path: path, message: error.reason)
            }
            try send(UnsafeRawBufferPointer(rebasing: output[..<count]))
        }
        block.removeAll(keepingCapacity: true)
        hasPackedBlock = true
    }
}
