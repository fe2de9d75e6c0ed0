import PostilCore

/// A stretch of a text with some of what stands around it, on one line.
public struct SpanContext: Hashable, Sendable {
    /// Where it begins, in the unit that was asked for.
    public let start: Int

    /// Where it ends.
    public let end: Int

    /// What stands before it.
    public let before: String

    /// The stretch itself; a long one without its middle.
    public let surface: String

    /// What stands behind it.
    public let behind: String

    /// Takes a stretch out of a text.
    ///
    /// - Parameters:
    ///   - map: Translates to the unit that offsets are to be in.
    ///   - reach: How many bytes are shown on each side, at most.
    /// - Complexity: O(length of the stretch).
    public init(_ span: Span, in text: Text, map: OffsetMap, reach: Int = 40) {
        start = Int(map.offset(of: span.start))
        end = Int(map.offset(of: span.end))
        let bytes = text.bytes
        let range = span.range.clamped(to: 0..<bytes.count)
        before = SpanContext.line(bytes, SpanContext.boundary(bytes, range.lowerBound - reach)..<range.lowerBound)
        behind = SpanContext.line(bytes, range.upperBound..<SpanContext.boundary(bytes, range.upperBound + reach))
        if range.count <= 160 {
            surface = SpanContext.line(bytes, range)
        } else {
            let first = range.lowerBound..<SpanContext.boundary(bytes, range.lowerBound + 90)
            let last = SpanContext.boundary(bytes, range.upperBound - 60)..<range.upperBound
            surface = "\(SpanContext.line(bytes, first)) … \(SpanContext.line(bytes, last))"
        }
    }

    /// The context with the stretch in brackets.
    public var line: String { "\(before)[\(surface)]\(behind)" }

    /// The first place from `offset` on at which a scalar begins.
    private static func boundary(_ bytes: [UInt8], _ offset: Int) -> Int {
        var offset = min(max(0, offset), bytes.count)
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }

    private static func line(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        guard range.lowerBound <= range.upperBound else { return "" }
        return String(decoding: bytes[range].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
}
