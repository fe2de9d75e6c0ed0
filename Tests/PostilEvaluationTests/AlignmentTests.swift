import PostilCore
import PostilEvaluation
import Testing

@Suite("Alignment of spans")
struct AlignmentTests {
    /// The rule as the scorer of TempEval-3 has it, by comparing all with all.
    private static func plainPairs(_ first: [Span], _ second: [Span]) -> [[Int]] {
        var pairs: [Int: Int] = [:]
        var taken: Set<Int> = []
        for (index, span) in first.enumerated() {
            guard let other = second.indices.first(where: { second[$0] == span && !taken.contains($0) }) else {
                continue
            }
            pairs[index] = other
            taken.insert(other)
        }
        for (index, span) in first.enumerated() where pairs[index] == nil {
            var best: (overlap: Int, index: Int)?
            for (other, found) in second.enumerated() where !taken.contains(other) {
                let overlap = min(Int(span.end), Int(found.end)) - max(Int(span.start), Int(found.start))
                if overlap > 0, overlap > best?.overlap ?? 0 { best = (overlap, other) }
            }
            guard let best else { continue }
            pairs[index] = best.index
            taken.insert(best.index)
        }
        return pairs.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
    }

    @Test("the fast way and the plain one agree", arguments: 0..<400)
    func agrees(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        func spans() -> [Span] {
            let count = Int(random.next() % 9)
            let all = (0..<count).map { _ -> Span in
                let start = Int(random.next() % 20)
                return Span(start..<start + 1 + Int(random.next() % 8))
            }
            return all.sorted()
        }
        let (first, second) = (spans(), spans())
        let alignment = SpanAlignment(first, second)
        #expect(alignment.pairs.map { [$0.first, $0.second] } == AlignmentTests.plainPairs(first, second))
        #expect(alignment.pairs.count + alignment.firstOnly.count == first.count)
        #expect(alignment.pairs.count + alignment.secondOnly.count == second.count)
    }

    @Test("of several in one place the most alike find each other")
    func likeness() {
        let place = Span(0..<4)
        let alignment = SpanAlignment([place, place], [place, place]) { $0 == $1 ? 0 : 1 }
        #expect(alignment.pairs.map { [$0.first, $0.second] } == [[0, 1], [1, 0]])
    }

    @Test(
        "records find their partners by name, the nth of a name the nth",
        arguments: [
            ("a b c", "a b c", "a0a0 b1b1 c2c2", ""), ("a b c", "c a b", "a0a1 b1b2 c2c0", ""),
            ("a a b", "a b a", "a0a0 a1a2 b2b1", ""), ("a b", "b d", "b1b0", "a0 d1"), ("", "a", "", "a0"),
        ]
    )
    func matching(first: String, second: String, pairs: String, left: String) {
        var matcher = RecordMatcher<String>()
        var found: [String] = []
        let (one, other) = (first.split(separator: " "), second.split(separator: " "))
        for index in 0..<max(one.count, other.count) {
            for (names, side) in [(one, RecordSide.first), (other, .second)] where index < names.count {
                let name = String(names[index])
                if let pair = matcher.add("\(name)\(index)", identifier: name, side: side) {
                    found.append(pair.first + pair.second)
                }
            }
        }
        let rest = matcher.takeLeftovers()
        #expect(found.sorted().joined(separator: " ") == pairs)
        #expect((rest.first + rest.second).joined(separator: " ") == left)
    }
}
