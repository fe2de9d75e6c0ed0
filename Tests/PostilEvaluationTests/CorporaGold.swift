import Postil
import PostilEvaluation

/// The sample corpora with the gold sentences, tokens and tags that lie beside their texts.
enum CorporaGold {
    private static let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/corpora"

    /// The paths of the documents without an ending, as *news/gale*.
    static let stems = Result {
        var finder = InputFinder()
        return try finder.inputs(at: [folder]).map(\.path)
            .filter { $0.hasSuffix(".txt") }
            .map { String($0.dropFirst(folder.count + 1).dropLast(".txt".count)) }
    }

    /// The sentences and tokens of a document.
    static func document(_ stem: String) throws -> GoldDocument {
        try GoldDocument(
            identifier: stem,
            segmentation: file(stem + ".segmentation"),
            text: Text(validating: ByteSource(path: "\(folder)/\(stem).txt").readAll())
        )
    }

    /// The table of the tags and lemmas of a document.
    static func tags(_ stem: String) throws -> String { try file(stem + ".tags") }

    private static func file(_ name: String) throws -> String {
        String(decoding: try ByteSource(path: "\(folder)/\(name)").readAll(), as: UTF8.self)
    }
}
