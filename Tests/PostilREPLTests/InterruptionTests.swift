import Postil
import Synchronization
import Testing

@testable import PostilREPL

@Suite("Interrupted work")
struct InterruptionTests {
    @Test("Work that nobody interrupts gives its result")
    func finishes() {
        #expect(InterruptibleWork.run { isCancelled in isCancelled() ? 0 : 42 } == 42)
    }

    @Test("The built-in annotators stop on the way through a long document", arguments: ["dates", "numbers"])
    func stops(name: String) throws {
        let text = Text(String(repeating: "She came on 3 May 2024 with nine others.\n\n", count: 5_000))
        let pipeline = try Pipeline.standard()
        var document = Document(text: text)
        for step in pipeline.steps {
            guard step.name.rawValue == name else {
                document = try step.annotated(document)
                continue
            }
            // It asks more than once, and not once more after the answer that stops it but for the last look.
            let questions = Atomic(0)
            #expect(throws: AnnotationError.self) {
                try step.annotated(document) { questions.add(1, ordering: .relaxed).newValue > 1 }
            }
            #expect(questions.load(ordering: .relaxed) == 3)
            return
        }
    }

    @Test("A run that is cancelled between two annotators is none")
    func run() throws {
        let pipeline = try Pipeline.standard()
        #expect(AnnotationRun(Document(text: "Two."), with: pipeline, isCancelled: { true }) == nil)
        #expect(AnnotationRun(Document(text: "Two."), with: pipeline, isCancelled: { false })?.times.count == 3)
    }
}
