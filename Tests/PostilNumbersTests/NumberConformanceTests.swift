import PostilCore
import PostilDates
import PostilNumbers
import PostilPlugins
import PostilText
import Testing

@Suite("Conformance of the annotator of numbers")
struct NumberConformanceTests {
    @Test("it keeps the rules of annotators on the built-in texts and all examples")
    func conforms() throws {
        let texts = NumberAnnotatorTests.examples.map { Text($0.text) }
        let report = checkAnnotator(NumberAnnotator(), available: [try Segmenter(), DateAnnotator()], on: texts)
        #expect(report.isConforming, "\(report)")
        #expect(report.annotationCounts.values.allSatisfy { $0 > 500 })
    }
}
