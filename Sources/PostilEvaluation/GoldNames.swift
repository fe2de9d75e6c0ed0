import PostilCore
import PostilFormats

/// A text with the names that people, or another program, have marked in it.
public struct GoldNames: Sendable {
    /// A name as its source labels it.
    public struct Mark: Hashable, Sendable {
        /// Where it stands, in UTF-8 bytes.
        public let span: Span

        /// The source's label.
        public let label: String

        /// Whether it is the handle of an account, which some sources label as a name.
        public let isHandle: Bool

        /// What it is a mention of, where the source says so; mentions of one thing have the same.
        public let thing: String?
    }

    /// The text.
    public let text: Text

    /// The names.
    public let marks: [Mark]

    /// Stretches of which the source does not say whether they are names, in UTF-8 bytes.
    public let unsure: [Span]
}

extension GoldNames {
    /// Reads a line `{"text", "spans": [{"start", "end", "label"}], "unsure": [[start, end]]}` whose offsets
    /// count code points; other members are passed over.
    ///
    /// - Throws: ``GoldError`` where the line is not such an object or an offset is outside the text.
    public init(line: UnsafeBufferPointer<UInt8>) throws(GoldError) {
        var text: Text?
        var spans: JSONValue?
        var unsure: JSONValue?
        do throws(JSONError) {
            var reader = try JSONObjectReader(line)
            while let member = try reader.next() {
                if member.key.equals("text") {
                    text = Text(try member.value.string())
                } else if member.key.equals("spans") {
                    spans = try JSONValue(member.value)
                } else if member.key.equals("unsure") {
                    unsure = try JSONValue(member.value)
                }
            }
        } catch {
            throw GoldError(message: "\(error)")
        }
        guard let text, let spans = spans?.array else {
            throw GoldError(message: "the line has no 'text' or no 'spans'")
        }
        try self.init(text: text, spans: spans, unsure: unsure?.array ?? [])
    }

    private init(text: Text, spans: [JSONValue], unsure: [JSONValue]) throws(GoldError) {
        let map = OffsetMap(text: text, unit: .codepoint)
        func span(_ start: Int?, _ end: Int?) throws(GoldError) -> Span {
            guard let start = start.flatMap(UInt32.init(exactly:)), let end = end.flatMap(UInt32.init(exactly:)),
                let first = map.byteOffset(of: start), let last = map.byteOffset(of: end), first <= last
            else { throw GoldError(message: "a span lies outside the text") }
            return Span(start: first, end: last)
        }
        var marks: [Mark] = []
        for mark in spans {
            guard let label = mark["label"]?.string else { throw GoldError(message: "a span has no 'label'") }
            marks.append(
                Mark(
                    span: try span(mark["start"]?.integer, mark["end"]?.integer),
                    label: label,
                    isHandle: mark["handle"]?.bool ?? false,
                    thing: nil
                )
            )
        }
        var stretches: [Span] = []
        for stretch in unsure {
            guard let ends = stretch.array, ends.count >= 2 else {
                throw GoldError(message: "a stretch of 'unsure' is not [start, end]")
            }
            stretches.append(try span(ends[0].integer, ends[1].integer))
        }
        self.init(text: text, marks: marks, unsure: stretches)
    }
}

extension GoldNames {
    /// The same with the ASCII letters of the text in lower case.
    public func lowercased() -> GoldNames {
        let bytes = text.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return GoldNames(text: Text(validated: bytes), marks: marks, unsure: unsure)
    }
}
