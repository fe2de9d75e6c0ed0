import Benchmark
import PostilCore
import PostilFormats
import PostilText
import SampleText

let benchmarks: @Sendable () -> Void = {
    Benchmark.setDefaults()
    guard let text = try? SampleText.megabyte(), let documents = try? SampleText.documents(),
        let segmenter = try? Segmenter(), let pipeline = try? Pipeline(name: "text", steps: [segmenter])
    else { return }

    let line = jsonLine(of: text)
    Benchmark("Parse a line with a text of 1 MB") { benchmark in
        for _ in benchmark.scaledIterations {
            line.withUnsafeBufferPointer { blackHole(memberCount($0)) }
        }
    }

    let reader = RecordReader()
    Benchmark("Read a document from a line with a text of 1 MB") { benchmark in
        for _ in benchmark.scaledIterations {
            line.withUnsafeBufferPointer { blackHole(reader.document(line: $0, number: 1, source: "stdin")) }
        }
    }

    let lines = documents.map(jsonLine)
    let repetitions = SampleText.byteCount / documents.reduce(0) { $0 + $1.count }
    Benchmark("Read \(lines.count * repetitions) documents from lines, 1 MB of text") { benchmark in
        for _ in benchmark.scaledIterations {
            for _ in 0..<repetitions {
                for line in lines {
                    line.withUnsafeBufferPointer { blackHole(reader.document(line: $0, number: 1, source: "stdin")) }
                }
            }
        }
    }

    Benchmark("Write a string of 1 MB") { benchmark in
        var writer = JSONWriter(capacity: 2 * SampleText.byteCount)
        for _ in benchmark.scaledIterations {
            writer.string(text.bytes)
            blackHole(writer.buffer.count)
            writer.removeAll()
        }
    }

    let annotated = documents.map { pipeline.annotate(Document(text: $0)) }
    let layers: [(String, [LayerName])] = [
        ("sentences", [LayerKey.sentences.name]),
        ("sentences and tokens", [LayerKey.sentences.name, LayerKey.tokens.name]),
    ]
    for (name, layers) in layers {
        let encoder = RecordEncoder(pipeline: pipeline, options: RecordOptions(layers: layers))
        Benchmark("Encode \(documents.count * repetitions) records with \(name), 1 MB of text") { benchmark in
            var writer = JSONWriter(capacity: 4 * SampleText.byteCount)
            for _ in benchmark.scaledIterations {
                for _ in 0..<repetitions {
                    for document in annotated {
                        let input = InputDocument(identifier: "id", text: .success(document.text))
                        encoder.encode(document, input: input, into: &writer)
                    }
                }
                blackHole(writer.buffer.count)
                writer.removeAll()
            }
        }
    }
}

/// A line of JSON with an identifier and a text.
private func jsonLine(of text: Text) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.string("sample")
    writer.key("text")
    writer.string(text.bytes)
    writer.endObject()
    return writer.buffer.array()
}

/// The number of members in a line, of which every string has been decoded.
private func memberCount(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    guard var reader = try? JSONObjectReader(line) else { return 0 }
    var bytes: [UInt8] = []
    var count = 0
    while let member = try? reader.next() {
        _ = try? member.value.decode(into: &bytes)
        count += 1
    }
    return count
}
