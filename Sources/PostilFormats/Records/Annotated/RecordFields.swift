/// The values of one object of a record, taken in the order of the schema.
///
/// All keys and types are checked at the start, so that what is taken has the type that it is asked for in.
struct RecordFields {
    private let shape: RecordShape
    private let values: [JSONRawValue]
    /// Those of the fields that may be missing, by their positions behind the others.
    private let optionalValues: [JSONRawValue?]
    private var position = 0

    /// Checks an object, whose keys may stand in any order.
    ///
    /// - Parameter value: A value that was checked as JSON.
    init(_ value: JSONRawValue, _ shape: RecordShape) throws(RecordError) {
        guard value.kind == .object else {
            throw RecordError(code: .wrongShape, message: "expected an object, found \(value.kind.name)")
        }
        var found = [JSONRawValue?](repeating: nil, count: shape.fields.count)
        var expected = 0
        var cursor = JSONCursor(value)
        cursor.enter()
        while let key = cursor.nextKey() {
            guard let position = shape.position(of: key, expected: expected) else {
                throw RecordError(
                    code: .wrongShape,
                    message: "'\(key.text)' is no field of \(RecordSchema.version): own fields stand under meta"
                )
            }
            guard found[position] == nil else {
                throw RecordError(code: .wrongShape, path: key.text, message: "stands twice")
            }
            let value = cursor.value()
            try RecordFields.check(value, shape.fields[position])
            found[position] = value
            expected = position + 1
        }
        values = found.prefix(shape.requiredCount).compactMap { $0 }
        optionalValues = Array(found.dropFirst(shape.requiredCount))
        guard values.count == shape.requiredCount else {
            let missing = zip(shape.fields, found).first { $0.1 == nil }?.0.name ?? ""
            throw RecordError(code: .wrongShape, path: missing, message: "is missing")
        }
        self.shape = shape
    }

    private static func check(_ value: JSONRawValue, _ field: SchemaField) throws(RecordError) {
        if field.isNullable, value.isNull { return }
        let isFitting =
            switch field.type {
            case .string: value.kind == .string
            case .integer: value.integer != nil
            case .number: value.kind == .number && value.double?.isFinite == true
            case .boolean: value.kind == .bool
            case .list: value.kind == .array
            case .structure, .object: value.kind == .object
            }
        guard isFitting else {
            throw RecordError(
                code: .wrongShape,
                path: field.name,
                message: "expected \(field.type.name)\(field.isNullable ? " or null" : ""), found \(value.kind.name)"
            )
        }
    }

    /// The next value, which is that of the field `name`.
    mutating func take(_ name: StaticString) -> JSONRawValue {
        assert(shape.fields[position].name == "\(name)", "\(name) is not the next field of the schema")
        defer { position += 1 }
        return values[position]
    }

    /// The value of the next field, which may be missing.
    mutating func takeOptional(_ name: StaticString) -> JSONRawValue? {
        assert(shape.fields[position].name == "\(name)", "\(name) is not the next field of the schema")
        defer { position += 1 }
        return optionalValues[position - values.count]
    }

    mutating func string(_ name: StaticString) -> String { take(name).text }

    mutating func optionalString(_ name: StaticString) -> String? {
        let value = take(name)
        return value.isNull ? nil : value.text
    }

    mutating func integer(_ name: StaticString) -> Int { take(name).integer ?? 0 }

    mutating func optionalInteger(_ name: StaticString) -> Int? { take(name).integer }

    mutating func double(_ name: StaticString) -> Double { take(name).double ?? 0 }

    mutating func optionalDouble(_ name: StaticString) -> Double? { take(name).double }

    mutating func bool(_ name: StaticString) -> Bool { take(name).bool ?? false }

    /// The object of the next field, made by `make`; nil where it is null.
    mutating func object<Made>(
        _ name: StaticString,
        _ make: (JSONRawValue) throws(RecordError) -> Made
    ) throws(RecordError) -> Made? {
        let value = take(name)
        guard !value.isNull else { return nil }
        do throws(RecordError) { return try make(value) } catch { throw error.inside("\(name)") }
    }

    /// The strings of the next field.
    mutating func strings(_ name: StaticString) throws(RecordError) -> [String] {
        try list(name) { value throws(RecordError) in
            guard value.kind == .string else {
                throw RecordError(code: .wrongShape, message: "expected a string, found \(value.kind.name)")
            }
            return value.text
        }
    }

    /// The elements of the next field, each made by `make`.
    mutating func list<Element>(
        _ name: StaticString,
        _ make: (JSONRawValue) throws(RecordError) -> Element
    ) throws(RecordError) -> [Element] {
        var elements: [Element] = []
        var cursor = JSONCursor(take(name))
        cursor.enter()
        while cursor.nextElement() {
            let value = cursor.value()
            do throws(RecordError) {
                elements.append(try make(value))
            } catch {
                throw error.inside(elements.count).inside("\(name)")
            }
        }
        return elements
    }
}

extension SchemaType {
    /// The type as messages name it.
    fileprivate var name: String {
        switch self {
        case .string: "a string"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .list: "an array"
        case .structure, .object: "an object"
        }
    }
}
