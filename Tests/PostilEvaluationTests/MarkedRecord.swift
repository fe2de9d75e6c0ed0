import PostilCore
import PostilEvaluation
import PostilFormats
import Testing

/// Records written as texts with markers: `<GPE Baquba>` is a name, `<GPE=Bakuba Baquba>` one with its canonical form,
/// `{DATE=2014-06-17 today}` a date with its value. Markers may stand in one another.
struct MarkedRecord {
    let record: AnnotatedRecord

    init(_ marked: String, identifier: String = "d", rule: String? = "test") {
        var text = ""
        var open: [(mark: Character, label: String, start: Int)] = []
        var names: [EntityRecord] = []
        var dates: [DateRecord] = []
        let evidence = RecordEvidence(score: 1, source: "test", rule: rule)
        var rest = marked[...]
        while let character = rest.first {
            rest = rest.dropFirst()
            switch character {
            case "<", "{":
                let label = rest.prefix { $0 != " " }
                rest = rest.dropFirst(label.count + 1)
                open.append((character, String(label), text.utf8.count))
            case ">", "}":
                guard let last = open.popLast() else { continue }
                let parts = last.label.split(separator: "=", maxSplits: 1).map(String.init)
                let span = Span(last.start..<text.utf8.count)
                let value = parts.count > 1 ? parts[1] : nil
                if last.mark == "<" {
                    names.append(
                        EntityRecord(identifier: "", span: span, kind: parts[0], canonical: value, evidence: evidence)
                    )
                } else {
                    dates.append(
                        DateRecord(identifier: "", span: span, kind: parts[0], value: value, evidence: evidence)
                    )
                }
            default: text.append(character)
            }
        }
        var record = AnnotatedRecord(identifier: identifier, text: Text(text), pipeline: "test")
        record.entities = names.sorted { $0.span < $1.span }
        record.dates = dates.sorted { $0.span < $1.span }
        self.record = record
    }

    /// The record as gold of names and dates.
    var gold: GoldRecord { GoldRecord(record: record, layers: ["entities", "dates"]) }
}
