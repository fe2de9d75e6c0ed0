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
    private let limits: DocumentLimits

    init(pipeline: Pipeline, options: BatchOptions) {
        self.pipeline = pipeline
        limits = DocumentLimits(options)
        // One that may be stopped is annotated by itself.
        batchCount = options.documentTimeout == nil ? pipeline.preferredBatchCount : 1
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
                let isPacked = Compression(namedBy: path) != .none
                let size = OpenFile.status(of: path)?.size ?? 0
                let limit = limits.maximumBytes ?? .max
                if !isPacked, size > limit {
                    let failure = DocumentLimits.tooLarge(size, maximum: limit, line: nil)
                    return InputDocument(identifier: path, text: .failure(failure))
                }
                let contents = try ByteSource(path: path).readAll(limit: limit, expected: isPacked ? 0 : size)
                inputBytes += contents.count
                if contents.count > limit {
                    let failure = DocumentLimits.tooLarge(nil, maximum: limit, line: nil)
                    return InputDocument(identifier: path, text: .failure(failure))
                }
                return reader.document(contents: contents, identifier: path)
            } catch {
                return InputDocument(identifier: path, text: .failure(RecordFailure(error)))
            }
        case .failure(let failure, let name):
            return InputDocument(identifier: name, text: .failure(failure), line: failure.line)
        }
    }

    private func annotate(_ inputs: [(InputDocument, BatchReport)], into block: OutputBlock) {
        let inputs = inputs.map { (limits.checked($0), $1) }
        let documents = inputs.compactMap { input, _ in
            (try? input.text.get()).flatMap {
                limits.isLong($0) ? nil : Document(identifier: input.identifier, text: $0, context: input.context)
            }
        }
        var annotated = (batchCount > 1 ? pipeline.annotate(documents) : documents.map(annotate))[...]
        for (input, readReport) in inputs {
            var report = readReport
            report.documents = 1
            var longRecord: LongRecord?
            switch input.text {
            case .success(let text) where limits.isLong(text):
                longRecord = annotate(long: text, of: input, into: block, report: &report)
            case .success:
                if let document = annotated.popFirst() { write(document, of: input, into: block, report: &report) }
            case .failure(let failure):
                write(failure, of: input, into: block, report: &report)
            }
            block.finishDocument(report, longRecord: longRecord)
        }
    }

    private func annotate(_ document: Document) -> Document {
        pipeline.annotate(document, isCancelled: limits.deadline())
    }

    /// Annotates a text window by window.
    ///
    /// - Returns: Its record; nil where it has none, or one that says what failed.
    private func annotate(
        long text: Text,
        of input: InputDocument,
        into block: OutputBlock,
        report: inout BatchReport
    ) -> LongRecord? {
        let document = LongDocument(input: input, text: text, limits: limits)
        switch document.annotated(by: pipeline, encoder: encoder, report: &report) {
        case .success(let record):
            if record.hasWarnings { report.warned += 1 }
            return record
        case .failure(let failure):
            write(failure, of: input, into: block, report: &report)
            return nil
        }
    }

    private func write(
        _ failure: RecordFailure,
        of input: InputDocument,
        into block: OutputBlock,
        report: inout BatchReport
    ) {
        report.failed = 1
        report.failures = [(input.identifier, failure)]
        if !skipsFailures { encoder.encode(failure, input: input, into: &block.writer) }
    }

    private func write(
        _ document: Document,
        of input: InputDocument,
        into block: OutputBlock,
        report: inout BatchReport
    ) {
        if let failure = limits.timeout(in: document, line: input.line) {
            return write(failure, of: input, into: block, report: &report)
        }
        report.count(document)
        if !document.failures.isEmpty || !input.warnings.isEmpty { report.warned += 1 }
        encoder.encode(document, input: input, into: &block.writer)
    }
}

extension BatchReport {
    /// Counts what was found in a document, or in the next part of one.
    mutating func count(_ document: Document) {
        textBytes += document.text.count
        sentences += document.layer(LayerKey.sentences.name)?.spans.count ?? 0
        tokens += document.layer(LayerKey.tokens.name)?.spans.count ?? 0
    }
}
