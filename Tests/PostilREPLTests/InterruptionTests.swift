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

@Suite("Undoing")
struct UndoTests {
    @Test("Large documents are kept as far as memory allows, one at least; small ones many times")
    func memory() throws {
        let session = try TestSession(REPLConfiguration(annotators: [try Segmenter()]))
        _ = session.lines([".mode table"])
        let large = String(repeating: "word ", count: 1_000_000)
        for _ in 0..<4 { _ = session.lines([large, ".set seed=2", ".set seed=3"]) }
        // Of five megabytes each one fits, with what was changed while it was shown.
        #expect(
            session.lines(Array(repeating: ".undo", count: 5)).split(separator: "\n").last?.hasSuffix(
                "there is nothing to undo"
            ) == true
        )
        for number in 0..<250 { _ = session.lines(["Text \(number)."]) }
        let undone = session.lines(Array(repeating: ".undo", count: 201)).split(separator: "\n")
        #expect(undone.filter { $0.hasPrefix("undone: ") }.count == 200)
    }
}
