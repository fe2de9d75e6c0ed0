import PostilCore
import PostilPlugins
import Redact
import Testing

/// Marks the words "Ada" and "Ada Obi" as entities.
private struct Names: Annotator {
    let name: AnnotatorName = "names"
    let version = "1"
    let provides = [AnyLayerKey(LayerKey<OpenValue>("entities"))]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var layer = LayerBuilder<OpenValue>()
        let text = document.text.string
        for (word, type) in [("Ada", "PERSON"), ("Ada Obi", "PERSON"), ("May", "DATE")] {
            for range in text.ranges(of: word) {
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                layer.append(Span(start..<start + word.utf8.count), OpenValue(type: type))
            }
        }
        try output.provide(layer.build(), for: LayerKey<OpenValue>("entities"))
    }
}

@Suite struct RedactAnnotatorTests {
    @Test func overlappingNamesAreHiddenAsOne() throws {
        let pipeline = try Pipeline(name: "test", steps: [RedactAnnotator()], available: [Names()])
        let document: Document = pipeline.annotate(Document(text: "Ada Obi saw Ada in May."))
        #expect(Redaction(of: document).text.string == "[PERSON] saw [PERSON] in May.")
    }

    @Test func conforms() {
        let report = checkAnnotator(RedactAnnotator(), available: [Names()], on: ["Ada Obi saw Ada in May."])
        #expect(report.isConforming, "\(report)")
    }
}
