extension JSONWriter {
    /// Writes a string.
    ///
    /// - Parameter text: Any string.
    /// - Complexity: O(n).
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    /// Writes a string.
    ///
    /// - Parameter utf8: Well-formed UTF-8; the output is as well-formed as this is.
    /// - Complexity: O(n).
    public mutating func string(_ utf8: [UInt8]) {
        utf8.withUnsafeBufferPointer { string($0) }
    }

    /// Writes a string.
    ///
    /// Escaped are the quotation mark, the backslash and the control characters below U+0020; the
    /// slash and everything above ASCII stay as they are.
    ///
    /// - Parameter utf8: Well-formed UTF-8; the output is as well-formed as this is.
    /// - Complexity: O(n).
    public mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        appendEscaped(utf8)
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Writes a string of ASCII that needs no escape, such as a label or a code.
    @inlinable
    public mutating func string(_ label: StaticString) {
        let count = label.utf8CodeUnitCount
        buffer.reserve(count &+ 3)
        separate()
        buffer.append(UInt8(ascii: "\""))
        buffer.append(label)
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Writes a string of a label, ASCII that needs no escape, and a number behind it: `d12`.
    public mutating func string(_ label: StaticString, _ number: Int) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        buffer.append(label)
        needsComma = false
        integer(number)
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Writes a string of ASCII that needs no escape and is put together by `body`.
    @inlinable
    public mutating func string(_ body: (inout ByteBuffer) -> Void) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        body(&buffer)
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        let source = UnsafeRawBufferPointer(utf8)
        let count = source.count
        buffer.reserve(count + 8)
        var position = 0
        while position < count {
            position += copyRun(source, from: position)
            guard position < count else { return }
            buffer.reserve(count - position + 16)
            appendEscape(source[position])
            position += 1
        }
    }

    /// Copies the bytes before the next one that needs an escape.
    ///
    /// Eight bytes are written before they are tested: those behind the run are overwritten later, and
    /// room for all that is left has been made before.
    ///
    /// - Returns: How many were copied.
    @inline(__always)
    private mutating func copyRun(_ source: UnsafeRawBufferPointer, from start: Int) -> Int {
        let count = source.count
        let out = UnsafeMutableRawPointer(buffer.base + buffer.length)
        var position = start
        while position + 8 <= count {
            let word = ByteWord.load(source, at: position)
            out.storeBytes(of: word.littleEndian, toByteOffset: position - start, as: UInt64.self)
            let marks = ByteWord.needingEscape(word)
            if marks != 0 {
                position += ByteWord.bytesBefore(marks)
                buffer.length += position - start
                return position - start
            }
            position += 8
        }
        while position < count {
            let byte = source[position]
            guard byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { break }
            out.storeBytes(of: byte, toByteOffset: position - start, as: UInt8.self)
            position += 1
        }
        buffer.length += position - start
        return position - start
    }

    private mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): buffer.append("\\\"")
        case UInt8(ascii: "\\"): buffer.append("\\\\")
        case 0x08: buffer.append("\\b")
        case 0x09: buffer.append("\\t")
        case 0x0A: buffer.append("\\n")
        case 0x0C: buffer.append("\\f")
        case 0x0D: buffer.append("\\r")
        default:
            buffer.append("\\u00")
            for nibble in [byte >> 4, byte & 0x0F] {
                buffer.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
            }
        }
    }
}
