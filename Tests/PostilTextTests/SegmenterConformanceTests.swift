import Glibc
import PostilCore
import PostilPlugins
import PostilText
import Testing

@Suite("Conformance of the segmenter")
struct SegmenterConformanceTests {
    @Test("the segmenter keeps the rules of annotators on the built-in texts and all sample corpora")
    func conforms() throws {
        let texts = try SegmenterConformanceTests.corpusTexts()
        #expect(texts.count > 50)
        let report = checkAnnotator(try Segmenter(), on: texts)
        #expect(report.isConforming, "\(report)")
        #expect(report.annotationCounts.count == 3)
        #expect(report.annotationCounts.values.allSatisfy { $0 > 1_000 })
    }

    /// The texts under `corpora/` at the top of the package, in the order of their paths.
    private static func corpusTexts(file: String = #filePath) throws -> [Text] {
        let package = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(package + "/corpora/*/*.txt", 0, nil, &found) == 0 else { return [] }
        return try UnsafeBufferPointer(start: found.gl_pathv, count: Int(found.gl_pathc)).map { path in
            try Text(validating: bytes(ofFile: try #require(path)))
        }
    }

    private static func bytes(ofFile path: UnsafePointer<CChar>) throws -> [UInt8] {
        let file = try #require(fopen(path, "rb"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return bytes
    }
}
