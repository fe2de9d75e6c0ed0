import PostilCore

extension RecordEncoder {
    /// Writes the objects of the tokens of a document, with tags and lemmas where it has them.
    func writeTokens(of document: Document, at place: RecordPlace, into writer: inout JSONWriter) {
        guard let tokens = document[.tokens] else { return }
        let tags = document[.tags].flatMap { $0.count == tokens.count ? $0.values : nil }
        let lemmas = document[.lemmas].flatMap { $0.count == tokens.count ? $0.values : nil }
        var cursor = OffsetCursor(text: document.text, unit: options.offsetUnit, base: place.offset)
        document.text.bytes.withUnsafeBufferPointer { bytes in
            for (position, span) in tokens.spans.enumerated() {
                writer.beginObject()
                writeEnds(of: span, cursor: &cursor, into: &writer)
                writer.key("text")
                writer.string(UnsafeBufferPointer(rebasing: bytes[span.range]))
                let kind = min(Int(tokens.values[position].kind.rawValue), TokenMembers.kinds.count - 1)
                writer.members(TokenMembers.kinds[kind])
                if let tags {
                    writer.members(
                        TokenMembers.universal[
                            min(Int(tags[position].universal.rawValue), TokenMembers.universal.count - 1)
                        ]
                    )
                    writer.members(
                        TokenMembers.penn[min(Int(tags[position].penn.rawValue), TokenMembers.penn.count - 1)]
                    )
                } else {
                    writer.members(TokenMembers.noTags)
                }
                writer.key("lemma")
                writer.string(orNull: lemmas?[position].text)
                writer.endObject()
            }
        }
    }
}

/// Members of a token's object, written out once: there are few, and tokens are many.
enum TokenMembers {
    static let kinds = TokenKind.all.map { Array(#""kind":"\#($0.name)""#.utf8) }
    static let universal = UniversalTag.names.map { Array(#""upos":"\#($0)""#.utf8) }
    static let penn = PennTag.names.map { Array(#""xpos":"\#($0)""#.utf8) }
    static let noTags = Array(#""upos":null,"xpos":null"#.utf8)
}
