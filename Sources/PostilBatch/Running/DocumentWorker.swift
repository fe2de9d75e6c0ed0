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
        report.inputBytes = chunk.bytes.count + chunk.items.count
        chunk.bytes.withUnsafeBufferPointer { bytes in
            for item in chunk.items {
                annotate(document(item, bytes: bytes, source: chunk.source), into: block, report: &report)
            }
        }
        return report
    }

    private func document(
        _ item: InputChunk.Item,
        bytes: UnsafeBufferPointer<UInt8>,
        source: String
    ) -> InputDocument {
        switch item {
        case .record(let range, let number):
            return reader.document(line: UnsafeBufferPointer(rebasing: bytes[range]), number: number, source: source)
        case .line(let range, let number):
            return reader.document(contents: Array(bytes[range]), identifier: "\(source):\(number)", line: number)
        case .text(let range, let name):
            return reader.document(contents: Array(bytes[range]), identifier: name)
        case .file(let path):
            do throws(StreamError) {
                return reader.document(contents: try ByteSource(path: path).readAll(), identifier: path)
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
            if input.line == nil { report.inputBytes += text.count }
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
