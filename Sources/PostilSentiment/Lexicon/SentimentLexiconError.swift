/// A line of a lexicon that cannot be read.
public struct SentimentLexiconError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path of the lexicon.
    public let path: String

    /// The line, counted from 1.
    public let line: Int

    /// The place, and what a line has to look like.
    public var description: String {
        "\(path):\(line): a line is a term, a number from -4 to 4 and perhaps a kind, parted by tabs; kinds: "
            + (SentimentRole.kinds.map(\.name) + SentimentSense.allCases.map(\.name)).joined(separator: ", ")
    }
}
