import Glibc
import PostilCore
import PostilFormats
import PostilPlugins
import Testing

/// What a plugin's program may do wrong, and what becomes of the documents: the one that it concerns has no layer
/// and a reason, all others are annotated.
@Suite struct BadPluginTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let word: String
        let code: ErrorCode
        let message: String
        var testDescription: String { word }

        init(_ word: String, _ code: ErrorCode, _ message: String) {
            self.word = word
            self.code = code
            self.message = message
        }
    }

    static let cases = [
        Case("CRASH", .pluginCrashed, "ended with exit code 7 before it wrote an answer; it said: a crash is near"),
        Case("KILL", .pluginCrashed, "was ended by signal 9"),
        Case("DEAF", .pluginCrashed, "ended with exit code 0"),
        Case("FLOOD", .pluginProtocol, "writes a line of more than 1 MiB"),
        Case("SPAM", .pluginProtocol, "answers document 1 where document 2 is next"),
        Case("MEMORY", .pluginMemory, "takes more than 100 MiB of memory"),
        Case("WRONG", .pluginProtocol, "answers document 99 where document"),
        Case("NUMBERLESS", .pluginProtocol, "writes an answer without \"document\""),
        Case("GARBAGE", .pluginProtocol, "writes a line that is no JSON object: 'Traceback"),
        Case("BYTES", .pluginProtocol, "writes what is not UTF-8"),
        Case("OUTSIDE", .invalidSpan, "0:9999 lies outside the text, which ends at"),
        Case("NEGATIVE", .invalidSpan, "whole numbers from 0 on"),
        Case("BACKWARDS", .invalidSpan, "3:1 holds no text"),
        Case("ENDLESS", .invalidSpan, "no \"start\" and \"end\""),
        Case("SCORE", .invalidValue, "a score is no number from 0 to 1"),
        Case("RULE", .invalidValue, "names the rule 'other'"),
        Case("OBJECT", .invalidValue, "the feature 'a' is an object"),
        Case("UNDECLARED", .undeclaredWrite, "not in the \"provides\" of the plugin's manifest"),
        Case("MISSING", .layerNotProvided, "is not in the answer"),
        Case("ERROR", .pluginFailed, "no such word"),
    ]

    @Test(arguments: cases)
    func onlyTheDocumentOfTheFaultIsWithoutLayer(_ fault: Case) throws {
        let pipeline = try TestPlugins.pipeline()
        let texts = (0..<40).map { $0 % 20 == 7 ? "A text with \(fault.word) in it." : "A text." }
        let documents = TestPlugins.annotate(texts, with: pipeline)
        for (index, document) in documents.enumerated() where index % 20 != 7 {
            #expect(document.firstSpans == [Span(start: 0, end: 1)], "document \(index): \(document.failures)")
        }
        // A program that writes the same answer without end is right once, by chance.
        guard fault.word != "SPAM" else { return }
        for index in [7, 27] {
            #expect(documents[index].firstSpans == nil)
            let failure = documents[index].failures.first
            #expect(failure?.code == fault.code)
            #expect(failure?.annotator == "org.example.first")
            #expect(failure?.message.contains(fault.message) == true, "\(failure?.message ?? "nothing")")
        }
    }

    @Test(arguments: ["HANG", "CLOSE", "NOISE"])
    func aProgramThatDoesNotAnswerIsNotWaitedForForever(_ word: String) throws {
        let pipeline = try TestPlugins.pipeline { $0.limits.documentSeconds = 1 }
        let documents = TestPlugins.annotate(["One.", "Two \(word).", "Three."], with: pipeline)
        #expect(documents.map { $0.firstSpans != nil } == [true, false, true])
        let code = documents[1].failures.first?.code
        #expect(code == (word == "CLOSE" ? .pluginCrashed : .pluginTimedOut))
    }

    @Test func moreThanOneAnswerHurtsNobody() throws {
        let documents = TestPlugins.annotate(
            ["One.", "Two TWICE.", "Three.", "Four."],
            with: try TestPlugins.pipeline()
        )
        #expect(documents.map { $0.firstSpans?.count } == [1, 0, 1, 1])
    }

    @Test func muchOnStandardErrorIsKeptWithinBounds() throws {
        let host = try TestPlugins.host()
        let pipeline = try Pipeline(name: "test", steps: [ProcessAnnotator(host: host)])
        #expect(TestPlugins.annotate(["A CHATTER."], with: pipeline)[0].firstSpans?.isEmpty == true)
        #expect(TestPlugins.annotate(["A text."], with: pipeline)[0].firstSpans?.count == 1)
        host.shutDown()
        #expect((1...20).contains(host.errorOutput.lines.count))
    }

    /// Writing to a program that reads no more is an error of the program and no signal for the host.
    @Test func aProgramThatReadsNoMoreEndsNobodyElse() throws {
        let long = String(repeating: "A long text. ", count: 100_000)
        let documents = TestPlugins.annotate(["DEAF", long, "A text."], with: try TestPlugins.pipeline())
        #expect(documents.map { $0.firstSpans != nil } == [false, true, true])
    }

    @Test func aProgramGetsNoOtherDescriptor() throws {
        let descriptor = open("/dev/null", O_RDONLY)
        defer { close(descriptor) }
        let document = TestPlugins.annotate(["DESCRIPTORS"], with: try TestPlugins.pipeline())[0]
        let found = document.failures.first?.message.split(separator: " ").compactMap { Int32($0) } ?? []
        #expect(found.contains(0) && found.contains(2))
        #expect(!found.contains(descriptor))
    }

    @Test func whatIsNotWantedAnyMoreIsNotWaitedFor() throws {
        let annotator = ProcessAnnotator(host: try TestPlugins.host())
        let error = #expect(throws: AnnotationError.self) {
            _ = try annotator.annotated(Document(text: "A HANG."), isCancelled: { true })
        }
        #expect(error?.code == .cancelled)
        #expect(try annotator.annotated(Document(text: "A text.")).firstSpans?.count == 1)
    }

    @Test func annotationsInAnyOrderAreSorted() throws {
        let document = TestPlugins.annotate(["UNSORTED"], with: try TestPlugins.pipeline())[0]
        #expect(document.firstSpans == [Span(start: 0, end: 1), Span(start: 4, end: 5)])
    }

    @Test func aWarningIsKeptWithTheLayer() throws {
        let document = TestPlugins.annotate(["WARNING"], with: try TestPlugins.pipeline())[0]
        #expect(document.firstSpans == [])
        #expect(document.failures.first?.code == .pluginWarning)
        #expect(document.failures.first?.message == "take care")
    }

    @Test func aProgramThatFailsWithEveryDocumentIsGivenUp() throws {
        let host = try TestPlugins.host { $0.limits.restarts = 3 }
        let pipeline = try Pipeline(name: "test", steps: [ProcessAnnotator(host: host)])
        let documents = TestPlugins.annotate(Array(repeating: "A CRASH.", count: 10), with: pipeline)
        #expect(
            documents.map { $0.failures.first?.code } == Array(repeating: .pluginCrashed, count: 4)
                + Array(repeating: .pluginStopped, count: 6)
        )
        #expect(host.stopReason?.contains("failed 4 times in a row") == true)
    }

    @Test func typesAndFeaturesAreThoseOfTheManifest() throws {
        let types = try TestPlugins.pipeline { $0.provides[0].types = ["SECOND"] }
        #expect(TestPlugins.annotate(["A."], with: types)[0].failures.first?.message.contains("'FIRST'") == true)
        let features = try TestPlugins.pipeline { $0.provides[0].features = ["size"] }
        #expect(TestPlugins.annotate(["A."], with: features)[0].failures.first?.message.contains("'rank'") == true)
    }

    struct Start: Sendable, CustomTestStringConvertible {
        let mode: String
        let code: PluginError.Code
        let message: String
        var testDescription: String { mode }
    }

    @Test(arguments: [
        Start(
            mode: "exit",
            code: .cannotStart,
            message: "ended with exit code 3 before it wrote its first line, the manifest; it said: cannot go on"
        ),
        Start(mode: "silent", code: .cannotStart, message: "has not written its first line"),
        Start(mode: "garbage", code: .cannotStart, message: "writes 'Hello!' where its manifest has to stand"),
        Start(
            mode: "version",
            code: .otherManifest,
            message: "\"version\" is 1.0 in plugin.json, but 2.0 as its program says"
        ),
        Start(mode: "protocol", code: .protocolVersion, message: "speaks protocol 9"),
        Start(mode: "layer", code: .otherManifest, message: "\"provides\" is [org.example.first] in plugin.json"),
    ])
    func aProgramThatIsNotWhatItsManifestSaysIsRefusedAtOnce(_ start: Start) throws {
        let error = #expect(throws: PluginError.self) {
            _ = try TestPlugins.host(start.mode) { $0.limits.startSeconds = 1 }
        }
        #expect(error?.code == start.code)
        #expect(error?.message.contains(start.message) == true, "\(error?.message ?? "nothing")")
    }

    @Test(arguments: [
        (["./not-there.sh"], "No such file or directory"),
        (["./not-executable.txt"], "make it executable (chmod +x)"),
        (["no-program-of-this-name"], "install it, or name it by its path"),
        ([], "no command is named"),
    ])
    func aProgramThatCannotBeStartedIsNamed(_ command: [String], _ message: String) {
        let error = #expect(throws: PluginError.self) {
            _ = try PluginHost(manifest: nil, command: command, folder: TestPlugins.folder, name: "test")
        }
        #expect(error?.code == .cannotStart)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "nothing")")
    }

    @Test func aProgramThatDoesNotWantToEndIsEnded() throws {
        let host = try TestPlugins.host("stubborn")
        let pipeline = try Pipeline(name: "test", steps: [ProcessAnnotator(host: host)])
        #expect(TestPlugins.annotate(["A text."], with: pipeline)[0].firstSpans?.count == 1)
        host.shutDown()
        #expect(TestPlugins.annotate(["A text."], with: pipeline)[0].firstSpans?.count == 1)
    }
}
