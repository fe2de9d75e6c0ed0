import PostilCore

/// Strings that are kept once each, behind their lengths.
struct StringPool {
    /// The strings.
    private(set) var bytes: [UInt8] = []

    private var offsets: [CasedKey: UInt32] = [:]

    /// Where a string is; it is added where it is new.
    mutating func offset(of string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let key = CasedKey(string)
        if let offset = offsets[key], holds(string, at: offset) { return offset }
        let offset = UInt32(truncatingIfNeeded: bytes.count)
        bytes.append(variableLength: UInt32(truncatingIfNeeded: string.count))
        bytes.append(contentsOf: string)
        offsets[key] = offset
        return offset
    }

    /// Two strings of one hash are rare, and then both are kept.
    private func holds(_ string: UnsafeBufferPointer<UInt8>, at offset: UInt32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var reader = VariableLengthReader(bytes, at: Int(offset))
            guard let length = reader.next(), Int(length) == string.count else { return false }
            return bytes[reader.offset..<(reader.offset + string.count)].elementsEqual(string)
        }
    }

    /// A string's hash, which counts each digit.
    private struct CasedKey: Hashable {
        let bits: UInt64

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            var fingerprint = Fingerprint()
            fingerprint.combine(bytes)
            bits = fingerprint.bits
        }
    }
}
