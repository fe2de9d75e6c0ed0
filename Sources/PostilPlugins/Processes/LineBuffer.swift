import Glibc

/// The bytes that came out of a descriptor, cut into lines.
struct LineBuffer {
    private var bytes: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var count = 0

    /// How many bytes are read at once.
    private static let step = 64 << 10

    /// What came of reading.
    enum Result { case some, nothing, end }

    /// The bytes of the line that is not complete yet.
    var pendingCount: Int { count - start }

    /// Whether bytes other than line ends are left.
    var hasContents: Bool { bytes[start..<count].contains { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 } }

    /// Reads what is there from a descriptor that does not block.
    mutating func fill(from descriptor: Int32) -> Result {
        if start == count {
            start = 0
            searched = 0
            count = 0
        } else if start > LineBuffer.step {
            bytes.withUnsafeMutableBytes { $0.copyBytes(from: $0[start..<count].map { $0 }) }
            count -= start
            searched -= start
            start = 0
        }
        if bytes.count - count < LineBuffer.step {
            bytes.append(contentsOf: repeatElement(0, count: max(LineBuffer.step, bytes.count)))
        }
        let room = bytes.count - count
        let result = bytes.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map { read(descriptor, $0 + count, room) } ?? 0
        }
        if result > 0 {
            count += result
            return .some
        }
        return result < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .end
    }

    /// Lends the next complete line, without its end, and forgets it; nil where there is none.
    mutating func withLine<Value, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        let (first, from) = (start, searched)
        guard
            let end = bytes.withUnsafeBufferPointer({ buffer -> Int? in
                guard from < count, let base = buffer.baseAddress, let found = memchr(base + from, 0x0A, count - from)
                else { return nil }
                return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
            })
        else {
            searched = count
            return nil
        }
        start = end + 1
        searched = start
        return try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: buffer[first..<end]))
        }
    }
}
