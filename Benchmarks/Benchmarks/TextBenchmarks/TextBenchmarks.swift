import Benchmark
import PostilCore
import PostilText
import SampleText

let benchmarks: @Sendable () -> Void = {
    Benchmark.setDefaults()
    guard let text = try? SampleText.megabyte(), let documents = try? SampleText.documents(),
        let segmenter = try? Segmenter(), let pipeline = try? Pipeline(name: "text", steps: [segmenter])
    else { return }

    Benchmark("Tokenizer: 1 MB") { benchmark in
        let tokenizer = Tokenizer()
        var tokens = TokenBuffer()
        for _ in benchmark.scaledIterations {
            tokens.removeAll()
            text.bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokens) }
            blackHole(tokens.count)
        }
    }

    Benchmark("Segmenter in a pipeline: 1 MB as one document") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(pipeline.annotate(Document(text: text))) }
    }

    let repetitions = SampleText.byteCount / documents.reduce(0) { $0 + $1.count }
    Benchmark("Segmenter in a pipeline: 1 MB as \(documents.count * repetitions) documents") { benchmark in
        for _ in benchmark.scaledIterations {
            for _ in 0..<repetitions {
                for document in documents { blackHole(pipeline.annotate(Document(text: document))) }
            }
        }
    }

    Benchmark("Segmenter: make") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try? Segmenter()) }
    }
}
