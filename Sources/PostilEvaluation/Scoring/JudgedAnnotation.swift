import PostilCore
import PostilFormats

/// A gold annotation with the one that was found for it, or either alone.
public struct JudgedAnnotation: Hashable, Sendable {
    /// The layer, as ``ComparedLayer`` names it.
    public let layer: LayerName

    /// The gold; nil for what is spurious.
    public let gold: ComparedAnnotation?

    /// What was found; nil for what is missing.
    public let found: ComparedAnnotation?

    /// The class that it is in.
    public let outcome: AnnotationScore.Outcome

    /// What is wrong with the pair.
    public let faults: [AnnotationScore.Fault]

    /// The measures by which the pair counts.
    let measures: [AnnotationScore.Measure]

    /// Whether the gold has a value that can be compared.
    let hasValue: Bool

    init(layer: LayerName, gold: ComparedAnnotation, hasValue: Bool) {
        self.layer = layer
        self.gold = gold
        self.hasValue = hasValue
        found = nil
        outcome = .missing
        faults = []
        measures = []
    }

    init(layer: LayerName, spurious found: ComparedAnnotation) {
        self.layer = layer
        self.found = found
        gold = nil
        hasValue = false
        outcome = .spurious
        faults = []
        measures = []
    }

    /// A pair.
    ///
    /// - Parameter isValueRight: nil where the gold has no value.
    init(
        layer: LayerName,
        gold: ComparedAnnotation,
        found: ComparedAnnotation,
        isExtentRight: Bool,
        isTypeRight: Bool,
        isValueRight: Bool?
    ) {
        self.layer = layer
        self.gold = gold
        self.found = found
        hasValue = isValueRight != nil
        var faults: [AnnotationScore.Fault] = []
        var measures: [AnnotationScore.Measure] = [.relaxed]
        if isExtentRight { measures.append(.exact) } else { faults.append(.boundary) }
        if isTypeRight { measures += isExtentRight ? [.type, .strict] : [.type] } else { faults.append(.type) }
        if let isValueRight {
            if isValueRight {
                measures += isExtentRight ? [.value, .exactValue] : [.value]
            } else {
                faults.append(.value)
            }
        }
        self.faults = faults
        self.measures = measures
        outcome = faults.isEmpty ? .correct : isExtentRight ? .incorrect : .partial
    }
}
