import PostilCore
import PostilFormats

/// Writes tokens as messages have them: there are many, and few kinds and shapes, whose members are written out once.
enum TokenWriter {
    /// Type and shape of each kind and shape, up to the digits of the hash.
    private static let members: [[[UInt8]]] = TokenKind.all.map { kind in
        TokenShape.all.map { shape in
            Array(#""type":"\#(kind.name)","features":{"shape":"\#(shape.name)","hash":"#.utf8)
        }
    }

    static func write(_ tokens: Layer<Token>, map: OffsetMap, into writer: inout JSONWriter) {
        let members = members
        for (position, span) in tokens.spans.enumerated() {
            let token = tokens.values[position]
            let kind = min(Int(token.kind.rawValue), members.count - 1)
            let shape = min(Int(token.shape.rawValue), members[kind].count - 1)
            writer.beginObject()
            writer.key("start")
            writer.integer(map.offset(of: span.start))
            writer.key("end")
            writer.integer(map.offset(of: span.end))
            writer.members(members[kind][shape])
            writer.hexadecimal(token.hash.bits)
            writer.endObject()
            writer.endObject()
        }
    }
}
