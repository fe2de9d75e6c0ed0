import CZstd

/// Packs blocks as Zstandard frames with size and checksum.
///
/// Not `Sendable`: the library's state belongs to one thread at a time.
final class ZstdCompressor: BlockCompressor {
    private let context: OpaquePointer

    /// - Throws: ``CompressionFault`` where memory is short.
    init() throws(CompressionFault) {
        guard let context = ZSTD_createCCtx() else { throw CompressionFault(reason: "zstd cannot start") }
        self.context = context
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 3)
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    }

    deinit { ZSTD_freeCCtx(context) }

    func bound(_ count: Int) -> Int { ZSTD_compressBound(count) }

    func compress(
        _ block: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(CompressionFault) -> Int {
        let result = ZSTD_compress2(context, output.baseAddress, output.count, block.baseAddress, block.count)
        guard ZSTD_isError(result) == 0 else {
            throw CompressionFault(reason: String(cString: ZSTD_getErrorName(result)))
        }
        return result
    }
}
