import PostilCore
import PostilFormats

/// A text with the sentences and tokens that people have marked in it.
public struct GoldDocument: Sendable {
    /// The document's name.
    public let identifier: String

    /// The text.
    public let text: Text

    /// The sentences, in UTF-8 bytes.
    public let sentences: [Span]

    /// The tokens, in UTF-8 bytes; empty where they are not marked.
    public let tokens: [Span]

    /// The tags of the tokens, nil where a token has none; empty where no token has any.
    public let tags: [TokenTag?]

    /// The lemmas of the tokens, nil where a token has none; empty where no token has any.
    public let lemmas: [String?]

    /// Makes a gold document.
    public init(
        identifier: String,
        text: Text,
        sentences: [Span],
        tokens: [Span],
        tags: [TokenTag?] = [],
        lemmas: [String?] = []
    ) {
        self.identifier = identifier
        self.text = text
        self.sentences = sentences
        self.tokens = tokens
        self.tags = tags
        self.lemmas = lemmas
    }
}

extension GoldDocument {
    /// Reads a line `{"id", "text", "sentences": [[start, end]], "tokens": [{"start", "end", "xpos", "upos", "lemma"}]}`
    /// whose offsets count code points. Tags and lemmas may be left out; a token may also be written
    /// `[start, end, xpos, upos, lemma]`, and `sentences` may be called `sents`.
    ///
    /// - Throws: ``GoldError`` where the line is not such an object or an offset is outside the text.
    public init(line: String) throws(GoldError) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: line) } catch {
            throw GoldError(message: "\(error)")
        }
        guard let string = value["text"]?.string, let sentences = (value["sentences"] ?? value["sents"])?.array else {
            throw GoldError(message: "the line has no 'text' or no 'sentences'")
        }
        let text = Text(string)
        let map = OffsetMap(text: text, unit: .codepoint)
        func span(_ start: Int?, _ end: Int?) throws(GoldError) -> Span {
            guard let start = start.flatMap(UInt32.init(exactly:)), let end = end.flatMap(UInt32.init(exactly:)),
                let first = map.byteOffset(of: start), let last = map.byteOffset(of: end), first <= last
            else { throw GoldError(message: "a span lies outside the text") }
            return Span(start: first, end: last)
        }
        var sentenceSpans: [Span] = []
        for sentence in sentences {
            guard let ends = sentence.array, ends.count == 2 else {
                throw GoldError(message: "a sentence is not [start, end]")
            }
            sentenceSpans.append(try span(ends[0].integer, ends[1].integer))
        }
        var tokenSpans: [Span] = []
        var tags: [TokenTag?] = []
        var lemmas: [String?] = []
        for token in value["tokens"]?.array ?? [] {
            let fields = token.array ?? ["start", "end", "xpos", "upos", "lemma"].map { token[$0] ?? .null }
            func field(_ index: Int) -> JSONValue? { index < fields.count ? fields[index] : nil }
            tokenSpans.append(try span(field(0)?.integer, field(1)?.integer))
            let penn = field(2)?.string.flatMap(PennTag.init(name:))
            let universal = field(3)?.string.flatMap(UniversalTag.init(name:))
            tags.append(penn.flatMap { penn in universal.map { TokenTag(penn: penn, universal: $0) } })
            lemmas.append(field(4)?.string)
        }
        self.init(
            identifier: value["id"]?.string ?? "",
            text: text,
            sentences: sentenceSpans,
            tokens: tokenSpans,
            tags: tags.contains { $0 != nil } ? tags : [],
            lemmas: lemmas.contains { $0 != nil } ? lemmas : []
        )
    }
}
