/// Cuts a stream of bytes into the JSON objects that stand in it one after another, or in an array.
///
/// It looks at brackets and quotation marks only. What is no object between two is handed on up to the end of its line,
/// so that whoever reads it finds the fault.
public struct ObjectSplitter: Sendable {
    /// Whether a line that begins with a brace begins an object, whatever is open: as in JSON lines, so that a line that
    /// was cut off costs no other.
    private let isByLine: Bool

    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isStray = false
    private var isAtLineStart = true
    private var line = 1

    /// The bytes of the object at hand.
    private var bytes: [UInt8] = []
    private var firstLine = 1

    /// A splitter of the files of a layout.
    public init(layout: ExchangeLayout) { isByLine = layout == .objects }

    /// An object, or what stands in its place.
    public struct Piece: Hashable, Sendable {
        /// Its bytes.
        public let bytes: [UInt8]
        /// The line on which it begins, counted from 1.
        public let line: Int
    }

    /// Takes bytes.
    ///
    /// - Parameter pieces: Gets the objects that end in them.
    /// - Complexity: O(n).
    public mutating func push(_ new: UnsafeBufferPointer<UInt8>, into pieces: inout [Piece]) {
        for byte in new {
            if isByLine, isAtLineStart, byte == UInt8(ascii: "{"), !bytes.isEmpty {
                while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
                end(into: &pieces)
            }
            isAtLineStart = byte == 0x0A
            take(byte, into: &pieces)
            if byte == 0x0A { line += 1 }
        }
    }

    /// Takes the end of the stream.
    ///
    /// - Returns: What stands behind the last whole object, if there is anything.
    public mutating func finish() -> Piece? {
        var pieces: [Piece] = []
        if !bytes.isEmpty { end(into: &pieces) }
        return pieces.first
    }

    private mutating func take(_ byte: UInt8, into pieces: inout [Piece]) {
        if depth == 0 {
            if isStray {
                if byte == 0x0A { return end(into: &pieces) }
                bytes.append(byte)
                return
            }
            switch byte {
            case 0x20, 0x09, 0x0D, 0x0A, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","): return
            // A byte order mark.
            case 0xEF, 0xBB, 0xBF: if line == 1 { return }
            default: break
            }
            firstLine = line
            bytes.append(byte)
            if byte == UInt8(ascii: "{") { depth = 1 } else { isStray = true }
            return
        }
        bytes.append(byte)
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if depth == 0 { end(into: &pieces) }
        default: break
        }
    }

    private mutating func end(into pieces: inout [Piece]) {
        pieces.append(Piece(bytes: bytes, line: firstLine))
        bytes.removeAll(keepingCapacity: true)
        depth = 0
        (isInString, isEscaped, isStray) = (false, false, false)
    }
}
