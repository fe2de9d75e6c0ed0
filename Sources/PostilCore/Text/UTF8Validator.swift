/// Checks bytes for well-formed UTF-8, and repairs those that are not.
///
/// Well-formed means Table 3-7 of the Unicode Standard: no overlong form, no surrogate, nothing above
/// U+10FFFF. Runs of ASCII are passed 32 bytes a step.
public enum UTF8Validator {
    /// The offset of the first byte that begins no well-formed sequence, or nil where all bytes are
    /// well-formed.
    ///
    /// A sequence that the end of the bytes cuts off is reported at its first byte.
    ///
    /// - Complexity: O(n).
    public static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        firstInvalid(in: bytes, from: 0)
    }

    /// The offset of the first byte that begins no well-formed sequence, or nil.
    ///
    /// - Complexity: O(n).
    public static func firstInvalid(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { firstInvalid(in: $0, from: 0) }
    }

    /// Copies bytes, with each maximal invalid part replaced by U+FFFD.
    ///
    /// The parts are the "maximal subparts" that the Unicode Standard recommends (section 3.9) and that
    /// web browsers use: the longest start of a well-formed sequence, or else one byte.
    ///
    /// - Parameters:
    ///   - bytes: Any bytes.
    ///   - result: Receives the repaired text behind what it already holds.
    /// - Returns: How many replacements were made; zero where the bytes were well-formed.
    /// - Complexity: O(n).
    public static func repair(_ bytes: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) -> Int {
        result.reserveCapacity(result.count + bytes.count)
        var replacements = 0
        var runStart = 0
        while let invalid = firstInvalid(in: bytes, from: runStart) {
            result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<invalid]))
            result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            replacements += 1
            runStart = invalid + sequence(in: bytes, at: invalid).length
        }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
        return replacements
    }

    /// The bytes with each maximal invalid part replaced by U+FFFD, and how many were replaced.
    ///
    /// - Complexity: O(n).
    public static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], replacements: Int) {
        guard firstInvalid(in: bytes) != nil else { return (bytes, 0) }
        var result: [UInt8] = []
        let replacements = bytes.withUnsafeBufferPointer { repair($0, into: &result) }
        return (result, replacements)
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    private static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        let count = bytes.count
        var position = start
        while true {
            while position + 32 <= count {
                let first = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                let second = raw.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
                let third = raw.loadUnaligned(fromByteOffset: position + 16, as: UInt64.self)
                let fourth = raw.loadUnaligned(fromByteOffset: position + 24, as: UInt64.self)
                guard (first | second | third | fourth) & highBits == 0 else { break }
                position += 32
            }
            while position + 8 <= count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                let marked = word & highBits
                guard marked == 0 else {
                    position += marked.trailingZeroBitCount / 8
                    break
                }
                position += 8
            }
            while position < count, bytes[position] < 0x80 { position += 1 }
            // Texts in other scripts have long runs without ASCII, so stay here until the next ASCII byte.
            while position < count, bytes[position] >= 0x80 {
                let (isValid, length) = sequence(in: bytes, at: position)
                guard isValid else { return position }
                position += length
            }
            if position >= count { return nil }
        }
    }

    /// The sequence that begins at `position`: its length where it is well-formed, otherwise the length
    /// of the maximal invalid part.
    @inline(__always)
    private static func sequence(
        in bytes: UnsafeBufferPointer<UInt8>,
        at position: Int
    ) -> (isValid: Bool, length: Int) {
        let lead = bytes[position]
        var secondRange: ClosedRange<UInt8> = 0x80...0xBF
        let length: Int
        switch lead {
        case 0x00...0x7F: return (true, 1)
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, secondRange) = (3, 0xA0...0xBF)
        case 0xED: (length, secondRange) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, secondRange) = (4, 0x90...0xBF)
        case 0xF4: (length, secondRange) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return (false, 1)
        }
        guard position + 1 < bytes.count, secondRange.contains(bytes[position + 1]) else { return (false, 1) }
        var offset = 2
        while offset < length {
            guard position + offset < bytes.count, bytes[position + offset] & 0xC0 == 0x80 else {
                return (false, offset)
            }
            offset += 1
        }
        return (true, length)
    }
}
