extension JSONValue {
    /// The value as JSON on one line, members in order, without white space.
    ///
    /// - Complexity: O(n).
    public func serialized() -> String {
        var writer = JSONWriter()
        writer.value(self)
        return writer.buffer.withBytes { String(decoding: $0, as: UTF8.self) }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON on one line.
    public var description: String { serialized() }
}

extension JSONWriter {
    /// Writes a value.
    ///
    /// - Complexity: O(n); depth costs no stack.
    public mutating func value(_ value: JSONValue) {
        var open: [Rest] = []
        var current: JSONValue? = value
        while true {
            switch current {
            case .array(let elements):
                beginArray()
                open.append(.elements(elements[...]))
            case .object(let object):
                beginObject()
                open.append(.members(object.members[...]))
            case .some(let scalar):
                self.scalar(scalar)
            case nil:
                if case .elements = open.removeLast() { endArray() } else { endObject() }
            }
            guard let last = open.last else { return }
            switch last {
            case .elements(let rest):
                current = rest.first
                open[open.count - 1] = .elements(rest.dropFirst())
            case .members(let rest):
                current = rest.first?.value
                if let key = rest.first?.key { self.key(escaping: key) }
                open[open.count - 1] = .members(rest.dropFirst())
            }
        }
    }

    /// What is left to write of an open array or object.
    private enum Rest {
        case elements(ArraySlice<JSONValue>)
        case members(ArraySlice<JSONObject.Member>)
    }

    private mutating func scalar(_ value: JSONValue) {
        switch value {
        case .bool(let value): bool(value)
        case .number(let text): number(text)
        case .string(let text): string(text)
        case .null, .array, .object: null()
        }
    }
}
