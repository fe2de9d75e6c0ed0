import PostilCore
import PostilFormats

/// Whether what an annotation says is what its gold says, layer by layer.
///
/// - Dates: the resolved value, else the unresolved one, letter by letter.
/// - Numbers: the value, else the lower bound, as a number (to a millionth); unit and currency where gold has them.
/// - Names: the canonical form. Tokens: the lemma.
/// - Quotations: the speaker, who is right where both mentions overlap or both canonical forms are the same.
/// - Layers of plugins: each feature that gold has.
enum ValueComparison {
    /// Whether the gold has anything to compare.
    static func hasValue(_ gold: ComparedAnnotation, layer: LayerName) -> Bool {
        switch layer {
        case LayerKey.dates.name, LayerKey.numbers.name: value(of: gold, layer) != nil
        case LayerKey.entities.name: gold["canonical"] != nil
        case LayerKey.tokens.name: gold["lemma"] != nil
        case LayerKey.quotes.name: gold["speaker"] != nil || gold["speaker.span"] != nil
        case LayerKey.sentences.name: false
        default: !layer.rawValue.hasPrefix("sentiment/") && !gold.features.isEmpty
        }
    }

    /// Whether it was found; nil where the gold has nothing to compare.
    static func isRight(_ found: ComparedAnnotation, gold: ComparedAnnotation, layer: LayerName) -> Bool? {
        guard hasValue(gold, layer: layer) else { return nil }
        switch layer {
        case LayerKey.dates.name: return value(of: found, layer) == value(of: gold, layer)
        case LayerKey.numbers.name: return isRightNumber(found, gold)
        case LayerKey.entities.name: return found["canonical"] == gold["canonical"]
        case LayerKey.tokens.name: return found["lemma"] == gold["lemma"]
        case LayerKey.quotes.name: return isRightSpeaker(found, gold)
        default: return gold.features.allSatisfy { found[$0.key] == $0.value }
        }
    }

    private static func value(of annotation: ComparedAnnotation, _ layer: LayerName) -> String? {
        annotation["value"] ?? annotation[layer == LayerKey.dates.name ? "timex" : "low"]
    }

    private static func isRightNumber(_ found: ComparedAnnotation, _ gold: ComparedAnnotation) -> Bool {
        for key in ["unit", "currency"] {
            if let wanted = gold[key], found[key] != wanted { return false }
        }
        let (wanted, there) = (value(of: gold, LayerKey.numbers.name), value(of: found, LayerKey.numbers.name))
        guard let first = wanted.flatMap(number), let second = there.flatMap(number) else { return wanted == there }
        return abs(first - second) <= 1e-6 * max(1, abs(first), abs(second))
    }

    /// A decimal, or a fraction such as `2/3`.
    private static func number(_ text: String) -> Double? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
        switch parts.count {
        case 1: return parts[0]
        case 2: return parts[0].flatMap { numerator in parts[1].flatMap { $0 == 0 ? nil : numerator / $0 } }
        default: return nil
        }
    }

    private static func isRightSpeaker(_ found: ComparedAnnotation, _ gold: ComparedAnnotation) -> Bool {
        if let name = gold["speaker"], found["speaker"] == name { return true }
        guard let wanted = gold["speaker.span"].flatMap(Span.init), let there = found["speaker.span"].flatMap(Span.init)
        else { return false }
        return wanted.overlaps(there)
    }
}
