import CZstd

/// Unpacks Zstandard by its reference library.
///
/// Not `Sendable`: the library's state belongs to one thread at a time.
final class ZstdDecompressor: Decompressor {
    private let context: OpaquePointer

    /// - Throws: ``DecompressionFault`` where memory is short.
    init() throws(DecompressionFault) {
        guard let context = ZSTD_createDCtx() else { throw DecompressionFault(reason: "zstd cannot start") }
        self.context = context
    }

    deinit { ZSTD_freeDCtx(context) }

    func reset() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

    func step(
        _ input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(DecompressionFault) -> DecompressionStep {
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let result = ZSTD_decompressStream(context, &target, &source)
        var step = DecompressionStep(consumed: source.pos, produced: target.pos, isAtEnd: result == 0)
        guard ZSTD_isError(result) != 0 else { return step }
        let fault = DecompressionFault(reason: String(cString: ZSTD_getErrorName(result)))
        guard target.pos > 0 else { throw fault }
        step.fault = fault
        return step
    }
}
