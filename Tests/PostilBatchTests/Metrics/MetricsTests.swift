import Postil
import Testing

@testable import PostilBatch

@Suite("Figures of runs")
struct MetricsTests {
    @Test("times are counted by powers of two microseconds")
    func histogram() {
        var times = TimeHistogram()
        for nanoseconds in [0, 999, 1_000, 1_999, 2_000, 1_048_575_999, 1_048_576_000] { times.add(nanoseconds) }
        times.add(12_000, dividedBy: 3)
        #expect(times.count == 10)
        #expect(times.longest == 1_048_576_000)
        #expect(times.nanoseconds == 2_097_169_997)
        #expect([0, 1, 2, 3, 20, 21].map { times.buckets[$0] } == [2, 2, 1, 3, 1, 1])
        let total = times.buckets.indices.reduce(0) { $0 + times.buckets[$1] }
        #expect(total == times.count)
    }

    @Test("a measured pipeline has the same fingerprint and makes the same records")
    func sameRecords() throws {
        let pipeline = try Pipeline.standard()
        let times = AnnotatorTimes(pipeline)
        let measured = times.measuring(pipeline)
        #expect(measured.label == pipeline.label)
        let folder = try TemporaryFolder()
        let input = try folder.file("in.jsonl", Array("{\"text\":\"Dr. Ito left on Friday.\"}\n{}\n".utf8))
        for (name, pipeline) in [("plain", pipeline), ("measured", measured)] {
            let sink = try ByteSink(path: "\(folder.path)/\(name)")
            _ = BatchRunner(pipeline: pipeline).run([BatchInput(path: input)], to: sink)
            try sink.finish()
        }
        #expect(try folder.contents("plain") == folder.contents("measured"))
        #expect(times.names == pipeline.steps.map(\.name))
        #expect(times.current.allSatisfy { $0.count == 1 && $0.nanoseconds > 0 })
    }

    @Test(
        "figures go to a file or to a descriptor",
        arguments: [
            ("out/m.json", MetricsTarget.file("out/m.json")), ("fd:3", .descriptor(3)), ("fd:", nil), ("fd:-1", nil),
            ("", nil),
        ] as [(String, MetricsTarget?)]
    )
    func targets(text: String, target: MetricsTarget?) {
        #expect(MetricsTarget(text) == target)
    }
}
