import PostilCore
import PostilFormats

/// Reads tokens as ``TokenWriter`` writes them, without making texts of their members.
enum TokenReader {
    private static let kinds = TokenKind.all.map { Array($0.name.utf8) }
    private static let shapes = TokenShape.all.map { Array($0.name.utf8) }

    /// The tokens of the array `value`, offsets in UTF-8 bytes; nil where they are written in another way, or do not
    /// ascend, and are to be read as any layer is.
    static func layer(_ value: JSONRawValue, of text: Text) -> Layer<Token>? {
        guard value.kind == .array else { return nil }
        let (kinds, shapes) = (kinds, shapes)
        var spans: [Span] = []
        var values: [Token] = []
        var position: UInt32 = 0
        var cursor = JSONCursor(value)
        cursor.enter()
        while cursor.nextElement() {
            guard cursor.kind == .object else { return nil }
            var (start, end): (UInt32?, UInt32?)
            var token: (kind: Int?, shape: Int?, hash: UInt64?)
            cursor.enter()
            while let key = cursor.nextKey() {
                if key.equals("start") {
                    start = cursor.value().integer.flatMap(UInt32.init(exactly:))
                } else if key.equals("end") {
                    end = cursor.value().integer.flatMap(UInt32.init(exactly:))
                } else if key.equals("type") {
                    let name = cursor.value()
                    token.kind = kinds.firstIndex { name.equals($0) }
                } else if key.equals("features"), cursor.kind == .object {
                    cursor.enter()
                    while let key = cursor.nextKey() {
                        let value = cursor.value()
                        if key.equals("shape") {
                            token.shape = shapes.firstIndex { value.equals($0) }
                        } else if key.equals("hash") {
                            token.hash = hexadecimal(value.contents)
                        } else {
                            return nil
                        }
                    }
                } else {
                    return nil
                }
            }
            guard let start, let end, let kind = token.kind, let shape = token.shape, let hash = token.hash,
                position <= start, start < end, Int(end) <= text.count, text.isScalarBoundary(start),
                text.isScalarBoundary(end)
            else { return nil }
            position = end
            spans.append(Span(start: start, end: end))
            values.append(
                Token(hash: LowercaseHash(bits: hash), kind: TokenKind.all[kind], shape: TokenShape.all[shape])
            )
        }
        return Layer(sorted: spans, values: values)
    }

    private static func hexadecimal(_ digits: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard (1...16).contains(digits.count) else { return nil }
        var number: UInt64 = 0
        for byte in digits {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            default: return nil
            }
            number = number << 4 | UInt64(digit)
        }
        return number
    }
}
