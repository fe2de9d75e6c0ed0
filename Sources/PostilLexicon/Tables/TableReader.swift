import PostilCore

/// Reads the lines of a table whose fields are parted by tabs, with the place of each field for messages.
///
/// Line ends are LF or CR LF; empty lines are passed over, and those that begin with `#` where the
/// table has comments.
struct TableReader {
    /// The table's name, for messages.
    let name: String

    /// The number of the line that was read last, from 1.
    private(set) var line = 0

    /// Where the fields of that line are.
    private(set) var fields: [Range<Int>] = []

    private let hasComments: Bool
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var lineStart = 0

    /// A reader at the beginning of `bytes`, which must outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>, name: String, hasComments: Bool) {
        self.bytes = bytes
        self.hasComments = hasComments
        self.name = name
        // A byte order mark is no part of the first field.
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    }

    /// Goes to the next line that has fields.
    ///
    /// - Returns: False behind the last.
    /// - Complexity: O(n) in the line's length.
    mutating func next() -> Bool {
        while position < bytes.count {
            lineStart = position
            line += 1
            fields.removeAll(keepingCapacity: true)
            var start = position
            var index = position
            while index < bytes.count, bytes[index] != 0x0A {
                if bytes[index] == 0x09 {
                    fields.append(start..<index)
                    start = index + 1
                }
                index += 1
            }
            position = index + 1
            var end = index
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            fields.append(start..<end)
            let isEmpty = fields.count == 1 && fields[0].isEmpty
            if isEmpty || hasComments && bytes[lineStart] == 0x23 { continue }
            return true
        }
        return false
    }

    /// The bytes of a field; empty where the line has no such field.
    func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index < fields.count else { return UnsafeBufferPointer(rebasing: bytes[0..<0]) }
        return UnsafeBufferPointer(rebasing: bytes[fields[index]])
    }

    /// The text of a field.
    func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

    /// Whether the bytes of a field are UTF-8.
    func isText(_ index: Int) -> Bool {
        let field = field(index)
        if field.allSatisfy({ $0 < 0x80 }) { return true }
        return String(validating: field, as: UTF8.self) != nil
    }

    /// The parts of a field between bars; empty ones are left out.
    func parts(_ index: Int) -> [UnsafeBufferPointer<UInt8>] {
        let field = field(index)
        guard !field.isEmpty else { return [] }
        return field.split(separator: 0x7C).map { UnsafeBufferPointer(rebasing: $0) }
    }

    /// The whole number in a field; nil where it is anything else.
    func number(_ index: Int) -> UInt64? {
        let field = field(index)
        guard !field.isEmpty, field.count <= 18 else { return nil }
        var value: UInt64 = 0
        for byte in field {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + UInt64(byte - 0x30)
        }
        return value
    }

    /// An error at a field of the line; its column counts characters from 1.
    func error(at index: Int, _ message: String, code: ErrorCode = .invalidEntry) -> LexiconError {
        let offset = index < fields.count ? fields[index].lowerBound : (fields.last?.upperBound ?? lineStart)
        let column = String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1
        return LexiconError(code: code, message: message, place: "\(name):\(line):\(column)")
    }
}
