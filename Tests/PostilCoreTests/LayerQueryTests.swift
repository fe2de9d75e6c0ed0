import PostilCore
import Testing

@Suite("Queries of a layer")
struct LayerQueryTests {
    @Test("agree with their definitions for every layer of up to 4 spans of a text of 6 bytes")
    func smallLayers() {
        let spans = allSpans(upTo: 6).sorted()
        var layerCount = 0
        func extend(_ chosen: [Span], from first: Int) {
            layerCount += 1
            expectAgreement(Layer(sorted: chosen), spans)
            guard chosen.count < 4 else { return }
            // From `first` on, not behind it: a layer may hold a span several times.
            for next in first..<spans.count { extend(chosen + [spans[next]], from: next) }
        }
        extend([], from: 0)
        #expect(layerCount == 35_960)
    }

    /// How many spans a layer has, how long they are at most, and where they start at most: on both sides
    /// of what one, two and three levels of the index hold.
    static let shapes: [(count: Int, length: UInt32, bytes: UInt32)] = [
        (15, 30, 40), (16, 30, 40), (17, 30, 40), (18, 2, 60), (255, 9, 300), (256, 200, 300), (257, 40, 60),
        (300, 0, 20), (4_096, 50, 2_000), (4_097, 4_000, 5_000), (5_000, 3, 900),
    ]

    @Test("agree with their definitions for large layers", arguments: shapes)
    func largeLayers(_ shape: (count: Int, length: UInt32, bytes: UInt32)) {
        var generator = SplitMix64(seed: UInt64(shape.count))
        func span(_ length: UInt32) -> Span {
            let start = UInt32.random(in: 0...shape.bytes, using: &generator)
            return Span(start: start, end: start + .random(in: 0...length, using: &generator))
        }
        let layer = Layer(sorted: (0..<shape.count).map { _ in span(shape.length) }.sorted())
        expectAgreement(layer, (0..<60).map { span($0 % 2 == 0 ? 6 : shape.length) })
    }

    @Test("agree with their definitions for a layer of one span around many")
    func deepNesting() {
        let nested = (0..<300).map { Span(start: $0, end: 1_000 - $0) }
        expectAgreement(Layer(sorted: nested), [0, 1, 150, 299, 300, 500, 999].map { Span(start: $0, end: $0 + 1) })
        let around = [Span(start: 0, end: 2_000)] + (0..<300).map { Span(start: $0 * 5, end: $0 * 5 + 4) }
        expectAgreement(Layer(sorted: around), [0, 3, 4, 777, 1_499].map { Span(start: $0, end: $0 + 2) })
    }

    @Test("hold at the last offset that there is")
    func lastOffset() {
        let last = Span(start: .max - 1, end: .max)
        let layer = Layer(sorted: [Span(start: 0, end: .max), last, Span(start: .max, end: .max)])
        expectAgreement(layer, [last, Span(start: .max, end: .max), Span(start: 0, end: .max)])
    }

    /// Compares the queries with what their documentation says, read word by word.
    private func expectAgreement(_ layer: Layer<Unvalued>, _ questions: [Span]) {
        let spans = layer.spans
        for asked in questions {
            let inside = spans.indices.filter { asked.start <= spans[$0].start && spans[$0].end <= asked.end }
            let covering = spans.indices.filter { spans[$0].start <= asked.start && asked.end <= spans[$0].end }
            let overlapping = spans.indices.filter {
                max(spans[$0].start, asked.start) < min(spans[$0].end, asked.end)
            }
            let starting = spans.indices.filter { spans[$0].start == asked.start }
            let first = spans.firstIndex { $0.start >= asked.start } ?? spans.count
            // One expectation for all: the macro costs more than the queries.
            let isRight =
                layer.inside(asked) == inside && layer.covering(asked) == covering
                && layer.overlapping(asked) == overlapping && Array(layer.starting(at: asked.start)) == starting
                && layer.firstPosition(startingAtOrAfter: asked.start) == first
            if !isRight { Issue.record("\(asked) in \(spans.prefix(20)) of \(spans.count)") }
        }
    }
}
