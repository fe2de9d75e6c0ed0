import PostilFormats

extension SecureHash {
    /// Adds the first bytes of a file as they lie there, packed or not.
    ///
    /// - Parameter count: How many; nil for all.
    /// - Returns: How many there were.
    /// - Throws: ``StreamError/Code/inputUnreadable``.
    /// - Complexity: O(n).
    mutating func update(fileAt path: String, upTo count: Int? = nil) throws(StreamError) -> Int {
        let file = try OpenFile.reading(path)
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { block.deallocate() }
        var total = 0
        while total < count ?? .max {
            let room = UnsafeMutableRawBufferPointer(rebasing: block[..<min(block.count, (count ?? .max) - total)])
            guard let read = try file.read(into: room, wakeUp: nil), read > 0 else { break }
            update(UnsafeRawBufferPointer(rebasing: block[..<read]))
            total += read
        }
        return total
    }
}
