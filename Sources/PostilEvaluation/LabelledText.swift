import PostilCore
import PostilFormats

/// A text whose polarity people have judged.
public struct LabelledText: Sendable {
    /// The text.
    public let text: Text

    /// Its polarity.
    public let polarity: SentimentPolarity

    /// What the polarity is about, in UTF-8 bytes; nil for the whole text.
    public let target: Span?
}

extension LabelledText {
    /// Reads a line `{"text", "label", "target": {"start", "end"}}` whose offsets count code points.
    ///
    /// - Throws: ``GoldError`` where the line is not such an object or an offset is outside the text.
    public init(line: String) throws(GoldError) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: line) } catch {
            throw GoldError(message: "\(error)")
        }
        guard let string = value["text"]?.string,
            let polarity = (value["label"]?.string).flatMap(SentimentPolarity.init(rawValue:))
        else { throw GoldError(message: "the line has no 'text', or no 'label' that is positive, negative or neutral") }
        let text = Text(string)
        var target: Span?
        if let start = value["target"]?["start"]?.integer, let end = value["target"]?["end"]?.integer {
            let map = OffsetMap(text: text, unit: .codepoint)
            guard let first = UInt32(exactly: start).flatMap(map.byteOffset),
                let last = UInt32(exactly: end).flatMap(map.byteOffset), first < last
            else { throw GoldError(message: "the target lies outside the text") }
            target = Span(start: first, end: last)
        }
        self.init(text: text, polarity: polarity, target: target)
    }
}
