import PostilCore

/// What a pattern asks of one token: all of its clauses.
struct TokenCondition: Sendable {
    /// One of the predicates, or none of them.
    struct Clause: Sendable {
        let isNegated: Bool
        let alternatives: [TokenPredicate]
    }

    let clauses: [Clause]
}

/// A form of a token that a predicate compares.
enum TokenForm: Sendable { case text, lower, lemma }

/// A question about one token.
enum TokenPredicate: Sendable {
    /// Its lower-cased form has this hash (``LowercaseHash``).
    case lower(UInt64)
    /// Its lemma has this hash, lower-cased.
    case lemma(UInt64)
    /// Its lower-cased form or its lemma is among words.
    case listed(TokenForm, HashSet)
    /// Its text has these bytes; the hash is that of its lower-cased form.
    case text([UInt8], UInt64)
    /// A form matches an expression.
    case expression(TokenForm, TextExpression)
    /// Its Penn tag is in a set, a bit for each.
    case penn(UInt64)
    /// Its universal tag is in a set, a bit for each.
    case universal(UInt32)
    /// Its kind is in a set, a bit for each.
    case kind(UInt32)
    /// Its capitals are in a set, a bit for each.
    case shape(UInt8)
    /// The number of its characters.
    case length(Comparison, Int)
    /// It lies in an annotation.
    case inside(AnnotationCondition)
}

/// What a pattern asks of an annotation.
struct AnnotationCondition: Sendable {
    /// What is asked of a feature.
    struct FeatureCondition: Sendable {
        let key: String
        let comparison: Comparison
        /// The texts of which one is asked for, or none; expressions, so that `*` may stand in them.
        let values: [TextExpression]
        /// The number that is compared with; nil where texts are.
        let number: ExactDecimal?
    }

    /// The number of the layer among those that the file reads.
    let layer: Int

    /// The types of which one is asked for; empty where any will do.
    let types: [TextExpression]

    /// What is asked of features: all of them.
    let features: [FeatureCondition]

    /// Whether the annotation at `position` of `layer` fulfils it.
    func isFulfilled(at position: Int, of layer: any AnyLayer) -> Bool {
        if !types.isEmpty {
            guard let type = layer.type(at: position), types.contains(where: { $0.matches(type) }) else { return false }
        }
        guard !features.isEmpty else { return true }
        let present = layer.features(at: position)
        return features.allSatisfy { condition in
            let found = present.lazy.filter { $0.key == condition.key }.map(\.value)
            guard let number = condition.number else {
                let isAmong = found.contains { value in condition.values.contains { $0.matches(value) } }
                return isAmong == (condition.comparison == .equal)
            }
            return found.contains { value in
                ExactDecimal(text: value).map { condition.comparison.holds($0, number) } ?? false
            }
        }
    }
}

/// How two numbers are compared.
enum Comparison: String, Sendable, CaseIterable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
    case equal = "="

    /// Whether `left` stands to `right` like this.
    func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .below: left < right
        case .above: left > right
        case .atMost: left <= right
        case .atLeast: left >= right
        }
    }
}
