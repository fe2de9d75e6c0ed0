extension UTF8Validator {
    /// Whether every byte is ASCII.
    ///
    /// - Complexity: O(n), eight bytes a step.
    public static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        var seen: UInt64 = 0
        while index &+ 8 <= raw.count {
            seen |= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            index &+= 8
        }
        while index < raw.count {
            seen |= UInt64(raw[index])
            index &+= 1
        }
        return seen & 0x8080_8080_8080_8080 == 0
    }
}
