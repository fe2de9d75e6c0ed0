import PostilCore

/// How names agree with gold in span and class, the types of OntoNotes taken together to persons,
/// organisations, places and the rest, as far as gold has them.
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

    private struct Mention: Hashable {
        let span: Span
        let kind: Class
    }

    private var counts: [Class: SpanScore] = [:]

    /// The names that only one side has: `-` and the class of one missed, `+` and the class of one too many, a
    /// pair where the class alone differs; then the name in its context.
    public private(set) var differences: [String] = []
    private let scheme: EntityScheme
    private let classes: Set<Class>

    /// A score against gold in `scheme` with the labels `labels`.
    public init(scheme: EntityScheme, labels: some Sequence<String>) {
        self.scheme = scheme
        classes = Set(labels.compactMap { scheme.labels[$0]?.first }.map(Class.init))
    }

    /// Adds a document.
    public mutating func add(_ document: Document, gold: GoldNames) {
        let handles = gold.marks.filter(\.isHandle).map(\.span)
        func trimmed(_ span: Span, _ kind: Class) -> Mention {
            Mention(span: EntityScore.trim(span, in: gold.text), kind: kind)
        }
        let wanted = Set(
            gold.marks.filter { !$0.isHandle }.compactMap { mark in
                scheme.labels[mark.label]?.first.map { trimmed(mark.span, Class($0)) }
            }
        )
        var found = Set<Mention>()
        for entity in document[.entities] ?? Layer() {
            let kind = Class(entity.value.kind)
            guard classes.contains(kind), !handles.contains(where: { $0.overlaps(entity.span) }) else { continue }
            let mention = trimmed(entity.span, kind)
            if !gold.unsure.contains(mention.span) { found.insert(mention) }
        }
        compare(wanted, found, in: gold.text)
        for kind in classes {
            counts[kind, default: SpanScore()].add(
                found: found.filter { $0.kind == kind }.map(\.span),
                gold: wanted.filter { $0.kind == kind }.map(\.span)
            )
        }
    }

    private mutating func compare(_ wanted: Set<Mention>, _ found: Set<Mention>, in text: Text) {
        func context(_ span: Span) -> String {
            let before = max(0, Int(span.start) - 60)..<Int(span.start)
            let behind = Int(span.end)..<min(text.count, Int(span.end) + 40)
            let parts = [before, span.range, behind].map { String(decoding: text.bytes[$0], as: UTF8.self) }
            return parts.joined(separator: "|").replacing("\n", with: " ")
        }
        let missed = wanted.subtracting(found).sorted { $0.span < $1.span }
        let extra = found.subtracting(wanted).sorted { $0.span < $1.span }
        for mention in missed {
            let other = extra.first { $0.span == mention.span }
            let mark = other.map { "\(mention.kind.rawValue)>\($0.kind.rawValue)" } ?? "-\(mention.kind.rawValue)"
            differences.append("\(mark)\t\(text[mention.span])\t\(context(mention.span))")
        }
        for mention in extra where !missed.contains(where: { $0.span == mention.span }) {
            differences.append("+\(mention.kind.rawValue)\t\(text[mention.span])\t\(context(mention.span))")
        }
    }

    private static func trim(_ span: Span, in text: Text) -> Span {
        var start = Int(span.start)
        var end = Int(span.end)
        let bytes = text.bytes
        let article = Array("the ".utf8)
        if end - start > 4, zip(bytes[start..<start + 4], article).allSatisfy({ $0 | 0x20 == $1 }) { start += 4 }
        for ending in ["'s", "’s"]
        where end - start > ending.utf8.count && bytes[start..<end].reversed().starts(with: ending.utf8.reversed()) {
            end -= ending.utf8.count
        }
        return Span(start..<end)
    }

    /// All classes together.
    public var total: SpanScore { counts.values.reduce(into: SpanScore()) { $0.add($1) } }
}

extension EntityScore: CustomStringConvertible {
    /// F1 of all classes and of each.
    public var description: String {
        let parts = Class.allCases.compactMap { kind in
            counts[kind].map { "\(kind.rawValue) \(($0.f1 * 10).rounded() / 10)" }
        }
        return "\(total)  \(parts.joined(separator: "  "))"
    }
}
