import Postil
import Testing

/// Records that are hard on formats.
enum ExchangeRecords {
    /// Some texts of `corpora/`, all hostile ones, and one with spans that nest, cross, cut tokens and are empty.
    static let all = Result {
        let annotated = try AnnotatedCorpora.records.get()
        let corpora = annotated.prefix(annotated.count - AnnotatedCorpora.hostileTexts.count)
        let shorter = corpora.filter { $0.text.count < 1_200 }.prefix(6)
        return shorter + annotated.suffix(AnnotatedCorpora.hostileTexts.count) + [tangled]
    }

    /// A record made by hand whose spans few formats can hold.
    static var tangled: AnnotatedRecord {
        var record = AnnotatedRecord(
            identifier: "a/b: c",
            text: "😊 Ann Lee|Roy of New\r\nYork & Co. left.",
            pipeline: "p"
        )
        record.tokens = spans(
            of: ["😊", "Ann", "Lee", "|", "Roy", "of", "New", "York", "&", "Co.", "left", "."],
            in: record
        )
        .map { TokenRecord(span: $0) }
        record.sentences = [Span(start: 0, end: UInt32(record.text.count))]
        let evidence = RecordEvidence(score: 0.5, source: "x")
        let entities: [(String, String)] = [
            ("Ann Lee|Roy", "ORG"), ("Ann Lee", "PERSON"), ("Lee|Roy of", "MISC"), ("e", "LETTER"),
            ("New\r\nYork", "GPE"),
        ]
        for (index, entity) in entities.enumerated() {
            record.entities.append(
                EntityRecord(
                    identifier: "e\(index + 1)",
                    span: spans(of: [entity.0], in: record)[0],
                    kind: entity.1,
                    canonical: entity.0,
                    link: entity.1 == "GPE" ? "geonames:5128581" : entity.1 == "ORG" ? "a b; c=d\\e" : nil,
                    evidence: evidence
                )
            )
        }
        record.entities.append(
            EntityRecord(identifier: "e9", span: Span(start: 5, end: 5), kind: "EMPTY", evidence: evidence)
        )
        record.entities.sort { $0.span < $1.span }
        record.layers = [
            LayerRecord(
                name: "org.example.x",
                annotations: [
                    AnnotationRecord(
                        span: spans(of: ["left"], in: record)[0],
                        value: OpenValue(
                            type: nil,
                            features: [
                                Feature("who.span", spans(of: ["Ann"], in: record)[0].description),
                                Feature("odd key=; ", "tab\tline\u{2028}\"<&>\" \\ _|*[3]->"),
                            ]
                        ),
                        evidence: evidence
                    )
                ]
            )
        ]
        record.meta = Array(#""n":[1,2.50],"s":"é""#.utf8)
        return record
    }

    /// Where texts stand for the first time behind each other.
    private static func spans(of words: [String], in record: AnnotatedRecord) -> [Span] {
        var start = 0
        return words.map { word in
            let bytes = Array(word.utf8)
            while start + bytes.count <= record.text.count,
                Array(record.text.bytes[start..<start + bytes.count]) != bytes
            {
                start += 1
            }
            defer { start += bytes.count }
            return Span(start..<start + bytes.count)
        }
    }
}

/// The format of a name that the tests know.
func exchangeFormat(_ name: String) throws -> any ExchangeFormat { try #require(ExchangeFormats.named(name)) }

extension ExchangeFormat {
    /// The parts of a record in this format.
    func written(_ record: AnnotatedRecord, layers: [LayerName]? = nil) throws -> ExchangeOutput {
        var output = ExchangeOutput()
        try write(record, layers: layers, to: &output)
        return output
    }

    /// The record of parts in this format.
    func read(_ parts: [[UInt8]], identifier: String = "x") throws -> AnnotatedRecord {
        var omissions = ExchangeOmissions()
        return try read(ExchangeInput(parts: parts, identifier: identifier), omissions: &omissions)
    }

    /// The record of a text in this format, and what was left out.
    func read(_ texts: String...) throws -> (record: AnnotatedRecord, omissions: ExchangeOmissions) {
        var omissions = ExchangeOmissions()
        let input = ExchangeInput(parts: texts.map { Array($0.utf8) }, identifier: "x")
        return (try read(input, omissions: &omissions), omissions)
    }
}

extension AnnotatedRecord {
    /// The annotations as `LABEL:text`, in document order.
    var labels: [String] {
        var omissions = ExchangeOmissions()
        return spans(of: nil, omissions: &omissions).map { "\($0.label):\(text[$0.span])" }
    }

    /// The sentences' texts.
    var sentenceTexts: [String] { sentences.map { text[$0] } }

    /// The tokens' texts.
    var tokenTexts: [String] { tokens.map { text[$0.span] } }
}
