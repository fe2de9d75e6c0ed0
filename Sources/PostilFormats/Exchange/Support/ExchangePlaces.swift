import PostilCore

/// Translates the offsets of a format to and from those of the text.
struct ExchangePlaces {
    let text: Text
    let unit: OffsetUnit
    private let map: OffsetMap
    private let line: Int

    /// - Parameter line: The line that errors name.
    init(text: Text, unit: OffsetUnit, line: Int = 1) {
        self.text = text
        self.unit = unit
        self.line = line
        map = OffsetMap(text: text, unit: unit)
    }

    /// The span in the format's unit.
    func counted(_ span: Span) -> Span {
        Span(start: map.offset(of: span.start), end: map.offset(of: span.end))
    }

    /// The features of a span, places in them in the format's unit.
    func counted(featuresOf span: ExchangeSpan) -> [Feature] {
        span.features(mappingSpans: counted) ?? span.features
    }

    /// The span between two offsets of the format; nil where they are none.
    func span(from start: Int, to end: Int) -> Span? {
        guard let first = UInt32(exactly: start).flatMap(map.byteOffset),
            let last = UInt32(exactly: end).flatMap(map.byteOffset), first <= last
        else { return nil }
        return Span(start: first, end: last)
    }

    /// The span between two offsets of the format.
    ///
    /// - Parameters:
    ///   - start: The value that holds the start.
    ///   - end: The value that holds the end.
    ///   - what: What the span is, for errors.
    func span(_ start: JSONValue?, _ end: JSONValue?, of what: String) throws(ExchangeError) -> Span {
        guard let start = start?.integer, let end = end?.integer else {
            throw ExchangeError(line: line, "\(what) has no start and end in whole numbers")
        }
        guard let span = span(from: start, to: end) else {
            throw ExchangeError(
                line: line,
                "\(what) at \(start):\(end) is no span of the text, counted in \(unit.rawValue)"
            )
        }
        return span
    }

    /// A span with features whose places are in the format's unit.
    func span(_ span: ExchangeSpan, counting features: [Feature]) throws(ExchangeError) -> ExchangeSpan {
        var span = span
        span.features = features
        guard
            let mapped = span.features(mappingSpans: { self.span(from: Int($0.start), to: Int($0.end)) })
        else { throw ExchangeError(line: line, "a feature of '\(text[span.span])' names a place outside of the text") }
        span.features = mapped
        return span
    }
}
