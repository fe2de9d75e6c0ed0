/// The record that annotated documents are written in: `postil/1.0`.
///
/// Every key is always present and has one type; keys stand in this order. From this one description
/// come the schemas for other programs (``SchemaFormat``) and the checks of ``RecordVerifier``.
public enum RecordSchema {
    /// The name and version that each record carries. The schema only grows; a change that breaks
    /// readers raises the first number.
    public static let version = "postil/1.0"

    /// The fields of a record, in order.
    public static let fields: [SchemaField] = [
        SchemaField("schema", .string),
        SchemaField("id", .string),
        SchemaField("status", .string),
        SchemaField("text", .string),
        SchemaField("offset_unit", .string),
        SchemaField("context", .structure(context)),
        SchemaField("pipeline", .string),
        SchemaField("sentences", .list(.structure(span))),
        SchemaField("dates", .list(.structure(date))),
        SchemaField("numbers", .list(.structure(number))),
        SchemaField("entities", .list(.structure(entity))),
        SchemaField("quotes", .list(.structure(quote))),
        SchemaField("sentiment", .list(.structure(sentiment))),
        SchemaField("tokens", .list(.structure(token))),
        SchemaField("layers", .list(.structure(layer))),
        SchemaField("warnings", .list(.structure(failure))),
        SchemaField("error", .structure(failure), isNullable: true),
        SchemaField("meta", .object),
    ]

    static let context = [
        SchemaField("anchor", .string, isNullable: true),
        SchemaField("anchor_source", .string, isNullable: true),
        SchemaField("date_order", .string, isNullable: true),
    ]

    /// The last field of records that do not stand in the order of the input: the document's place in it, counted
    /// from 0. All records of an output have it, or none.
    public static let sequence = SchemaField("seq", .integer)

    static let span = [SchemaField("start", .integer), SchemaField("end", .integer)]

    static let surface = span + [SchemaField("text", .string)]

    private static let identified = [SchemaField("id", .string)] + surface

    private static let evidence = [
        SchemaField("score", .number, isNullable: true),
        SchemaField("source", .string),
        SchemaField("rule", .string, isNullable: true),
    ]

    static let date =
        identified + [
            SchemaField("type", .string),
            SchemaField("timex", .string, isNullable: true),
            SchemaField("value", .string, isNullable: true),
            SchemaField("from", .string, isNullable: true),
            SchemaField("to", .string, isNullable: true),
            SchemaField("grain", .string, isNullable: true),
            SchemaField("mod", .string, isNullable: true),
            SchemaField("tz", .string, isNullable: true),
            SchemaField("ambiguous", .boolean),
            SchemaField("candidates", .list(.string)),
        ] + evidence

    static let number =
        identified + [SchemaField("kind", .string)]
        + ["value", "low", "high", "approx", "unit", "currency", "base_value", "base_unit"]
        .map { SchemaField($0, .string, isNullable: true) } + evidence

    static let entity =
        identified + [
            SchemaField("type", .string),
            SchemaField("canonical", .string, isNullable: true),
            SchemaField("cluster", .string, isNullable: true),
            SchemaField("link", .string, isNullable: true),
        ] + evidence

    static let quote =
        identified + [
            SchemaField("kind", .string),
            SchemaField("parts", .list(.structure(span))),
            SchemaField("content_start", .integer),
            SchemaField("content_end", .integer),
            SchemaField("closed", .boolean),
            SchemaField("parent", .string, isNullable: true),
            SchemaField("speaker", .structure(speaker), isNullable: true),
            SchemaField("cue", .structure(surface), isNullable: true),
            SchemaField("attribution", .string, isNullable: true),
            SchemaField("attitude", .boolean),
        ] + evidence

    static let speaker =
        surface + [
            SchemaField("entity", .string, isNullable: true),
            SchemaField("canonical", .string, isNullable: true),
        ]

    static let sentiment = [
        SchemaField("id", .string),
        SchemaField("level", .string),
        SchemaField("start", .integer),
        SchemaField("end", .integer),
        SchemaField("target", .string, isNullable: true),
        SchemaField("polarity", .string),
        SchemaField("score", .number),
        SchemaField("terms", .list(.structure(term))),
        SchemaField("source", .string),
        SchemaField("rule", .string, isNullable: true),
    ]

    static let term =
        surface + [
            SchemaField("prior", .number),
            SchemaField("factor", .number),
            SchemaField("contribution", .number),
            SchemaField("reason", .string),
        ]

    static let token =
        surface + [
            SchemaField("kind", .string),
            SchemaField("upos", .string, isNullable: true),
            SchemaField("xpos", .string, isNullable: true),
            SchemaField("lemma", .string, isNullable: true),
        ]

    static let layer = [
        SchemaField("name", .string),
        SchemaField("annotations", .list(.structure(annotation))),
    ]

    static let annotation =
        surface + [
            SchemaField("type", .string, isNullable: true),
            SchemaField("features", .list(.structure(feature))),
        ] + evidence

    static let feature = [SchemaField("key", .string), SchemaField("value", .string)]

    static let failure = [
        SchemaField("code", .string),
        SchemaField("annotator", .string, isNullable: true),
        SchemaField("message", .string),
        SchemaField("line", .integer, isNullable: true),
    ]
}
