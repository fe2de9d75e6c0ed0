import PostilCore

/// A text with stretches of it hidden, and the way from offsets of the one to offsets of the other.
///
/// Masks may overlap or touch in any order: overlapping ones become one, with the replacement of the one that begins
/// first. So nothing of what any mask covers is left.
///
/// ```swift
/// let redaction = Redaction(of: "Ada left.", masking: [Mask(Span(start: 0, end: 3), replacement: "[PERSON]")])
/// redaction.text                              // [PERSON] left.
/// redaction.originalOffset(ofMasked: 9)       // 4
/// ```
public struct Redaction: Sendable {
    /// The text with the replacements.
    public let text: Text

    /// The masks that were used, in order, none overlapping another.
    public let masks: [Mask]

    /// Where each mask's replacement stands in ``text``.
    public let maskedSpans: [Span]

    private let originalCount: UInt32

    /// Hides what `masks` cover of `original`; what of them lies outside the text, or is empty, is passed over.
    public init(of original: Text, masking masks: [Mask]) {
        var joined: [Mask] = []
        let sound = masks.filter { $0.span.start < $0.span.end && Int($0.span.end) <= original.count }
        for mask in sound.sorted(by: { $0.span < $1.span }) {
            if let last = joined.last, last.span.overlaps(mask.span) {
                joined[joined.count - 1].span = last.span.union(mask.span)
            } else {
                joined.append(mask)
            }
        }
        var bytes: [UInt8] = []
        var maskedSpans: [Span] = []
        var position = 0
        for mask in joined {
            bytes += original.bytes[position..<mask.span.range.lowerBound]
            let start = bytes.count
            bytes += mask.replacement.utf8
            maskedSpans.append(Span(start..<bytes.count))
            position = mask.span.range.upperBound
        }
        bytes += original.bytes[position...]
        text = (try? Text(validating: bytes)) ?? ""
        self.masks = joined
        self.maskedSpans = maskedSpans
        originalCount = UInt32(original.count)
    }

    /// The offset in the original of an offset in the masked text; inside a replacement, where what it hides begins.
    ///
    /// - Returns: nil where `offset` lies behind the text.
    /// - Complexity: O(log masks).
    public func originalOffset(ofMasked offset: UInt32) -> UInt32? {
        guard Int(offset) <= text.count else { return nil }
        return Redaction.moved(offset, from: maskedSpans, to: masks.map(\.span))
    }

    /// The offset in the masked text of an offset in the original; inside what is hidden, where its replacement begins.
    ///
    /// - Returns: nil where `offset` lies behind the text.
    /// - Complexity: O(masks).
    public func maskedOffset(ofOriginal offset: UInt32) -> UInt32? {
        guard offset <= originalCount else { return nil }
        return Redaction.moved(offset, from: masks.map(\.span), to: maskedSpans)
    }

    /// The place in the masked text of a span of the original: the replacements that it touches are in it whole.
    public func maskedSpan(ofOriginal span: Span) -> Span? { moved(span, masks.map(\.span), maskedSpans, maskedOffset) }

    /// The place in the original of a span of the masked text: what a replacement that it touches hides is in it whole.
    public func originalSpan(ofMasked span: Span) -> Span? {
        moved(span, maskedSpans, masks.map(\.span), originalOffset)
    }

    private func moved(_ span: Span, _ from: [Span], _ to: [Span], _ offset: (UInt32) -> UInt32?) -> Span? {
        guard let start = offset(span.start), var end = offset(span.end) else { return nil }
        if let index = from.firstIndex(where: { $0.start < span.end && span.end < $0.end }) { end = to[index].end }
        return start <= end ? Span(start: start, end: end) : nil
    }

    private static func moved(_ offset: UInt32, from: [Span], to: [Span]) -> UInt32 {
        var (lower, upper) = (0, from.count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if from[middle].start <= offset { lower = middle + 1 } else { upper = middle }
        }
        guard lower > 0 else { return offset }
        let (source, target) = (from[lower - 1], to[lower - 1])
        return offset < source.end ? target.start : target.end + (offset - source.end)
    }
}
