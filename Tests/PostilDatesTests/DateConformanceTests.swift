import PostilCore
import PostilDates
import PostilPlugins
import PostilTestSupport
import PostilText
import Testing

@Suite("Conformance of the date annotator")
struct DateConformanceTests {
    @Test("the annotator keeps the rules of annotators on the built-in texts and all sample corpora")
    func conforms() throws {
        let texts = PackageFiles.texts(matching: "corpora/*/*.txt").map { Text($0.text) }
        #expect(texts.count > 50)
        var check = ConformanceCheck()
        check.context = DocumentContext(referenceDate: "2014-06-17", referenceDateSource: "option")
        let report = check.run(DateAnnotator(), available: [try Segmenter()], on: texts)
        #expect(report.isConforming, "\(report)")
        #expect(report.annotationCounts.values.allSatisfy { $0 > 100 })
    }
}
