/// How annotations agree with gold, counted.
///
/// Each gold annotation and each found one stands in one class, as MUC has them: correct, incorrect (the extent is
/// right, the type or value is not), partial (the extents overlap), missing, spurious. What is wrong with a pair is
/// counted apart: its boundary, its type, its value.
public struct AnnotationScore: Hashable, Sendable {
    /// The classes of annotations.
    public enum Outcome: String, CaseIterable, Sendable {
        case correct, incorrect, partial, missing, spurious
    }

    /// What can be wrong with a pair.
    public enum Fault: String, CaseIterable, Sendable {
        case boundary, type, value
    }

    /// The measures: what must agree for a pair to count.
    public enum Measure: String, CaseIterable, Sendable {
        /// The extent.
        case exact
        /// Extent and type.
        case strict
        /// A byte of the text.
        case relaxed
        /// A byte of the text, and the type.
        case type
        /// A byte of the text, and the value; over gold annotations that have one.
        case value
        /// The extent and the value; over gold annotations that have one.
        case exactValue = "exact_value"
    }

    /// Gold annotations.
    public private(set) var gold = 0

    /// Annotations found.
    public private(set) var found = 0

    /// How many are in each class.
    public private(set) var outcomes: [Outcome: Int] = [:]

    /// How many pairs have each fault.
    public private(set) var faults: [Fault: Int] = [:]

    private var matched: [Measure: Int] = [:]
    private var valuedGold = 0
    private var pairsWithoutValue = 0

    /// A score over nothing.
    public init() {}

    /// Adds a judged annotation.
    public mutating func add(_ judged: JudgedAnnotation) {
        addGold(judged)
        if judged.found != nil { addFound(judged) }
    }

    /// Adds the gold side of a judged annotation: all but that something was found.
    ///
    /// - Parameter needsType: Whether a pair of different types counts by no measure, as in the score of one type.
    mutating func addGold(_ judged: JudgedAnnotation, needsType: Bool = false) {
        outcomes[judged.outcome, default: 0] += 1
        for fault in judged.faults { faults[fault, default: 0] += 1 }
        guard judged.gold != nil else { return }
        gold += 1
        if judged.hasValue { valuedGold += 1 }
        guard !needsType || !judged.faults.contains(.type) else { return }
        for measure in judged.measures { matched[measure, default: 0] += 1 }
    }

    /// Adds that a judged annotation was found.
    mutating func addFound(_ judged: JudgedAnnotation) {
        found += 1
        if judged.gold != nil, !judged.hasValue { pairsWithoutValue += 1 }
    }

    /// Adds the counts of another score.
    public mutating func add(_ other: AnnotationScore) {
        gold += other.gold
        found += other.found
        valuedGold += other.valuedGold
        pairsWithoutValue += other.pairsWithoutValue
        outcomes.merge(other.outcomes, uniquingKeysWith: +)
        faults.merge(other.faults, uniquingKeysWith: +)
        matched.merge(other.matched, uniquingKeysWith: +)
    }

    /// Precision, recall and F1 by a measure; nil for values where gold has none.
    public func figures(_ measure: Measure) -> SpanScore? {
        switch measure {
        case .value, .exactValue:
            guard valuedGold > 0 else { return nil }
            return SpanScore(matched: matched[measure] ?? 0, found: found - pairsWithoutValue, gold: valuedGold)
        default:
            return SpanScore(matched: matched[measure] ?? 0, found: found, gold: gold)
        }
    }
}
