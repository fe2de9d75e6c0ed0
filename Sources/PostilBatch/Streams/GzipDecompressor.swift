import CZlib

/// Unpacks gzip by zlib.
///
/// Not `Sendable`: the library's state belongs to one thread at a time.
final class GzipDecompressor: Decompressor {
    /// On the heap, because zlib's state points back at it.
    private let stream: UnsafeMutablePointer<z_stream>

    /// - Throws: ``DecompressionFault`` where memory is short.
    init() throws(DecompressionFault) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let gzipOnly = 16 + MAX_WBITS
        let result = inflateInit2_(stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else {
            stream.deallocate()
            throw DecompressionFault(reason: "zlib cannot start (\(result))")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func reset() { inflateReset(stream) }

    func step(
        _ input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(DecompressionFault) -> DecompressionStep {
        // zlib counts in 32 bits.
        let offered = min(input.count, 1 << 30)
        let room = min(output.count, 1 << 30)
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        let result = inflate(stream, Z_NO_FLUSH)
        let produced = room - Int(stream.pointee.avail_out)
        var step = DecompressionStep(
            consumed: offered - Int(stream.pointee.avail_in),
            produced: produced,
            isAtEnd: result == Z_STREAM_END
        )
        switch result {
        case Z_OK, Z_STREAM_END, Z_BUF_ERROR: return step
        default:
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(result)"
            let fault = DecompressionFault(reason: reason)
            guard produced > 0 else { throw fault }
            step.fault = fault
            return step
        }
    }
}
