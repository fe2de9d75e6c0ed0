/// Unpacks a stream of packed members, fed with as much as there is.
protocol Decompressor: AnyObject {
    /// Unpacks some bytes.
    ///
    /// - Returns: How far it came; where it returns neither bytes nor the end of a member, it needs more input.
    /// - Throws: ``DecompressionFault`` where the bytes are corrupt and nothing could be unpacked before them.
    func step(
        _ input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(DecompressionFault) -> DecompressionStep

    /// Prepares for the next member.
    func reset()
}

/// How far a decompressor came.
struct DecompressionStep {
    /// How many bytes of the input it has used up.
    let consumed: Int
    /// How many bytes it has put into the output.
    let produced: Int
    /// Whether a member is complete and its checksum right.
    let isAtEnd: Bool
    /// What is wrong with the bytes behind those unpacked, or nil.
    var fault: DecompressionFault?
}

/// What a decompressor found wrong, in the words of its library.
struct DecompressionFault: Error {
    let reason: String
}
