import PostilCore
import PostilPlugins
import PostilSentiment
import PostilTestSupport
import PostilText
import Testing

@Suite("Conformance of the sentiment annotator")
struct SentimentConformanceTests {
    @Test("the annotator keeps the rules of annotators on the built-in texts and the sample corpora")
    func conforms() throws {
        let texts = PackageFiles.texts(matching: "corpora/*/*.txt").prefix(60).map { Text($0.text) }
        #expect(texts.count > 50)
        let report = checkAnnotator(try SentimentAnnotator(), available: [try Segmenter()], on: texts)
        #expect(report.isConforming, "\(report)")
        #expect(report.annotationCounts.values.allSatisfy { $0 > 100 })
    }
}
