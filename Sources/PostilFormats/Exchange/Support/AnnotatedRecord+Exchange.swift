import PostilCore

extension AnnotatedRecord {
    /// The caller's fields as a value.
    var metaObject: JSONObject {
        (try? JSONValue(parsing: [UInt8(ascii: "{")] + meta + [UInt8(ascii: "}")]))?.object ?? JSONObject()
    }

    /// A record that was read from a format.
    init(_ input: ExchangeInput, text: Text, identifier: String?, format: String) {
        self.init(identifier: identifier ?? input.identifier, text: text, pipeline: format)
    }

    /// Keeps fields of the document that have no place of their own.
    mutating func keep(_ members: [JSONObject.Member]) {
        meta = Array(JSONValue.object(JSONObject(members)).serialized().utf8.dropFirst().dropLast())
    }

    /// Whether there is text that ought to have tokens, and there are none.
    var lacksTokens: Bool {
        tokens.isEmpty && text.bytes.contains { $0 > 0x20 && $0 != 0x7F }
    }

    /// Throws where a format that is built on tokens cannot be written.
    func requireTokens(for format: some ExchangeFormat) throws(ExchangeError) {
        guard lacksTokens else { return }
        throw ExchangeError(
            "'\(identifier)' has no tokens, on which \(format.title) is built: annotate with --layers sentences,tokens,…"
        )
    }
}
