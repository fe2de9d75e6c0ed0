extension Span {
    /// Whether every byte of `other` lies in this span; an empty span is contained where both its
    /// ends are, the borders included.
    @inlinable
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// Whether the byte at `offset` lies in this span.
    @inlinable
    public func contains(offset: UInt32) -> Bool { start <= offset && offset < end }

    /// Whether the two spans share at least one byte; an empty span overlaps nothing.
    @inlinable
    public func overlaps(_ other: Span) -> Bool {
        Swift.max(start, other.start) < Swift.min(end, other.end)
    }

    /// The bytes that both spans have, or nil where they share none.
    @inlinable
    public func intersection(_ other: Span) -> Span? {
        guard overlaps(other) else { return nil }
        return Span(start: Swift.max(start, other.start), end: Swift.min(end, other.end))
    }

    /// The span `distance` bytes further on, or back where it is negative, cut at the first and the last
    /// offset that there is.
    @inlinable
    public func moved(by distance: Int) -> Span {
        Span(start: UInt32(clamping: Int(start) + distance), end: UInt32(clamping: Int(end) + distance))
    }

    /// The shortest span that contains both.
    @inlinable
    public func union(_ other: Span) -> Span {
        Span(start: Swift.min(start, other.start), end: Swift.max(end, other.end))
    }
}
