import PostilCore
import PostilFormats

/// Reads, annotates and writes the documents of a chunk.
struct DocumentWorker: Sendable {
    private let pipeline: Pipeline
    private let reader: RecordReader
    private let encoder: RecordEncoder

    init(pipeline: Pipeline, options: BatchOptions) {
        self.pipeline = pipeline
        reader = RecordReader(fields: options.fields, isLossy: options.isLossy)
        encoder = RecordEncoder(pipeline: pipeline, options: options.record)
    }

    /// Writes a record for each document of `chunk` to `block`.
    func annotate(_ chunk: InputChunk, into block: OutputBlock) -> BatchReport {
        var report = BatchReport()
        chunk.bytes.withUnsafeBufferPointer { bytes in
            for item in chunk.items {
                let input = document(item, bytes: bytes, source: chunk.source, inputBytes: &report.inputBytes)
                annotate(input, into: block, report: &report)
            }
        }
        return report
    }

    private func document(
        _ item: InputChunk.Item,
        bytes: UnsafeBufferPointer<UInt8>,
        source: String,
        inputBytes: inout Int
    ) -> InputDocument {
        switch item {
        case .record(let range, let number):
            inputBytes += range.count + 1
            return reader.document(line: UnsafeBufferPointer(rebasing: bytes[range]), number: number, source: source)
        case .line(let range, let number):
            inputBytes += range.count + 1
            return reader.document(contents: Array(bytes[range]), identifier: "\(source):\(number)", line: number)
        case .text(let range, let name):
            inputBytes += range.count
            return reader.document(contents: Array(bytes[range]), identifier: name)
        case .file(let path):
            do throws(StreamError) {
                let contents = try ByteSource(path: path).readAll()
                inputBytes += contents.count
                return reader.document(contents: contents, identifier: path)
            } catch {
                return InputDocument(identifier: path, text: .failure(RecordFailure(error)))
            }
        case .failure(let failure, let name):
            return InputDocument(identifier: name, text: .failure(failure), line: failure.line)
        }
    }

    private func annotate(_ input: InputDocument, into block: OutputBlock, report: inout BatchReport) {
        report.documents += 1
        switch input.text {
        case .success(let text):
            let document = pipeline.annotate(
                Document(identifier: input.identifier, text: text, context: input.context)
            )
            report.textBytes += text.count
            report.sentences += document.layer(LayerKey.sentences.name)?.spans.count ?? 0
            report.tokens += document.layer(LayerKey.tokens.name)?.spans.count ?? 0
            if !document.failures.isEmpty || !input.warnings.isEmpty { report.warned += 1 }
            encoder.encode(document, input: input, into: &block.writer)
        case .failure(let failure):
            report.failed += 1
            if report.failures.count < BatchReport.keptFailures {
                report.failures.append((input.identifier, failure))
            }
            encoder.encode(failure, input: input, into: &block.writer)
        }
    }
}
