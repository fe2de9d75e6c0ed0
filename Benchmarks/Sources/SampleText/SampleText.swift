import PostilBatch
import PostilCore

/// Text to measure on: the sample corpora, repeated.
public enum SampleText {
    /// The bytes of ``megabyte()``.
    public static let byteCount = 1_000_000

    /// The texts of the sample corpora, in the order of their names.
    ///
    /// - Throws: ``StreamError`` where they cannot be read, ``AnnotationError`` where one is not UTF-8.
    public static func documents() throws -> [Text] {
        // Benchmarks run in any folder, but the sources stay where they were built.
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        let corpora = (here.dropLast(4) + ["corpora"]).joined(separator: "/")
        var finder = InputFinder()
        return try finder.inputs(at: [corpora])
            .filter { $0.path.hasSuffix(".txt") }
            .map { try Text(validating: try ByteSource(path: $0.path).readAll()) }
    }

    /// One million bytes: the texts one after another, as often as it takes, with a blank line between.
    ///
    /// - Throws: As ``documents()`` does.
    public static func megabyte() throws -> Text {
        let once = try documents().map { $0.bytes + Array("\n\n".utf8) }.joined()
        var bytes: [UInt8] = []
        while bytes.count < byteCount { bytes.append(contentsOf: once) }
        bytes.removeLast(bytes.count - byteCount)
        // The cut may go through a character.
        return Text(String(decoding: bytes, as: UTF8.self))
    }
}
