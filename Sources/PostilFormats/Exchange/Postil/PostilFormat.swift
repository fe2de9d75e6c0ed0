import PostilCore

/// Postil's own records, an object a line: the form between all others.
///
/// Nothing is lost. Layers cannot be chosen: a record has what it has.
struct PostilFormat: ExchangeFormat {
    let name = ExchangeFormats.postilName
    let title = "Postil's record"
    let layout = ExchangeLayout.objects
    let suffixes = [".jsonl"]
    let offsetUnit: OffsetUnit?
    let needsTokens = false

    /// The format, with the unit in which records are written.
    init(offsetUnit: OffsetUnit = .codepoint) { self.offsetUnit = offsetUnit }

    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        var writer = JSONWriter()
        record.converted(to: offsetUnit ?? record.offsetUnit).write(to: &writer)
        output.parts.append(writer.buffer.withBytes { Array($0.dropLast()) })
    }

    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        do throws(RecordError) {
            return try AnnotatedRecord(parsing: input.bytes)
        } catch {
            throw ExchangeError(line: input.line, error.description)
        }
    }
}
