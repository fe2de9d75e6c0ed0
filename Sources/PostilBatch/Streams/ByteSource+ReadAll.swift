extension ByteSource {
    /// Reads everything that is left.
    ///
    /// - Parameters:
    ///   - limit: Where there is more than this, some bytes more are read and the rest is not.
    ///   - expected: How many bytes there will be, as far as is known, so that memory is asked for once.
    /// - Throws: As ``read(into:)`` does.
    /// - Complexity: O(n).
    public func readAll(limit: Int = .max, expected: Int = 0) throws(StreamError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(expected, limit))
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { block.deallocate() }
        while bytes.count <= limit, case .bytes(let count) = try read(into: block) {
            bytes.append(contentsOf: block[..<count])
        }
        return bytes
    }
}
