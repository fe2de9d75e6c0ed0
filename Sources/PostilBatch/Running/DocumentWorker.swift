import PostilCore
import PostilFormats

/// Reads, annotates and writes the documents of a chunk.
struct DocumentWorker: Sendable {
    private let pipeline: Pipeline
    private let reader: RecordReader
    private let encoder: RecordEncoder
    private let batchCount: Int
    private let writesSequence: Bool
    private let skipsFailures: Bool

    init(pipeline: Pipeline, options: BatchOptions) {
        self.pipeline = pipeline
        batchCount = pipeline.preferredBatchCount
        writesSequence = options.order == .any
        skipsFailures = options.onError == .skip
        reader = RecordReader(fields: options.fields, isLossy: options.isLossy)
        encoder = RecordEncoder(pipeline: pipeline, options: options.record)
    }

    /// Writes a record for each document of `chunk` to `block`.
    ///
    /// Where a step of the pipeline profits from several documents at once, those of a chunk are given to it
    /// together: one that waits for another program keeps it busy with the next document meanwhile, and no
    /// threads beyond the workers are needed, so that memory and order are as without it.
    func annotate(_ chunk: InputChunk, into block: OutputBlock) {
        chunk.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < chunk.items.count {
                let end = min(start + batchCount, chunk.items.count)
                let inputs = (start..<end).map { index in
                    var report = BatchReport()
                    var input = document(
                        chunk.items[index],
                        bytes: bytes,
                        source: chunk.source,
                        inputBytes: &report.inputBytes
                    )
                    if writesSequence, index < chunk.ordinals.count { input.sequence = chunk.ordinals[index] }
                    return (input, report)
                }
                annotate(inputs, into: block)
                start = end
            }
        }
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
        case .row(let range, let line, let columns):
            inputBytes += range.count + 1
            let row = UnsafeBufferPointer(rebasing: bytes[range])
            return reader.document(row: row, of: columns, line: line, source: source)
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

    private func annotate(_ inputs: [(InputDocument, BatchReport)], into block: OutputBlock) {
        let documents = inputs.compactMap { input, _ in
            (try? input.text.get()).map {
                Document(identifier: input.identifier, text: $0, context: input.context)
            }
        }
        var annotated = (batchCount > 1 ? pipeline.annotate(documents) : documents.map(pipeline.annotate))[...]
        for (input, readReport) in inputs {
            var report = readReport
            report.documents = 1
            switch input.text {
            case .success:
                if let document = annotated.popFirst() { write(document, of: input, into: block, report: &report) }
            case .failure(let failure):
                report.failed = 1
                report.failures = [(input.identifier, failure)]
                if !skipsFailures { encoder.encode(failure, input: input, into: &block.writer) }
            }
            block.finishDocument(report)
        }
    }

    private func write(
        _ document: Document,
        of input: InputDocument,
        into block: OutputBlock,
        report: inout BatchReport
    ) {
        report.textBytes += document.text.count
        report.sentences += document.layer(LayerKey.sentences.name)?.spans.count ?? 0
        report.tokens += document.layer(LayerKey.tokens.name)?.spans.count ?? 0
        if !document.failures.isEmpty || !input.warnings.isEmpty { report.warned += 1 }
        encoder.encode(document, input: input, into: &block.writer)
    }
}
