extension ByteSource {
    /// Reads everything that is left.
    ///
    /// - Throws: As ``read(into:)`` does.
    /// - Complexity: O(n).
    public func readAll() throws(StreamError) -> [UInt8] {
        var bytes: [UInt8] = []
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { block.deallocate() }
        while case .bytes(let count) = try read(into: block) { bytes.append(contentsOf: block[..<count]) }
        return bytes
    }
}
