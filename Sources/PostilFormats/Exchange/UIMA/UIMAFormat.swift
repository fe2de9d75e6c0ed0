import PostilCore

/// UIMA's CAS as JSON (version 0.4), one document a file, with the types of DKPro Core for sentences, tokens, tags,
/// lemmas and names, and a type of Postil's for other spans.
///
/// Offsets count UTF-16 units. Features of spans are strings of the form `key=value`.
///
/// Source: *JSON CAS* 0.4 of Apache UIMA, and dkpro-cassis, `cassis/json.py`.
struct UIMAFormat: ExchangeFormat {
    let name = "uima"
    let title = "UIMA CAS JSON"
    let layout = ExchangeLayout.objectFiles
    let suffixes = [".cas.json"]
    let offsetUnit: OffsetUnit? = .utf16
    let needsTokens = false
    let holdsTokens = true
    let holdsSentences = true

}

/// The names of types in a CAS.
enum UIMAType {
    private static let dkpro = "de.tudarmstadt.ukp.dkpro.core.api."
    static let sofa = "uima.cas.Sofa"
    static let annotation = "uima.tcas.Annotation"
    static let document = "uima.tcas.DocumentAnnotation"
    static let strings = "uima.cas.StringArray"
    static let sentence = dkpro + "segmentation.type.Sentence"
    static let token = dkpro + "segmentation.type.Token"
    static let lemma = dkpro + "segmentation.type.Lemma"
    static let tag = dkpro + "lexmorph.type.pos.POS"
    static let name = dkpro + "ner.type.NamedEntity"
    static let metadata = dkpro + "metadata.type.DocumentMetaData"
    static let span = "org.postil.Span"
    static let entity = "org.postil.Entity"

    /// The types that are declared in each document.
    static let declarations: JSONValue = [
        sentence: type(sentence, annotation),
        token: type(token, annotation, ["lemma": lemma, "pos": tag]),
        lemma: type(lemma, annotation, ["value": "uima.cas.String"]),
        tag: type(tag, annotation, ["PosValue": "uima.cas.String", "coarseValue": "uima.cas.String"]),
        name: type(name, annotation, ["value": "uima.cas.String", "identifier": "uima.cas.String"]),
        metadata: type(metadata, document, ["documentTitle": "uima.cas.String", "documentId": "uima.cas.String"]),
        entity: type(entity, name, ["features": "uima.cas.String[]", "score": "uima.cas.Double"]),
        span: type(
            span,
            annotation,
            [
                "layer": "uima.cas.String", "label": "uima.cas.String", "features": "uima.cas.String[]",
                "score": "uima.cas.Double",
            ]
        ),
    ]

    private static func type(
        _ name: String,
        _ parent: String,
        _ features: KeyValuePairs<String, String> = [:]
    ) -> JSONValue {
        let members = features.map { feature in
            JSONObject.Member(
                key: feature.key,
                value: ["%NAME": .string(feature.key), "%RANGE": .string(feature.value)]
            )
        }
        return .object(
            JSONObject(
                [
                    .init(key: "%NAME", value: .string(name)), .init(key: "%SUPER_TYPE", value: .string(parent)),
                ] + members
            )
        )
    }
}
