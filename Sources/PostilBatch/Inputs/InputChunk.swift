import PostilFormats

/// Some documents in input order, as one worker takes them.
struct InputChunk: Sendable {
    /// A document that has not been read yet.
    enum Item: Sendable {
        /// A line: its bytes in the chunk, its number.
        case record(Range<Int>, number: Int)
        /// A line that is a text itself.
        case line(Range<Int>, number: Int)
        /// A row of a table: its bytes in the chunk, its first line.
        case row(Range<Int>, line: Int, columns: TableColumns)
        /// A text of which the bytes are in the chunk, and its name.
        case text(Range<Int>, name: String)
        /// A file that the worker reads itself.
        case file(path: String)
        /// An input, or the rest of one, that could not be read.
        case failure(RecordFailure, name: String)
    }

    /// The place in the order of chunks, counted from 0.
    var sequence = 0

    /// The name of the input that lines come from.
    var source = ""

    /// The bytes of lines, rows and texts.
    var bytes: [UInt8] = []

    /// The documents.
    var items: [Item] = []

    /// The place of each document in all inputs, counted from 0; empty where nobody needs to know.
    var ordinals: [Int] = []

    /// The bytes of text to expect in files that the worker reads itself.
    var expectedBytes = 0

    /// The bytes of its documents, as far as they are known.
    var size: Int { bytes.count + expectedBytes }

    /// What the chunk counts in the memory bound; at least a page, so that tiny documents are bounded
    /// too.
    var cost: Int { size + 4096 }
}
