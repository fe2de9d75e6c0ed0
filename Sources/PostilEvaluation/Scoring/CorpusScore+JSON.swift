import PostilCore
import PostilFormats

extension CorpusScore {
    /// The version of what ``json`` is.
    public static let schema = "postil-eval/1.0"

    /// The score for programs, and for a later run to be held against (``ScoreBaseline``).
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("schema", .string(CorpusScore.schema)),
            ("documents", .integer(documents)),
            ("without_prediction", .integer(withoutPrediction)),
            ("other_text", .integer(ofOtherText)),
            ("layers", .array(layers.map { CorpusScore.object(nil, $0) })),
            ("types", .array(types.map { CorpusScore.object("type", $0) })),
        ]
        if !documentScores.isEmpty {
            members.append(("by_document", .array(documentScores.map { CorpusScore.object("document", $0) })))
        }
        members.append(("tags", tagScore.json))
        if !errors.isEmpty { members.append(("errors", .array(errors.map(\.json)))) }
        members.append(("remarks", .array(remarks.map(JSONValue.string))))
        return .object(members)
    }

    private static func object(_ key: String?, _ entry: (row: Row, score: AnnotationScore)) -> JSONValue {
        let (row, score) = entry
        var members: [(String, JSONValue)] = [("layer", .string(row.layer.rawValue))]
        if let key { members.append((key, .string(row.name ?? ""))) }
        members += [("gold", .integer(score.gold)), ("found", .integer(score.found))]
        members += AnnotationScore.Outcome.allCases.map { ($0.rawValue, .integer(score.outcomes[$0] ?? 0)) }
        members += AnnotationScore.Fault.allCases.map { ("\($0.rawValue)_errors", .integer(score.faults[$0] ?? 0)) }
        let measures = AnnotationScore.Measure.allCases.compactMap { measure in
            score.figures(measure).map { figures -> JSONValue in
                [
                    "name": .string(measure.rawValue), "precision": .percent(figures.precision),
                    "recall": .percent(figures.recall), "f1": .percent(figures.f1),
                    "matched": .integer(figures.matched), "found": .integer(figures.found),
                    "gold": .integer(figures.gold),
                ]
            }
        }
        return .object(members + [("measures", .array(measures))])
    }
}

extension JSONValue {
    fileprivate static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }

    fileprivate static func percent(_ value: Double) -> JSONValue { .number("\((value * 10000).rounded() / 10000)") }
}

extension TagScore {
    /// The shares in per cent; null where the gold has neither tags nor lemmas.
    fileprivate var json: JSONValue {
        guard !isEmpty else { return .null }
        func share(_ right: Int, _ all: Int) -> JSONValue {
            all == 0 ? .null : .percent(100 * Double(right) / Double(all))
        }
        return [
            "xpos": share(penn, tagged), "upos": share(universal, tagged), "lemmas": share(lemmas, lemmatized),
        ]
    }
}

extension SampledError {
    fileprivate var json: JSONValue {
        [
            "layer": .string(layer.rawValue), "class": .string(className), "document": .string(identifier),
            "gold": SampledError.json(gold, goldSays), "found": SampledError.json(found, foundSays),
        ]
    }

    private static func json(_ context: SpanContext?, _ says: String) -> JSONValue {
        guard let context else { return .null }
        return [
            "start": .integer(context.start), "end": .integer(context.end), "text": .string(context.surface),
            "context": .string(context.line), "says": .string(says),
        ]
    }
}
