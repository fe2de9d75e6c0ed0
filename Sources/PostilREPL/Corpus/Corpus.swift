import Glibc
import Postil

/// The documents of files and folders, each read when it is asked for.
struct Corpus: Sendable {
    /// Where a document is.
    private enum Place {
        case file(path: String)
        case line(source: Int, range: Range<Int>, number: Int)
    }

    /// What was opened, as it was named.
    let path: String

    private var places: [Place] = []
    private var sources: [(name: String, bytes: [UInt8])] = []
    private let reader = RecordReader()

    /// The number of documents.
    var count: Int { places.count }

    /// The positions of the documents.
    var indices: Range<Int> { places.indices }

    /// Finds the documents at `path`, as `postil annotate` does: a text file is one, a line of a JSONL file
    /// is one, a folder is searched for both.
    ///
    /// JSONL files are kept in memory, unpacked.
    ///
    /// - Throws: ``CommandError`` where the path cannot be read or has no document.
    init(path: String) throws(CommandError) {
        self.path = path
        do throws(StreamError) {
            // A session has no options that say which column is the text.
            var finder = InputFinder(otherEndings: [], takesTables: false)
            for input in try finder.inputs(at: [UserFolder.expanded(path)]) {
                if input.form == .jsonl {
                    try addLines(of: input.path)
                } else {
                    places.append(.file(path: input.path))
                }
            }
        } catch {
            throw .failed(error)
        }
        guard !places.isEmpty else {
            throw .failed("\(path): there is no .txt, .text, .jsonl or .ndjson file in it, packed or not")
        }
    }

    private mutating func addLines(of path: String) throws(StreamError) {
        let bytes = try UserFile.bytes(path)
        var start = 0
        var number = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            number += 1
            if end > start { places.append(.line(source: sources.count, range: start..<end, number: number)) }
            start = end + 1
        }
        sources.append((path, bytes))
    }

    /// Reads the document at `position`.
    ///
    /// - Returns: The document, or one that says why it cannot be read; nil outside the corpus.
    func document(at position: Int) -> InputDocument? {
        guard places.indices.contains(position) else { return nil }
        switch places[position] {
        case .file(let path):
            return Corpus.document(file: path, reader: reader)
        case .line(let source, let range, let number):
            return sources[source].bytes.withUnsafeBufferPointer { bytes in
                reader.document(
                    line: UnsafeBufferPointer(rebasing: bytes[range]),
                    number: number,
                    source: sources[source].name
                )
            }
        }
    }

    /// The position of the document called `identifier`; of a file its path or its last part will do.
    ///
    /// - Complexity: O(length of the corpus), since identifiers stand in the lines.
    func position(of identifier: String) -> Int? {
        places.indices.first { name(at: $0) == identifier }
            ?? places.indices.first { name(at: $0).hasSuffix("/" + identifier) }
    }

    /// The name of the document at `position`.
    func name(at position: Int) -> String {
        if case .file(let path) = places[position] { return path }
        return document(at: position)?.identifier ?? ""
    }

    /// Reads a text file.
    static func document(file path: String, reader: RecordReader = RecordReader()) -> InputDocument {
        do throws(StreamError) {
            return reader.document(contents: try UserFile.bytes(path), identifier: path)
        } catch {
            let failure = RecordFailure(
                code: ErrorCode(rawValue: error.code.rawValue),
                message: error.message
            )
            return InputDocument(identifier: path, text: .failure(failure))
        }
    }
}
