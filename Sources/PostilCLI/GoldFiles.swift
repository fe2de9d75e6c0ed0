import Glibc
import Postil
import PostilEvaluation

/// A file of gold.
struct GoldFile {
    /// Its path.
    let path: String

    /// The documents in it.
    func documents() throws -> [GoldDocument] {
        var documents: [GoldDocument] = []
        try forEach { documents.append($0) }
        return documents
    }

    /// Calls `body` with each document in it, so that a large file is never in memory as a whole.
    func forEach(_ body: (GoldDocument) throws -> Void) throws {
        do {
            if path.hasSuffix(GoldFiles.segmentationEnding) { return try body(try segmentation()) }
            try lines(body)
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

    /// Of the file beside it that has tags and lemmas.
    static let tagEnding = ".tags"

    /// The files that `paths` name; of folders those beside a text that have its name, ending in
    /// `.segmentation`, and those of JSON lines.
    static func find(_ paths: [String]) throws -> [GoldFile] {
        var finder = InputFinder()
        do throws(StreamError) {
            return try finder.inputs(at: paths).map(\.path).map { path in
                path.hasSuffix(".txt") ? GoldFile(path: path.dropLast(4) + segmentationEnding) : GoldFile(path: path)
            }
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }
}
