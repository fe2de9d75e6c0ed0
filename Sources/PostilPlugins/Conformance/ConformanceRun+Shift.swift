import PostilCore

extension ConformanceRun {
    /// Puts a paragraph before each text and checks that the annotations move by its bytes and say the
    /// same.
    mutating func checkShifts() {
        guard !check.prefix.isEmpty else { return }
        for trial in trials {
            guard let output = trial.output else { continue }
            let sample = TextSample(
                "\(trial.sample.name), with a prefix",
                Text(validated: check.prefix.bytes + trial.sample.text.bytes)
            )
            guard let input = prepared(sample.text, in: sample) else { continue }
            guard shift(from: trial.input, to: input, layers: annotator.requires + annotator.consults) == nil else {
                unjudgedShifts += 1
                continue
            }
            switch outcome(on: input) {
            case .failure(let error):
                recorder.record(
                    .shiftInvariant,
                    "fails with a prefix: \(error.message)",
                    layer: error.layer,
                    in: sample
                )
            case .success(let shifted):
                guard let change = shift(from: output, to: shifted, layers: annotator.provides) else { continue }
                recorder.record(
                    .shiftInvariant,
                    "\(change.span) \(change.problem) when a paragraph of \(check.prefix.count) bytes stands before the "
                        + "text: decide by what stands around an annotation, not by where in the text it is, and let "
                        + "mappingSpans map each span that a value holds",
                    layer: change.layer,
                    in: trial.sample,
                    at: change.span
                )
            }
        }
    }

    /// An annotation that another paragraph before the text changes, in offsets of the text without it.
    private struct Change {
        let layer: LayerName
        let span: Span
        let problem: String
    }

    private func shift(from original: Document, to shifted: Document, layers: [AnyLayerKey]) -> Change? {
        for key in layers {
            guard let first = original.layer(key.name), let second = shifted.layer(key.name) else { continue }
            let comparison = ShiftComparison(
                original: first,
                shifted: second,
                wholeText: WholeText(original.text),
                wholeShiftedText: WholeText(shifted.text),
                offset: UInt32(clamping: check.prefix.count)
            )
            if let (span, problem) = comparison.firstChange {
                return Change(layer: key.name, span: span, problem: problem)
            }
        }
        return nil
    }
}

/// The stretch of a text from its first to its last character that is not white space.
private struct WholeText {
    private let span: Span

    init(_ text: Text) {
        let scalars = text.string.unicodeScalars
        let utf8 = text.string.utf8
        let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
        let last = scalars.lastIndex { !$0.properties.isWhitespace }.map(scalars.index(after:)) ?? first
        let start = utf8.distance(from: utf8.startIndex, to: first)
        span = Span(start..<start + utf8.distance(from: first, to: last))
    }

    func isCovered(by other: Span) -> Bool { other.contains(span) }
}

/// Compares a layer with that of the same text behind a prefix.
private struct ShiftComparison {
    let original: any AnyLayer
    let shifted: any AnyLayer
    let wholeText: WholeText
    let wholeShiftedText: WholeText
    let offset: UInt32

    /// The first annotation that does not move by the prefix's bytes or says something else, and which of
    /// the two it does.
    var firstChange: (span: Span, problem: String)? {
        var grown: [String?: Int] = [:]
        var position = 0
        for (other, span) in shifted.spans.enumerated() where span.end > offset {
            guard span.start >= offset else {
                // A span across the border: it is no change where it is of the whole text before and after.
                guard wholeShiftedText.isCovered(by: span) else {
                    return (Span(start: 0, end: span.end - offset), "begins in that paragraph")
                }
                grown[shifted.type(at: other), default: 0] += 1
                continue
            }
            let moved = Span(start: span.start - offset, end: max(span.start, span.end) - offset)
            while position < original.spans.count, !matches(position, moved, other), takeGrown(position, &grown) {
                position += 1
            }
            guard position < original.spans.count else { return (moved, "is there only") }
            guard original.spans[position] == moved else {
                let expected = original.spans[position]
                return expected < moved ? (expected, "is not there") : (moved, "is there only")
            }
            guard agrees(position, other) else { return (moved, "says something else") }
            position += 1
        }
        while position < original.spans.count, takeGrown(position, &grown) { position += 1 }
        return position < original.spans.count ? (original.spans[position], "is not there") : nil
    }

    private func matches(_ position: Int, _ moved: Span, _ other: Int) -> Bool {
        original.spans[position] == moved && agrees(position, other)
    }

    private func agrees(_ position: Int, _ other: Int) -> Bool {
        original.agrees(at: position, with: shifted, at: other, movedBy: Int(offset))
    }

    /// Whether the annotation is one of the whole text that has grown with it; counts it off if so.
    private func takeGrown(_ position: Int, _ grown: inout [String?: Int]) -> Bool {
        let type = original.type(at: position)
        guard let count = grown[type], count > 0, wholeText.isCovered(by: original.spans[position]) else {
            return false
        }
        grown[type] = count - 1
        return true
    }
}
