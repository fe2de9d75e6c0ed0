import PostilCore

/// How names agree with gold in span and class, the types of OntoNotes taken together to persons,
/// organisations, places and the rest, as far as gold has them; against gold in those types, in type too.
///
/// A leading *the* and a possessive ending count on neither side, since guidelines differ on them; names that
/// overlap the handle of an account are left out.
public struct EntityScore: Sendable {
    /// The classes.
    public enum Class: String, CaseIterable, Sendable {
        /// Persons.
        case person = "PER"
        /// Organisations.
        case organization = "ORG"
        /// Places of all kinds.
        case place = "LOC"
        /// Everything else.
        case other = "MISC"

        /// The class of a type.
        public init(_ kind: EntityKind) {
            switch kind {
            case .person: self = .person
            case .organization: self = .organization
            case .facility, .geopolitical, .location: self = .place
            default: self = .other
            }
        }
    }

    private struct Mention<Label: Hashable>: Hashable {
        let span: Span
        let label: Label
    }

    private var classCounts: [Class: SpanScore] = [:]
    private var typeCounts: [EntityKind: SpanScore] = [:]

    /// The names that only one side has: `-` and the class of one missed, `+` and the class of one too many, a
    /// pair where the class alone differs; then the name in its context. Types take the place of classes where
    /// gold has them.
    public private(set) var differences: [String] = []
    private let scheme: EntityScheme
    private let classes: Set<Class>
    private let hasTypes: Bool

    /// A score against gold in `scheme` with the labels `labels`.
    public init(scheme: EntityScheme, labels: some Sequence<String>) {
        self.scheme = scheme
        classes = Set(labels.compactMap { scheme.labels[$0]?.first }.map(Class.init))
        hasTypes = false
    }

    /// A score against gold in the types of OntoNotes.
    public init() {
        scheme = .types
        classes = Set(Class.allCases)
        hasTypes = true
    }

    /// Adds a document.
    public mutating func add(_ document: Document, gold: GoldNames) {
        let handles = gold.marks.filter(\.isHandle).map(\.span)
        func trimmed(_ span: Span, _ kind: EntityKind) -> Mention<EntityKind> {
            Mention(span: ExtentTrimmer.name(span, in: gold.text), label: kind)
        }
        let wanted = Set(
            gold.marks.filter { !$0.isHandle }.compactMap { mark in
                scheme.labels[mark.label]?.first.map { trimmed(mark.span, $0) }
            }
        )
        var found = Set<Mention<EntityKind>>()
        for entity in document[.entities] ?? Layer() {
            let kind = entity.value.kind
            guard classes.contains(Class(kind)), !handles.contains(where: { $0.overlaps(entity.span) }) else {
                continue
            }
            let mention = trimmed(entity.span, kind)
            if !gold.unsure.contains(mention.span) { found.insert(mention) }
        }
        let classed = (wanted: EntityScore.classes(of: wanted), found: EntityScore.classes(of: found))
        EntityScore.count(classed.wanted, classed.found, Array(classes), in: &classCounts)
        if hasTypes {
            EntityScore.count(wanted, found, EntityKind.all, in: &typeCounts)
            compare(wanted, found, in: gold.text, name: \.name)
        } else {
            compare(classed.wanted, classed.found, in: gold.text, name: \.rawValue)
        }
    }

    private static func classes(of mentions: Set<Mention<EntityKind>>) -> Set<Mention<Class>> {
        Set(mentions.map { Mention(span: $0.span, label: Class($0.label)) })
    }

    private static func count<Label>(
        _ wanted: Set<Mention<Label>>,
        _ found: Set<Mention<Label>>,
        _ labels: [Label],
        in counts: inout [Label: SpanScore]
    ) {
        for label in labels {
            counts[label, default: SpanScore()].add(
                found: found.filter { $0.label == label }.map(\.span),
                gold: wanted.filter { $0.label == label }.map(\.span)
            )
        }
    }

    private mutating func compare<Label>(
        _ wanted: Set<Mention<Label>>,
        _ found: Set<Mention<Label>>,
        in text: Text,
        name: (Label) -> String
    ) {
        let map = OffsetMap(text: text, unit: .utf8)
        func context(_ span: Span) -> String {
            let place = SpanContext(span, in: text, map: map, reach: 60)
            return "\(place.before)|\(place.surface)|\(place.behind)"
        }
        let missed = wanted.subtracting(found).sorted { $0.span < $1.span }
        let extra = found.subtracting(wanted).sorted { $0.span < $1.span }
        for mention in missed {
            let other = extra.first { $0.span == mention.span }
            let mark = other.map { "\(name(mention.label))>\(name($0.label))" } ?? "-\(name(mention.label))"
            differences.append("\(mark)\t\(text[mention.span])\t\(context(mention.span))")
        }
        for mention in extra where !missed.contains(where: { $0.span == mention.span }) {
            differences.append("+\(name(mention.label))\t\(text[mention.span])\t\(context(mention.span))")
        }
    }

    /// All classes together.
    public var total: SpanScore { EntityScore.sum(classCounts) }

    /// All types together; nothing where gold has classes alone.
    public var typed: SpanScore { EntityScore.sum(typeCounts) }

    /// Adds the counts and differences of another score.
    public mutating func add(_ other: EntityScore) {
        for (label, count) in other.classCounts { classCounts[label, default: SpanScore()].add(count) }
        for (label, count) in other.typeCounts { typeCounts[label, default: SpanScore()].add(count) }
        differences += other.differences
    }

    private static func sum<Label>(_ counts: [Label: SpanScore]) -> SpanScore {
        counts.values.reduce(into: SpanScore()) { $0.add($1) }
    }
}

extension EntityScore: CustomStringConvertible {
    /// F1 of all classes and of each; before them that of all types and of each that occurs.
    public var description: String {
        func parts<Label>(_ labels: [Label], _ counts: [Label: SpanScore], _ name: (Label) -> String) -> String {
            let parts = labels.compactMap { label in
                counts[label].flatMap { $0.found + $0.gold == 0 ? nil : $0 }
                    .map { "\(name(label)) \(($0.f1 * 10).rounded() / 10)" }
            }
            return parts.joined(separator: "  ")
        }
        let classes = "\(total)  \(parts(Class.allCases, classCounts, \.rawValue))"
        return hasTypes ? "types \(typed)  \(parts(EntityKind.all, typeCounts, \.name)); classes \(classes)" : classes
    }
}
