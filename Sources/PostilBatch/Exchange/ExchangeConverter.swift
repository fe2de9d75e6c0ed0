import PostilCore
import PostilFormats

/// Converts annotated documents from one format into another, one at a time.
public struct ExchangeConverter: Sendable {
    private let source: any ExchangeFormat
    private let target: any ExchangeFormat
    private let layers: [LayerName]?

    /// What was done.
    public private(set) var report = ExchangeReport()

    /// A converter.
    ///
    /// - Parameter layers: The layers that are written as spans, the more important first; nil for those that
    ///   ``AnnotatedRecord/exchangeLayers`` names.
    public init(from source: any ExchangeFormat, to target: any ExchangeFormat, layers: [LayerName]? = nil) {
        self.source = source
        self.target = target
        let standard = Set(RecordOptions.standardLayers + [LayerKey.tokens.name])
        report.missingLayers = layers?.filter { !standard.contains($0) } ?? []
        // What has a place of its own is no span besides.
        self.layers = layers?.filter { layer in
            layer != LayerKey.tokens.name && !(target.holdsSentences && layer == LayerKey.sentences.name)
        }
    }

    /// Converts all documents of a source.
    ///
    /// A document that cannot be read is an error record where the target is Postil's own format, and is left out of
    /// others; the report counts it.
    ///
    /// - Parameters:
    ///   - stop: Asks to end behind the document at hand.
    ///   - failed: Told what is wrong with each document that cannot be converted, and where it stands.
    /// - Throws: ``StreamError`` where the target cannot be written; faults of the source are the report's.
    public mutating func convert(
        _ documents: ExchangeSource,
        to output: ExchangeTarget,
        stop: StopSignal = StopSignal(),
        failed: (String) -> Void
    ) throws(StreamError) {
        while stop.signal == nil {
            let input: ExchangeInput
            do throws(StreamError) {
                guard let next = try documents.next() else { return }
                input = next
            } catch {
                report.unreadable += 1
                return failed("\(error)")
            }
            report.documents += 1
            let converted: (parts: [[UInt8]], identifier: String)?
            do throws(ExchangeError) {
                converted = try convert(input)
            } catch {
                report.failed += 1
                failed("\(documents.path):\(error.line ?? input.line): \(error.message)")
                converted = failureRecord(error, input)
            }
            if let converted { try output.write(converted.parts, identifier: converted.identifier) }
        }
    }

    /// Converts all documents of a file.
    ///
    /// - Throws: ``StreamError`` where the target cannot be written; that the file cannot be opened is the report's.
    public mutating func convert(
        file path: String,
        to output: ExchangeTarget,
        stop: StopSignal = StopSignal(),
        failed: (String) -> Void
    ) throws(StreamError) {
        let documents: ExchangeSource
        do throws(StreamError) {
            documents = try ExchangeSource(path: path, format: source)
        } catch {
            report.unreadable += 1
            return failed("\(error)")
        }
        try convert(documents, to: output, stop: stop, failed: failed)
    }

    private mutating func convert(
        _ input: ExchangeInput
    ) throws(ExchangeError) -> (parts: [[UInt8]], identifier: String) {
        var omissions = ExchangeOmissions()
        let record = try source.read(input, omissions: &omissions)
        if let error = record.error, !isToRecords {
            throw ExchangeError(line: input.line, "'\(record.identifier)' was not annotated: \(error.message)")
        }
        if !report.missingLayers.isEmpty {
            report.missingLayers.removeAll { name in record.layers.contains { $0.name == name } }
        }
        var output = ExchangeOutput()
        try target.write(record, layers: layers, to: &output)
        report.omissions.add(omissions)
        report.omissions.add(output.omissions)
        if record.error != nil { report.failed += 1 }
        return (output.parts, record.identifier)
    }

    private var isToRecords: Bool { target.name == ExchangeFormats.postilName }

    /// The record of a document that cannot be read; nil where the target has no such thing.
    private func failureRecord(
        _ error: ExchangeError,
        _ input: ExchangeInput
    ) -> (parts: [[UInt8]], identifier: String)? {
        guard isToRecords else { return nil }
        var record = AnnotatedRecord(identifier: input.identifier, text: Text(""), pipeline: source.name)
        record.error = RecordFailure(code: .unreadableDocument, message: error.message, line: error.line ?? input.line)
        var output = ExchangeOutput()
        do throws(ExchangeError) { try target.write(record, layers: nil, to: &output) } catch { return nil }
        return (output.parts, record.identifier)
    }
}
