import PostilCore
import PostilFormats

/// Judges what was found in a text by its gold, layer by layer.
public struct AnnotationJudge: Sendable {
    /// Whether extents are compared as they stand. Otherwise what guidelines differ on is left out on both sides: of
    /// names a leading *the* and a possessive ending, of quotations marks, white space and punctuation at the ends.
    public var comparesAsWritten = false

    /// Whether the types of names are taken together to persons, organisations, places and the rest.
    public var judgesClasses = false

    /// The types, or classes, that are judged; nil for all.
    public var types: Set<String>?

    /// A judge of all types.
    public init() {}

    /// Judges the annotations of one layer.
    ///
    /// The type of gold that has none, or an empty one, is not judged.
    ///
    /// - Parameters:
    ///   - isPartial: Whether the gold marks only some of what is there: what is found elsewhere is then not judged.
    /// - Complexity: O(n log n).
    public func judge(
        _ gold: [ComparedAnnotation],
        _ found: [ComparedAnnotation],
        of layer: LayerName,
        in text: Text,
        isPartial: Bool = false
    ) -> [JudgedAnnotation] {
        let gold = gold.map { classed($0, layer) }.filter(isJudged)
        let found = found.map { classed($0, layer) }.filter(isJudged)
        let goldSpans = gold.map { extent(of: $0.span, in: layer, text) }
        let foundSpans = found.map { extent(of: $0.span, in: layer, text) }
        let alignment = SpanAlignment(goldSpans, foundSpans) { gold[$0].type == found[$1].type ? 1 : 0 }
        var judged = alignment.pairs.map { pair in
            JudgedAnnotation(
                layer: layer,
                gold: gold[pair.first],
                found: found[pair.second],
                isExtentRight: goldSpans[pair.first] == foundSpans[pair.second],
                isTypeRight: (gold[pair.first].type ?? "").isEmpty || gold[pair.first].type == found[pair.second].type,
                isValueRight: ValueComparison.isRight(found[pair.second], gold: gold[pair.first], layer: layer)
            )
        }
        judged += alignment.firstOnly.map {
            JudgedAnnotation(layer: layer, gold: gold[$0], hasValue: ValueComparison.hasValue(gold[$0], layer: layer))
        }
        let isOpen = isPartial && !gold.isEmpty
        for index in alignment.secondOnly where !isOpen || goldSpans.contains(where: foundSpans[index].overlaps) {
            judged.append(JudgedAnnotation(layer: layer, spurious: found[index]))
        }
        return judged.enumerated().sorted { left, right in
            guard let first = (left.element.gold ?? left.element.found)?.span,
                let second = (right.element.gold ?? right.element.found)?.span, first != second
            else { return left.offset < right.offset }
            return first < second
        }.map(\.element)
    }

    private func classed(_ annotation: ComparedAnnotation, _ layer: LayerName) -> ComparedAnnotation {
        guard judgesClasses, layer == LayerKey.entities.name, let kind = annotation.type.flatMap(EntityKind.init(name:))
        else { return annotation }
        return ComparedAnnotation(
            span: annotation.span,
            type: EntityScore.Class(kind).rawValue,
            features: annotation.features,
            evidence: annotation.evidence
        )
    }

    private func isJudged(_ annotation: ComparedAnnotation) -> Bool {
        types.map { types in annotation.type.map(types.contains) ?? true } ?? true
    }

    private func extent(of span: Span, in layer: LayerName, _ text: Text) -> Span {
        guard !comparesAsWritten else { return span }
        switch layer {
        case LayerKey.entities.name: return ExtentTrimmer.name(span, in: text)
        case LayerKey.quotes.name: return ExtentTrimmer.quotation(span, in: text)
        default: return span
        }
    }
}
