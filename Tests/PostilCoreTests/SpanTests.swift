import PostilCore
import Testing

@Suite("Spans")
struct SpanTests {
    @Test("algebra agrees with sets of byte offsets, for all spans of a text of 6 bytes")
    func algebra() {
        for left in allSpans(upTo: 6) {
            #expect(left.isEmpty == bytes(left).isEmpty)
            #expect(left.count == bytes(left).count)
            for offset in UInt32(0)...7 { #expect(left.contains(offset: offset) == bytes(left).contains(offset)) }
            for right in allSpans(upTo: 6) {
                let shared = bytes(left).intersection(bytes(right))
                #expect(left.overlaps(right) == !shared.isEmpty)
                #expect(left.intersection(right).map(bytes) == (shared.isEmpty ? nil : shared))
                if !right.isEmpty { #expect(left.contains(right) == bytes(left).isSuperset(of: bytes(right))) }
                let union = left.union(right)
                let around = allSpans(upTo: 6).filter { $0.contains(left) && $0.contains(right) }
                #expect(around.contains(union) && around.allSatisfy { $0.contains(union) })
            }
        }
    }

    @Test("an empty span is contained where it stands, borders included")
    func emptyIsContained() {
        let span = Span(start: 2, end: 4)
        #expect((UInt32(0)...6).filter { span.contains(Span(start: $0, end: $0)) } == [2, 3, 4])
    }

    @Test("order is total: by start, at equal start the longer first")
    func order() {
        let sorted = allSpans(upTo: 3).sorted().map(\.description)
        #expect(sorted == ["0:3", "0:2", "0:1", "0:0", "1:3", "1:2", "1:1", "2:3", "2:2", "3:3"])
    }

    @Test("ranges become spans and come back; what does not fit is cut")
    func ranges() {
        #expect(Span(3..<8).range == 3..<8)
        #expect(Span(3..<Int.max) == Span(start: 3, end: .max))
        #expect(Span(Int(UInt32.max)..<Int.max).isEmpty)
    }

    @Test("a span comes back from its text, and nothing else makes one")
    func text() {
        for span in allSpans(upTo: 11) { #expect(Span(span.description) == span) }
        #expect(Span("0:\(UInt32.max)") == Span(start: 0, end: .max))
        for text in [
            "", ":", "1", "1:", ":1", "2:1", "1:2:3", "-1:2", "+1:2", "01:2", "1:02", " 1:2", "1:2 ", "1 :2",
            "1:4294967296",
            "a:b", "١:٢",
        ] {
            #expect(Span(text) == nil, "\(text)")
        }
    }

    @Test("a moved span keeps its length, but for the ends of what can be counted")
    func moves() {
        #expect(Span(start: 2, end: 5).moved(by: 3) == Span(start: 5, end: 8))
        #expect(Span(start: 2, end: 5).moved(by: -2) == Span(start: 0, end: 3))
        #expect(Span(start: 2, end: 5).moved(by: -4) == Span(start: 0, end: 1))
        #expect(Span(start: 2, end: .max).moved(by: 1) == Span(start: 3, end: .max))
    }

    private func bytes(_ span: Span) -> Set<UInt32> { Set(span.start..<span.end) }
}

/// Every span of a text of `count` bytes, empty ones too.
func allSpans(upTo count: UInt32) -> [Span] {
    (0...count).flatMap { start in (start...count).map { Span(start: start, end: $0) } }
}
