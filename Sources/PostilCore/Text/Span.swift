/// A half-open range of UTF-8 byte offsets into a document's text.
///
/// Both ends lie on Unicode scalar boundaries of the text that the span belongs to. Offsets in other
/// units (code points, UTF-16) exist only at the edges of the system; see ``OffsetUnit``.
///
/// Spans order by start; at an equal start the longer comes first, so that an annotation precedes
/// those that it contains.
public struct Span: Hashable, Sendable {
    /// The offset of the first byte.
    public let start: UInt32

    /// The offset behind the last byte; not part of the span.
    public let end: UInt32

    /// Makes a span from `start` up to, but not including, `end`.
    ///
    /// - Parameters:
    ///   - start: A UTF-8 byte offset.
    ///   - end: A UTF-8 byte offset, not below `start`.
    /// - Precondition: `start` is not above `end`; a span that breaks this holds no byte.
    @inlinable
    public init(start: UInt32, end: UInt32) {
        assert(start <= end, "a span ends before it starts")
        self.start = start
        self.end = end
    }

    /// Makes a span from a range of array indices.
    ///
    /// A text has at most 4 GiB (see ``Text``), so every index into one fits; larger ones are cut.
    @inlinable
    public init(_ range: Range<Int>) {
        self.init(start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound))
    }

    /// The span as a range of array indices.
    @inlinable
    public var range: Range<Int> { Int(start)..<Int(Swift.max(start, end)) }

    /// The length in bytes.
    @inlinable
    public var count: Int { Int(end) - Int(start) }

    /// Whether the span holds no byte.
    @inlinable
    public var isEmpty: Bool { start >= end }
}

extension Span: Comparable {
    /// Document order: by start; at an equal start the longer first.
    @inlinable
    public static func < (left: Span, right: Span) -> Bool {
        left.start != right.start ? left.start < right.start : left.end > right.end
    }
}

extension Span: LosslessStringConvertible {
    /// The span as `start:end`.
    public var description: String { "\(start):\(end)" }

    /// The span that ``description`` writes as `description`; nil where it is no such text.
    public init?(_ description: String) {
        let ends = description.split(separator: ":", omittingEmptySubsequences: false).map { UInt32($0) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end,
            description == "\(start):\(end)"
        else { return nil }
        self.init(start: start, end: end)
    }
}
