import PostilCore
import PostilFormats

/// The record of a long text, put together from those of its windows without being in memory as a whole.
///
/// Its arrays are kept apart until all windows are done, and outside of memory beyond a size. One thread at a time
/// has it: the worker that makes it, then the one that writes it.
final class LongRecord: @unchecked Sendable {
    private final class Part {
        let section: RecordSection
        var writer = JSONWriter()
        var file: SpoolFile?

        init(_ section: RecordSection) { self.section = section }
    }

    private let encoder: RecordEncoder
    private let input: InputDocument
    private let text: Text
    private let parts: [Part]
    private let folder: String
    private var place = RecordPlace()
    private var context: RecordContext
    private var clusters = ClusterNumbers()
    private var failures: [(failure: RecordFailure, count: Int)] = []
    private(set) var windowCount = 0

    /// The bytes of arrays that are kept in memory.
    private static let keptBytes = 8 << 20

    /// A record without annotations.
    ///
    /// - Parameter folder: Where what does not fit in memory is kept.
    init(of input: InputDocument, text: Text, encoder: RecordEncoder, folder: String) {
        self.encoder = encoder
        self.input = input
        self.text = text
        self.folder = folder
        parts = encoder.sections.map(Part.init)
        context = RecordContext(input.context)
    }

    /// Whether an annotator failed, or something was noticed while reading.
    var hasWarnings: Bool { !failures.isEmpty || !input.warnings.isEmpty }

    /// The reference date that the windows so far have found.
    var anchor: (date: String, source: String?)? { context.anchor.map { ($0, context.anchorSource) } }

    /// Adds the annotations of the next window.
    ///
    /// - Parameters:
    ///   - window: The window's text with what was found in it and counts.
    ///   - start: The units of text before the window.
    func add(_ window: Document, start: UInt32) throws(StreamError) {
        let kept = window.numberingClusters { clusters.number(of: $0) }
        windowCount += 1
        context.add(kept)
        for failure in window.failures { note(RecordFailure(failure, line: input.line)) }
        place.offset = start
        for part in parts { encoder.writeElements(of: part.section, in: kept, at: place, into: &part.writer) }
        place.pass(kept)
        if parts.reduce(0, { $0 + $1.writer.buffer.count }) > LongRecord.keptBytes { try spool() }
    }

    private func note(_ failure: RecordFailure) {
        if let index = failures.firstIndex(where: { $0.failure == failure }) {
            failures[index].count += 1
        } else if failures.count < BatchReport.keptFailures {
            failures.append((failure, 1))
        }
    }

    private func spool() throws(StreamError) {
        for part in parts where part.writer.buffer.count > 0 {
            let file: SpoolFile
            if let open = part.file { file = open } else { file = try SpoolFile(in: folder) }
            part.file = file
            try part.writer.buffer.withBytes { bytes throws(StreamError) in try file.append(bytes) }
            // The writer still knows that a comma is due.
            part.writer.buffer.removeAll()
        }
    }

    /// Hands out the record with its line end, in pieces.
    func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) throws(StreamError) -> Void) throws(StreamError) {
        var writer = JSONWriter()
        encoder.writeOpening(of: input, status: "ok", into: &writer)
        writer.buffer.append(UInt8(ascii: "\""))
        try hand(&writer, to: body)
        try text.bytes.withUnsafeBufferPointer { bytes throws(StreamError) in
            var start = 0
            while start < bytes.count {
                let end = min(start + 1 << 18, bytes.count)
                var piece = JSONWriter(capacity: 1 << 19)
                piece.string(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                try piece.buffer.withBytes { escaped throws(StreamError) in
                    try body(UnsafeBufferPointer(rebasing: escaped[1..<escaped.count - 1]))
                }
                start = end
            }
        }
        writer = JSONWriter()
        writer.buffer.append("\",")
        encoder.writeContext(context, into: &writer)
        try encoder.writeSections(into: &writer) { section, writer throws(StreamError) in
            guard let part = parts.first(where: { $0.section == section }) else { return }
            try hand(&writer, to: body)
            try part.file?.forEachPiece(body)
            try part.writer.buffer.withBytes { bytes throws(StreamError) in try body(bytes) }
        }
        encoder.writeClosing(of: input, warnings: warnings, error: nil, into: &writer)
        try hand(&writer, to: body)
    }

    /// Hands out what was written; the writer still knows whether a comma is due.
    private func hand(
        _ writer: inout JSONWriter,
        to body: (UnsafeBufferPointer<UInt8>) throws(StreamError) -> Void
    ) throws(StreamError) {
        try writer.buffer.withBytes { bytes throws(StreamError) in try body(bytes) }
        writer.buffer.removeAll()
    }

    private var warnings: [RecordFailure] {
        let message =
            "the text is long and was annotated in \(windowCount) windows: nothing was left out, but names, quotations "
            + "and dates look at their surroundings only, and each window has a sentiment of its own"
        let windowed = RecordFailure(code: .windowed, message: message, line: input.line)
        return [windowed]
            + failures.map { failure, count in
                guard count > 1 else { return failure }
                return RecordFailure(
                    code: failure.code,
                    annotator: failure.annotator,
                    message: failure.message + " (in \(count) windows)",
                    line: failure.line
                )
            }
    }
}

extension ErrorCode {
    /// A text was annotated in windows, which see little of each other.
    public static let windowed: ErrorCode = "windowed"
    /// Annotating a document took longer than it may.
    public static let timeout: ErrorCode = "timeout"
    /// A document is larger than it may be.
    public static let documentTooLarge: ErrorCode = "document-too-large"
}
