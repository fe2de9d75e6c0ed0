import Postil
import PostilPlugins
import PostilQuotes
import Testing

@Suite("Conformance of the annotator of quotations")
struct QuoteConformanceTests {
    @Test("it keeps the rules of annotators on the built-in texts and on speech of several kinds")
    func conforms() throws {
        let report = checkAnnotator(
            QuoteAnnotator(),
            available: try Pipeline.builtInAnnotators(),
            on: [
                "“I am late,” said Ana Petrov. “Very late.”",
                "Officials said that the bridge was closed, and added that it would open soon.",
                "— Who is there? — Nobody.",
                "Q: Were you there?\nA: I was \"nearly\" there.",
            ]
        )
        #expect(report.isConforming, "\(report)")
    }
}
