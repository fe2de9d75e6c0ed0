import PostilCore

/// Cuts from extents what annotation guidelines differ on.
enum ExtentTrimmer {
    /// A name without a leading *the* and a possessive ending.
    static func name(_ span: Span, in text: Text) -> Span {
        var start = Int(span.start)
        var end = Int(span.end)
        let bytes = text.bytes
        let article = Array("the ".utf8)
        if end - start > 4, zip(bytes[start..<start + 4], article).allSatisfy({ $0 | 0x20 == $1 }) { start += 4 }
        for ending in ["'s", "’s"]
        where end - start > ending.utf8.count && bytes[start..<end].reversed().starts(with: ending.utf8.reversed()) {
            end -= ending.utf8.count
        }
        return Span(start..<end)
    }

    /// A quotation without marks, white space and punctuation at its ends; the whole where nothing else is in it.
    static func quotation(_ span: Span, in text: Text) -> Span {
        let words = String(decoding: text.bytes[span.range.clamped(to: 0..<text.count)], as: UTF8.self).unicodeScalars
        guard let first = words.firstIndex(where: { !isMargin($0) }),
            let last = words.lastIndex(where: { !isMargin($0) })
        else { return span }
        let start = Int(span.start) + words[..<first].reduce(0) { $0 + UTF8.width($1) }
        let end = Int(span.end) - words[words.index(after: last)...].reduce(0) { $0 + UTF8.width($1) }
        return Span(start..<end)
    }

    private static func isMargin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "“", "”", "‘", "’", "`", "«", "»", ",", ".", ";", ":", "!", "?", "-", "—", "_": true
        default: scalar.properties.isWhitespace
        }
    }
}
