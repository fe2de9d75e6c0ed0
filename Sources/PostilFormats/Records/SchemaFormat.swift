/// A language in which ``RecordSchema`` is printed for other programs.
public enum SchemaFormat: String, Sendable, CaseIterable {
    /// JSON Schema, draft 2020-12.
    case jsonSchema = "json-schema"
    /// A Spark data definition, for `from_json`; `meta` is a string of JSON.
    case sparkDDL = "spark-ddl"
    /// The JSON form of an Arrow schema; `meta`, whose keys are the caller's, is left to the reader.
    case arrow

    /// The schema of a record in this language.
    public var text: String { text(withSequence: false) }

    /// The schema of a record in this language.
    ///
    /// - Parameter withSequence: Whether records have ``RecordSchema/sequence``.
    public func text(withSequence: Bool) -> String {
        let fields = RecordSchema.fields + (withSequence ? [RecordSchema.sequence] : [])
        return switch self {
        case .jsonSchema: SchemaFormat.jsonSchemaText(fields)
        case .sparkDDL: fields.map { "\($0.name) \(SchemaFormat.spark($0.type))" }.joined(separator: ", ")
        case .arrow:
            JSONValue.object(
                JSONObject([
                    .init(
                        key: "fields",
                        value: .array(fields.filter { $0.type != .object }.map(SchemaFormat.arrow))
                    )
                ])
            ).serialized()
        }
    }

    private static func spark(_ type: SchemaType) -> String {
        switch type {
        case .string, .object: "STRING"
        case .integer: "BIGINT"
        case .number: "DOUBLE"
        case .boolean: "BOOLEAN"
        case .list(let element): "ARRAY<\(spark(element))>"
        case .structure(let fields):
            "STRUCT<" + fields.map { "\($0.name): \(spark($0.type))" }.joined(separator: ", ") + ">"
        }
    }

    private static func arrow(_ field: SchemaField) -> JSONValue {
        arrow(name: field.name, type: field.type, isNullable: field.isNullable)
    }

    private static func arrow(name: String, type: SchemaType, isNullable: Bool) -> JSONValue {
        let description: JSONValue
        var children: [JSONValue] = []
        switch type {
        case .string, .object: description = ["name": "utf8"]
        case .integer: description = ["name": "int", "isSigned": true, "bitWidth": 64]
        case .number: description = ["name": "floatingpoint", "precision": "DOUBLE"]
        case .boolean: description = ["name": "bool"]
        case .list(let element):
            description = ["name": "list"]
            children = [arrow(name: "item", type: element, isNullable: false)]
        case .structure(let fields):
            description = ["name": "struct"]
            children = fields.map(arrow)
        }
        return [
            "name": .string(name), "nullable": .bool(isNullable), "type": description, "children": .array(children),
        ]
    }

    private static func jsonSchemaText(_ fields: [SchemaField]) -> String {
        var schema = jsonSchema(.structure(fields), isNullable: false).object ?? JSONObject()
        schema.members.insert(.init(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"), at: 0)
        schema.members.insert(.init(key: "title", value: .string(RecordSchema.version)), at: 1)
        return JSONValue.object(schema).serialized()
    }

    private static func jsonSchema(_ type: SchemaType, isNullable: Bool) -> JSONValue {
        func named(_ name: String) -> JSONValue { isNullable ? [.string(name), "null"] : .string(name) }
        switch type {
        case .string: return ["type": named("string")]
        case .integer: return ["type": named("integer")]
        case .number: return ["type": named("number")]
        case .boolean: return ["type": named("boolean")]
        case .object: return ["type": named("object")]
        case .list(let element): return ["type": named("array"), "items": jsonSchema(element, isNullable: false)]
        case .structure(let fields):
            let properties = fields.map {
                JSONObject.Member(key: $0.name, value: jsonSchema($0.type, isNullable: $0.isNullable))
            }
            return [
                "type": named("object"),
                "properties": .object(JSONObject(properties)),
                "required": .array(fields.map { .string($0.name) }),
            ]
        }
    }
}
