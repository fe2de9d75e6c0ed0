@testable import PostilCore
import Testing

@Suite("Cancelling")
struct CancellationTests {
    /// An annotator that goes on until it is told to stop.
    private static func endless() -> Stub {
        var stub = Stub("endless", provides: ["e"])
        stub.work = { (document, _) throws(AnnotationError) in
            while true { try document.checkCancellation() }
        }
        return stub
    }

    @Test("work that asks ends with an error that names the annotator")
    func asks() {
        let error = annotationError { () throws(AnnotationError) in
            try CancellationTests.endless().annotated(Document(text: "a")) { true }
        }
        #expect(error?.code == .cancelled)
        #expect(error?.description == "cancelled: annotator 'endless': was stopped")
    }

    @Test("work that gave up its loop provides nothing")
    func givesUp() {
        var stub = Stub("brief", provides: ["e"])
        stub.work = { (document, output) throws(AnnotationError) in
            #expect(document.isCancelled)
            try output.provide(Layer(sorted: []), for: LayerKey("e"))
        }
        let error = annotationError { () throws(AnnotationError) in try stub.annotated(Document(text: "a")) { true } }
        #expect(error?.code == .cancelled)
    }

    @Test("nobody asks where nobody may cancel, and what is not cancelled is the same")
    func goesOn() throws {
        let stub = Stub("plain", provides: ["e"])
        let document = try stub.annotated(Document(text: "a"))
        #expect(try stub.annotated(Document(text: "a")) { false }.layer("e")?.spans == document.layer("e")?.spans)
        #expect(!stub.explainingView(of: document).isCancelled)
    }
}
