import Glibc
import Postil
import Testing

@testable import PostilBatch

@Suite("Outputs in parts")
struct SplitOutputTests {
    private static let pipeline = try? Pipeline.standard(providing: ["sentences", "numbers"])

    /// A file of 600 records, a megabyte and a half in all, of few tokens.
    private func corpus(in folder: TemporaryFolder) throws -> String {
        var text = ""
        for number in 0..<600 {
            let word = String(repeating: "baa", count: number % 100 == 99 ? 20_000 : 700)
            text +=
                number % 50 == 7
                ? "{\"id\":\(number)}\n" : "{\"id\":\(number),\"text\":\"Herd \(number) says \(word).\"}\n"
        }
        return try folder.file("in.jsonl", Array(text.utf8))
    }

    /// Runs until about `documents` are done, or to the end, and says how it ended.
    private func run(
        _ input: String,
        to output: String,
        stoppingAfter documents: Int? = nil,
        earlier: ResumableOutput.Earlier = .resume(ignoringChanges: false),
        onError: ErrorReaction = .record
    ) throws -> BatchReport {
        let pipeline = try #require(SplitOutputTests.pipeline)
        var options = BatchOptions(workerCount: 2, record: RecordOptions(layers: ["sentences", "numbers"]))
        options.onError = onError
        let inputs = [BatchInput(path: input)]
        let parts = try SplitOutput(
            path: output,
            size: 150_000,
            options: options,
            identity: RunIdentity(pipeline: pipeline, options: options, inputs: inputs),
            earlier: earlier,
            interval: .zero
        )
        let stop = StopSignal()
        return try parts.run(inputs, with: BatchRunner(pipeline: pipeline, options: options), stop: stop) { report in
            if let documents, report.documents >= documents { stop.request(SIGINT) }
        }.report
    }

    private func problems(in path: String) throws -> [String] {
        var problems: [String] = []
        var verifier = ManifestVerifier { problems.append($0.problem) }
        try verifier.verify(path)
        return problems
    }

    @Test(
        "what is stopped again and again ends with the same parts",
        arguments: ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"]
    )
    func sameParts(name: String) throws {
        let (whole, stopped) = (try TemporaryFolder(), try TemporaryFolder())
        let input = try corpus(in: whole)
        #expect(try run(input, to: "\(whole.path)/\(name)").end == .complete)
        var stops = 0
        for documents in [1, 100, 180, 181, 300, 420, 550] {
            let report = try run(input, to: "\(stopped.path)/\(name)", stoppingAfter: documents)
            guard report.end == .interrupted else { break }
            stops += 1
            #expect(!stopped.names.contains("_SUCCESS"))
        }
        #expect(stops > 1)
        if !stopped.names.contains("_SUCCESS") {
            #expect(try run(input, to: "\(stopped.path)/\(name)").documents == 600)
        }
        #expect(stopped.names == whole.names.filter { $0 != "in.jsonl" })
        #expect(stopped.names.count > 3)
        for name in stopped.names { #expect(try stopped.contents(name) == whole.contents(name), "\(name)") }
        #expect(try problems(in: stopped.path).isEmpty)
    }

    @Test("a run that was stopped when a part had its name and the journal did not say so goes on")
    func unrecordedPart() throws {
        let (whole, stopped) = (try TemporaryFolder(), try TemporaryFolder())
        let input = try corpus(in: whole)
        _ = try run(input, to: "\(whole.path)/out.jsonl")
        #expect(try run(input, to: "\(stopped.path)/out.jsonl", stoppingAfter: 300).end == .interrupted)
        let partial = try #require(stopped.names.first { $0.hasSuffix(".partial") })
        let name = String(partial.dropLast(".partial".count))
        #expect(rename("\(stopped.path)/\(partial)", "\(stopped.path)/\(name)") == 0)
        #expect(try run(input, to: "\(stopped.path)/out.jsonl").end == .complete)
        #expect(try problems(in: stopped.path).isEmpty)
        #expect(try stopped.contents("_manifest.json") == whole.contents("_manifest.json"))
    }

    @Test("a finished part that is gone is not passed over")
    func missingPart() throws {
        let folder = try TemporaryFolder()
        let input = try corpus(in: folder)
        #expect(try run(input, to: "\(folder.path)/out.jsonl", stoppingAfter: 300).end == .interrupted)
        #expect(unlink("\(folder.path)/out.00000.jsonl") == 0)
        let error = #expect(throws: StreamError.self) { try run(input, to: "\(folder.path)/out.jsonl") }
        #expect(error?.code == .journalRefused)
        #expect(try run(input, to: "\(folder.path)/out.jsonl", earlier: .discard).end == .complete)
        #expect(try problems(in: folder.path).isEmpty)
    }

    @Test("counts are those of the records", arguments: [(ErrorReaction.record, 600, 12), (.skip, 588, 0)])
    func counts(reaction: ErrorReaction, records: Int, errors: Int) throws {
        let folder = try TemporaryFolder()
        let input = try corpus(in: folder)
        let report = try run(input, to: "\(folder.path)/out.jsonl", onError: reaction)
        #expect(report.failureCounts == [.missingText: 12])
        let parts = try RunManifest(path: "\(folder.path)/_manifest.json").parts
        #expect(parts.reduce(0) { $0 + $1.records } == records)
        #expect(parts.reduce(0) { $0 + $1.errors } == errors)
        #expect(try problems(in: folder.path).isEmpty)
    }
}
