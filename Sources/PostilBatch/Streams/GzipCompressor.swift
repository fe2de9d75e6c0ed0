import CZlib

/// Packs blocks as gzip members without name and time.
///
/// Not `Sendable`: the library's state belongs to one thread at a time.
final class GzipCompressor: BlockCompressor {
    /// On the heap, because zlib's state points back at it.
    private let stream: UnsafeMutablePointer<z_stream>

    /// - Throws: ``CompressionFault`` where memory is short.
    init() throws(CompressionFault) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let gzip = 16 + MAX_WBITS
        let result = deflateInit2_(
            stream,
            6,
            Z_DEFLATED,
            gzip,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard result == Z_OK else {
            stream.deallocate()
            throw CompressionFault(reason: "zlib cannot start (\(result))")
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func bound(_ count: Int) -> Int { Int(deflateBound(stream, UInt(count))) }

    func compress(
        _ block: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(CompressionFault) -> Int {
        guard let available = UInt32(exactly: block.count), let room = UInt32(exactly: output.count) else {
            throw CompressionFault(reason: "a block of \(block.count) bytes is too large")
        }
        deflateReset(stream)
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: block.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.pointee.avail_in = available
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = room
        let result = deflate(stream, Z_FINISH)
        guard result == Z_STREAM_END else { throw CompressionFault(reason: "zlib error \(result)") }
        return output.count - Int(stream.pointee.avail_out)
    }
}
