import PostilCore
import PostilFormats

/// A document that is annotated in windows.
struct LongDocument {
    let input: InputDocument
    let text: Text
    let limits: DocumentLimits

    /// Annotates the windows, one after the other.
    ///
    /// - Returns: The record; or why there is none.
    /// - Complexity: O(n); memory for one window and its record.
    func annotated(
        by pipeline: Pipeline,
        encoder: RecordEncoder,
        report: inout BatchReport
    ) -> Result<LongRecord, RecordFailure> {
        let record = LongRecord(of: input, text: text, encoder: encoder, folder: limits.spoolFolder)
        let cutter = WindowCutter(size: limits.windowBytes)
        let isLate = limits.deadline()
        var start = 0
        // Units are counted from the beginning of the window before.
        var units = (offset: 0, count: UInt32(0))
        while start < text.count {
            let window = cutter.window(from: start, in: text)
            let part = Document(
                identifier: input.identifier,
                text: Text(validated: Array(text.bytes[window.extent])),
                context: context(record)
            )
            let annotated = pipeline.annotate(part, isCancelled: isLate)
            if let failure = limits.timeout(in: annotated, line: input.line) { return .failure(failure) }
            let end = cutter.coreEnd(of: window, sentences: annotated[.sentences]?.spans ?? [], in: text)
            let offset = window.extent.lowerBound
            units.count += self.units(in: units.offset..<offset, encoder.offsetUnit)
            units.offset = offset
            do throws(StreamError) {
                let core = UInt32(start - offset)..<UInt32(end - offset)
                let kept = annotated.keeping(startsIn: core)
                report.count(kept)
                report.textBytes += end - start - kept.text.count
                try record.add(kept, start: units.count)
            } catch {
                return .failure(RecordFailure(error, line: input.line))
            }
            start = end
        }
        return .success(record)
    }

    /// What is known of the text besides itself: later windows refer to the date that the first have found.
    private func context(_ record: LongRecord) -> DocumentContext {
        var context = input.context
        if context.referenceDate == nil, let anchor = record.anchor {
            context.referenceDate = anchor.date
            context.referenceDateSource = anchor.source
        }
        return context
    }

    private func units(in range: Range<Int>, _ unit: OffsetUnit) -> UInt32 {
        guard !range.isEmpty else { return 0 }
        let stretch = Text(validated: Array(text.bytes[range]))
        return OffsetMap(text: stretch, unit: unit).offset(of: UInt32(range.count))
    }
}
