/// Packs blocks of bytes, each on its own, so that the same block gives the same bytes wherever and
/// whenever it is packed.
protocol BlockCompressor: AnyObject {
    /// How many bytes a packed block of `count` has at most.
    func bound(_ count: Int) -> Int

    /// Packs one block as a complete member.
    ///
    /// - Parameter output: Receives it; not smaller than ``bound(_:)`` says.
    /// - Returns: How many bytes it has.
    /// - Throws: ``CompressionFault`` where the library fails.
    func compress(
        _ block: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(CompressionFault) -> Int
}

/// Why a block could not be packed, in the words of the library.
struct CompressionFault: Error {
    let reason: String
}
