import Glibc
import Postil
import PostilEvaluation

/// A file of gold.
struct GoldFile {
    /// Its path.
    let path: String

    /// Whether it has sentences, or names only.
    var hasSentences: Bool { !path.hasSuffix(GoldFiles.namesEnding) }

    /// The path of the names beside its text; its own where it has no others.
    var namesPath: String { stem.map { $0 + GoldFiles.namesEnding } ?? path }

    /// The documents in it, with their sentences and tokens.
    func documents() throws -> [GoldDocument] {
        var documents: [GoldDocument] = []
        try forEach { documents.append($0) }
        return documents
    }

    /// Calls `body` with each document in it, so that a large file is never in memory as a whole.
    func forEach(_ body: (GoldDocument) throws -> Void) throws {
        try reading(path) {
            if !hasSentences { return }
            if path.hasSuffix(GoldFiles.segmentationEnding) { return try body(try segmentation()) }
            try lines(body)
        }
    }

    /// The names of its text; nil where nobody has marked them.
    func names() throws -> GoldNames? {
        guard let stem, !hasSentences || access(namesPath, F_OK) == 0 else { return nil }
        return try reading(namesPath) {
            try GoldNames(
                names: String(decoding: try ByteSource(path: namesPath).readAll(), as: UTF8.self),
                text: try Text(validating: try ByteSource(path: stem + ".txt").readAll())
            )
        }
    }

    /// The path without what says that it is gold beside a text; nil for one that holds its texts itself.
    private var stem: String? {
        [GoldFiles.segmentationEnding, GoldFiles.namesEnding].first { path.hasSuffix($0) }
            .map { String(path.dropLast($0.count)) }
    }

    private func reading<Value>(_ path: String, _ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch let error as StreamError {
            throw CommandFailure(.inputUnreadable, "\(error)")
        } catch let error as GoldError {
            throw CommandFailure(.inputUnreadable, "\(path): \(error)")
        }
    }

    private func lines(_ body: (GoldDocument) throws -> Void) throws {
        let reader = LineReader(try ByteSource(path: path))
        while case .line(let line) = try reader.next() {
            let text = reader.withBytes { String(decoding: $0, as: UTF8.self) }
            guard !text.isEmpty else { continue }
            let document: GoldDocument
            do throws(GoldError) { document = try GoldDocument(line: text) } catch {
                throw GoldError(message: "line \(line.number): \(error)")
            }
            try body(document)
        }
    }

    private func segmentation() throws -> GoldDocument {
        let stem = String(path.dropLast(GoldFiles.segmentationEnding.count))
        let document = try GoldDocument(
            identifier: stem + ".txt",
            segmentation: String(decoding: try ByteSource(path: path).readAll(), as: UTF8.self),
            text: try Text(validating: try ByteSource(path: stem + ".txt").readAll())
        )
        let tagPath = stem + GoldFiles.tagEnding
        guard access(tagPath, R_OK) == 0 else { return document }
        return try document.tagged(by: String(decoding: try ByteSource(path: tagPath).readAll(), as: UTF8.self))
    }
}

/// Finds files of gold.
enum GoldFiles {
    static let segmentationEnding = ".segmentation"
    static let namesEnding = ".names"

    /// Of the file beside it that has tags and lemmas.
    static let tagEnding = ".tags"

    /// Of files with examples of one layer.
    static let exampleEndings = [".examples", ".quotes", ".gold"]

    /// The files that `paths` name; of folders those beside a text that have its name, ending in
    /// `.segmentation` or, where there are only names, `.names`, and those of JSON lines.
    ///
    /// - Parameter includesExamples: Whether of folders those of examples are taken, too.
    static func find(_ paths: [String], includesExamples: Bool = false) throws -> [GoldFile] {
        var finder = InputFinder(otherEndings: includesExamples ? exampleEndings : [])
        do throws(StreamError) {
            return try finder.inputs(at: paths).map(\.path).map { path in
                guard path.hasSuffix(".txt") else { return GoldFile(path: path) }
                let stem = path.dropLast(4)
                let hasNamesOnly = access(stem + segmentationEnding, F_OK) != 0 && access(stem + namesEnding, F_OK) == 0
                return GoldFile(path: stem + (hasNamesOnly ? namesEnding : segmentationEnding))
            }
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }
}
