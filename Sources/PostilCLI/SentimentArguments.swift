import ArgumentParser
import Postil

/// The options of a command that say how sentiment is weighed.
struct SentimentArguments: ParsableArguments {
    @Option(help: "A lexicon whose lines (term, number from -4 to 4, perhaps a kind) add to or override the program's.")
    var sentimentLexicon: String?

    /// The lexicon with the file's entries; nil where no file is named.
    func lexicon() throws -> SentimentLexicon? {
        guard let sentimentLexicon else { return nil }
        do {
            return try SentimentLexicon()
                .adding(try ByteSource(path: sentimentLexicon).readAll(), path: sentimentLexicon)
        } catch let error as StreamError {
            throw CommandFailure(.inputUnreadable, "\(error)")
        } catch let error as SentimentLexiconError {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }
}
