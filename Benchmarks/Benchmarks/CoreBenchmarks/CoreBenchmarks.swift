import Benchmark
import PostilCore
import SampleText

let benchmarks: @Sendable () -> Void = {
    Benchmark.setDefaults()
    let count = 100_000

    /// Spans of a layer without overlaps, as tokens are: five bytes each, six apart.
    let flat = (0..<count).map { Span($0 * 6..<$0 * 6 + 5) }

    /// Spans that nest three deep.
    let nested = (0..<count).map { index in
        let start = index / 3 * 30
        return Span(start + index % 3..<start + 30 - index % 3)
    }

    /// Places to ask for, in no order: a step that has no divisor in common with their number.
    let places = (0..<1_000).map { flat[$0 * 7_919 % count] }

    Benchmark("Layer of 100,000 spans: build in order") { benchmark in
        for _ in benchmark.scaledIterations {
            var builder = LayerBuilder<Unvalued>()
            for span in flat { builder.append(span) }
            blackHole(builder.build())
        }
    }

    Benchmark("Layer of 100,000 spans: build and sort") { benchmark in
        for _ in benchmark.scaledIterations {
            var builder = LayerBuilder<Unvalued>()
            for span in flat.reversed() { builder.append(span) }
            blackHole(builder.build())
        }
    }

    for (name, spans) in [("flat", flat), ("nested", nested)] {
        let layer = Layer<Unvalued>(sorted: spans)
        let queries: [(String, @Sendable (Span) -> Int)] = [
            ("starting", { layer.starting(at: $0.start).count }),
            ("inside", { layer.inside($0).count }),
            ("covering", { layer.covering($0).count }),
            ("overlapping", { layer.overlapping($0).count }),
        ]
        for (query, run) in queries {
            Benchmark("Layer of 100,000 spans, \(name): 1,000 queries for \(query)") { benchmark in
                for _ in benchmark.scaledIterations {
                    var found = 0
                    for place in places { found += run(place) }
                    blackHole(found)
                }
            }
        }
    }

    guard let text = try? SampleText.megabyte() else { return }
    let offsets = stride(from: 0, to: UInt32(text.count), by: 5)
    for unit in [OffsetUnit.codepoint, .utf16] {
        Benchmark("OffsetMap of 1 MB, \(unit.rawValue): make") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(OffsetMap(text: text, unit: unit)) }
        }

        let map = OffsetMap(text: text, unit: unit)
        Benchmark("OffsetMap of 1 MB, \(unit.rawValue): 200,000 offsets in order") { benchmark in
            for _ in benchmark.scaledIterations {
                var sum = 0
                for offset in offsets { sum += Int(map.offset(of: offset)) }
                blackHole(sum)
            }
        }
    }

    Benchmark("Text of 1 MB: validate") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try? Text(validating: text.bytes)) }
    }
}
