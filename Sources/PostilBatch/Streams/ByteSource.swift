import Glibc

/// Reads the bytes of a file, pipe or terminal, unpacking gzip and Zstandard.
///
/// What is packed shows in its first bytes, whatever the name says; packed parts that follow one another
/// are read as one. Everything that could be unpacked before a fault is delivered before the error.
///
/// Not `Sendable`: it holds a file position and a decompressor's state, so one thread at a time reads.
public final class ByteSource {
    /// The input, as the caller named it.
    public var path: String { file.path }

    /// How the bytes are packed; nil before the first read.
    public private(set) var compression: Compression?

    /// How many bytes were taken from the file, packed as they are: a measure of progress.
    public private(set) var bytesTaken = 0

    private let file: OpenFile
    private let wakeUp: Int32?
    private var decompressor: (any Decompressor)?
    private var failure: StreamError?

    /// Whether the next packed byte begins a member, and whether one was read before.
    private var isBetweenMembers = true
    private var hasReadMember = false

    /// Whether the last step filled its target, so that more may come without more input.
    private var mayHoldMore = false

    /// Bytes taken from the file and not yet used.
    private let buffer: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var fileEnded = false

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The file's path.
    ///   - wakeUp: A descriptor that interrupts reading once it can be read; it stays the caller's.
    /// - Throws: ``StreamError/Code/inputUnreadable``, ``StreamError/Code/isDirectory``.
    public convenience init(path: String, wakeUp: Int32? = nil) throws(StreamError) {
        self.init(try OpenFile.reading(path), wakeUp: wakeUp)
    }

    /// Reads from an open descriptor.
    ///
    /// - Parameters:
    ///   - descriptor: The descriptor.
    ///   - name: What messages call it.
    ///   - closesDescriptor: Whether it is closed with the source.
    ///   - wakeUp: A descriptor that interrupts reading once it can be read; it stays the caller's.
    public convenience init(descriptor: Int32, name: String, closesDescriptor: Bool, wakeUp: Int32? = nil) {
        self.init(OpenFile(descriptor: descriptor, path: name, isOwned: closesDescriptor), wakeUp: wakeUp)
    }

    /// Reads the process's standard input, which stays open.
    ///
    /// - Parameter wakeUp: A descriptor that interrupts reading once it can be read; it stays the caller's.
    public static func standardInput(wakeUp: Int32? = nil) -> ByteSource {
        ByteSource(descriptor: STDIN_FILENO, name: "standard input", closesDescriptor: false, wakeUp: wakeUp)
    }

    private init(_ file: OpenFile, wakeUp: Int32?) {
        self.file = file
        self.wakeUp = wakeUp
        buffer = .allocate(byteCount: 1 << 17, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// What a read brought.
    public enum Outcome: Hashable, Sendable {
        /// This many bytes, at least one unless there was no room for any.
        case bytes(Int)
        /// Nothing, now and later.
        case end
        /// Nothing, because the wake-up descriptor can be read; reading may go on afterwards.
        case interrupted
    }

    /// Reads some bytes: what there is, without waiting for more than the first.
    ///
    /// - Parameter target: Receives the bytes.
    /// - Throws: ``StreamError`` with ``StreamError/Code/inputUnreadable``,
    ///   ``StreamError/Code/truncatedGzip``, ``StreamError/Code/corruptGzip``,
    ///   ``StreamError/Code/truncatedZstd`` or ``StreamError/Code/corruptZstd``; the same again on
    ///   every later read.
    public func read(into target: UnsafeMutableRawBufferPointer) throws(StreamError) -> Outcome {
        if let failure { throw failure }
        guard !target.isEmpty else { return .bytes(0) }
        do throws(StreamError) {
            if compression == nil, try !detect() { return .interrupted }
            if let decompressor { return try unpack(with: decompressor, into: target) }
            return try copy(into: target)
        } catch {
            failure = error
            throw error
        }
    }

    /// Whether the next read would have to wait for others to write, as with an empty pipe.
    var mustWait: Bool { failure == nil && start == end && !mayHoldMore && !fileEnded && !file.hasInput }

    /// Reads until the first bytes show how the file is packed.
    ///
    /// - Returns: False where the reading was interrupted before that.
    private func detect() throws(StreamError) -> Bool {
        while true {
            let known = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
            // An empty beginning fits every kind, and the bytes of a terminal's first short line fit none:
            // only those that begin a signature wait for more.
            switch Compression.detect(known) {
            case .decided(let found):
                try prepare(found)
                return true
            case .undecided(let candidate) where fileEnded:
                let promised = Compression(namedBy: path)
                if promised != .none, known.isEmpty || promised == candidate { throw truncated(promised) }
                try prepare(.none)
                return true
            case .undecided:
                if try fill() == .interrupted { return false }
            }
        }
    }

    private func prepare(_ found: Compression) throws(StreamError) {
        compression = found
        do throws(DecompressionFault) {
            switch found {
            case .gzip: decompressor = try GzipDecompressor()
            case .zstd: decompressor = try ZstdDecompressor()
            default: decompressor = nil
            }
        } catch {
            throw StreamError(code: .inputUnreadable, path: path, message: error.reason)
        }
    }

    /// Takes more bytes from the file, behind those not yet used.
    private func fill() throws(StreamError) -> Outcome {
        if start == end { (start, end) = (0, 0) }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[end...])
        guard let count = try file.read(into: room, wakeUp: wakeUp) else { return .interrupted }
        end += count
        bytesTaken += count
        fileEnded = count == 0
        return count == 0 ? .end : .bytes(count)
    }

    private func copy(into target: UnsafeMutableRawBufferPointer) throws(StreamError) -> Outcome {
        if start < end {
            let count = min(target.count, end - start)
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<start + count]))
            start += count
            return .bytes(count)
        }
        if fileEnded { return .end }
        guard let count = try file.read(into: target, wakeUp: wakeUp) else { return .interrupted }
        bytesTaken += count
        fileEnded = count == 0
        return count == 0 ? .end : .bytes(count)
    }

    private func unpack(
        with decompressor: any Decompressor,
        into target: UnsafeMutableRawBufferPointer
    ) throws(StreamError) -> Outcome {
        while true {
            if isBetweenMembers { skipPadding() }
            if start == end, !mayHoldMore {
                if !fileEnded {
                    if try fill() == .interrupted { return .interrupted }
                    continue
                }
                if isBetweenMembers { return .end }
            }
            if isBetweenMembers {
                decompressor.reset()
                isBetweenMembers = false
            }
            let step = try step(decompressor, into: target)
            if step.isAtEnd { (isBetweenMembers, hasReadMember) = (true, true) }
            mayHoldMore = step.produced == target.count && !step.isAtEnd
            if let fault = step.fault { failure = corrupt(fault) }
            if step.produced > 0 { return .bytes(step.produced) }
            if start == end, fileEnded, !isBetweenMembers { throw truncated(compression ?? .none) }
        }
    }

    private func step(
        _ decompressor: any Decompressor,
        into target: UnsafeMutableRawBufferPointer
    ) throws(StreamError) -> DecompressionStep {
        let input = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        do throws(DecompressionFault) {
            let step = try decompressor.step(input, into: target)
            start += step.consumed
            let isStuck = !input.isEmpty && step.consumed == 0 && step.produced == 0 && !step.isAtEnd
            if isStuck { throw DecompressionFault(reason: "the decompressor does not go on") }
            return step
        } catch {
            throw corrupt(error)
        }
    }

    /// Passes the zero bytes that tapes and block devices leave behind the last gzip member.
    private func skipPadding() {
        guard hasReadMember, compression == .gzip else { return }
        while start < end, buffer[start] == 0 { start += 1 }
    }

    private func truncated(_ compression: Compression) -> StreamError {
        StreamError(
            code: compression == .gzip ? .truncatedGzip : .truncatedZstd,
            path: path,
            message: "the \(compression.rawValue) data end too early, after \(bytesTaken) bytes"
        )
    }

    private func corrupt(_ fault: DecompressionFault) -> StreamError {
        StreamError(
            code: compression == .gzip ? .corruptGzip : .corruptZstd,
            path: path,
            message: "the \(compression?.rawValue ?? "packed") data are corrupt near byte "
                + "\(bytesTaken - (end - start)): \(fault.reason)"
        )
    }
}
