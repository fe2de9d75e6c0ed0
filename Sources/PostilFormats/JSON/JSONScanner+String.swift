extension JSONScanner {
    /// Passes a string, from its opening quotation mark, checking escapes and control characters.
    ///
    /// - Returns: Whether it holds an escape.
    mutating func scanString() throws(JSONError) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        let open = position
        let end = self.end
        var cursor = open + 1
        var hasEscapes = false
        while true {
            while cursor + 8 <= end {
                let marks = ByteWord.needingEscape(ByteWord.load(raw, at: cursor))
                if marks != 0 {
                    cursor += ByteWord.bytesBefore(marks)
                    break
                }
                cursor += 8
            }
            // At a marked byte, or within eight bytes of the end.
            guard cursor < end else { throw unterminated(open) }
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "\"") {
                position = cursor + 1
                return hasEscapes
            } else if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                cursor = try endOfEscape(at: cursor, open: open)
            } else if byte < 0x20 {
                throw JSONError(
                    code: .controlCharacter,
                    offset: cursor,
                    message: "control character \(JSONError.hexadecimal(byte)) must be escaped in a string"
                )
            } else {
                cursor += 1
            }
        }
    }

    /// The offset behind the escape at `cursor`; behind both where it is a surrogate pair.
    private func endOfEscape(at cursor: Int, open: Int) throws(JSONError) -> Int {
        guard cursor + 1 < end else { throw unterminated(open) }
        switch bytes[cursor + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return cursor + 2
        case UInt8(ascii: "u"):
            break
        default:
            throw badEscape(cursor, open)
        }
        guard let unit = JSONEscape.unit(in: bytes, at: cursor, end: end) else { throw badEscape(cursor, open) }
        guard UTF16.isSurrogate(unit) else { return cursor + 6 }
        if UTF16.isLeadSurrogate(unit), let trail = JSONEscape.unit(in: bytes, at: cursor + 6, end: end),
            UTF16.isTrailSurrogate(trail)
        {
            return cursor + 12
        }
        guard options.replacesLoneSurrogates else {
            throw JSONError(
                code: .loneSurrogate,
                offset: cursor,
                message: "“\(shown(cursor))” is half of a surrogate pair"
            )
        }
        return cursor + 6
    }

    @inline(never)
    private func unterminated(_ open: Int) -> JSONError {
        JSONError(code: .unterminatedString, offset: open, message: "a string without its closing quotation mark")
    }

    @inline(never)
    private func badEscape(_ cursor: Int, _ open: Int) -> JSONError {
        let stop = bytes[cursor + 1] == UInt8(ascii: "u") ? cursor + 6 : cursor + 2
        // Cut off by the end of the bytes: the string is what is wrong.
        if stop > end, !bytes[cursor..<end].contains(UInt8(ascii: "\"")) { return unterminated(open) }
        return JSONError(code: .badEscape, offset: cursor, message: "“\(shown(cursor))” is not a JSON escape")
    }

    /// The escape at `cursor` as messages show it, in printable ASCII.
    private func shown(_ cursor: Int) -> String {
        let length = bytes[cursor + 1] == UInt8(ascii: "u") ? 6 : 2
        var text = ""
        for byte in bytes[cursor..<min(cursor + length, end)] {
            text += byte > 0x20 && byte < 0x7F ? String(Unicode.Scalar(byte)) : "<\(JSONError.hexadecimal(byte))>"
        }
        return text
    }
}

/// The `\uXXXX` form.
enum JSONEscape {
    /// The UTF-16 unit that an escape at `offset` stands for, or nil where none stands there.
    static func unit(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> UInt16? {
        guard offset + 6 <= end, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt16 = 0
        for index in offset + 2..<offset + 6 {
            let digit: UInt8
            switch bytes[index] {
            case let byte where byte &- UInt8(ascii: "0") < 10: digit = byte &- UInt8(ascii: "0")
            case let byte where (byte | 0x20) &- UInt8(ascii: "a") < 6: digit = (byte | 0x20) &- UInt8(ascii: "a") &+ 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
