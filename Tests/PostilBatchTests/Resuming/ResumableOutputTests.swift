import Glibc
import Postil
import Synchronization
import Testing

@Suite("Going on with runs")
struct ResumableOutputTests {
    private static let pipeline = try? Pipeline.standard(providing: ["sentences", "numbers"])

    /// A file of 900 records, some megabytes in all, of few tokens.
    private func corpus(in folder: TemporaryFolder) throws -> String {
        var text = ""
        for number in 0..<900 {
            let word = String(repeating: "baa", count: number % 100 == 99 ? 20_000 : 1_000)
            text += "{\"id\":\(number),\"text\":\"Herd \(number) says \(word). It has 12 goats.\"}\n"
        }
        return try folder.file("in.jsonl", Array(text.utf8))
    }

    /// Runs until the output holds about `documents`, or to the end, and says how it ended.
    private func run(
        _ input: String,
        to output: String,
        stoppingAfter documents: Int? = nil,
        earlier: ResumableOutput.Earlier = .resume(ignoringChanges: false),
        options: BatchOptions = BatchOptions(workerCount: 2, record: RecordOptions(layers: ["sentences", "numbers"]))
    ) throws -> BatchReport {
        let pipeline = try #require(ResumableOutputTests.pipeline)
        let inputs = [BatchInput(path: input)]
        let file = try ResumableOutput(
            path: output,
            identity: RunIdentity(pipeline: pipeline, options: options, inputs: inputs),
            earlier: earlier,
            interval: .zero
        )
        let stop = StopSignal()
        let runner = BatchRunner(pipeline: pipeline, options: options)
        return try file.run(inputs, with: runner, stop: stop) { report in
            if let documents, report.documents >= documents { stop.request(SIGINT) }
        }.report
    }

    @Test(
        "what is stopped again and again ends with the same bytes",
        arguments: ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"]
    )
    func sameBytes(_ name: String) throws {
        let folder = try TemporaryFolder()
        let input = try corpus(in: folder)
        #expect(try run(input, to: "\(folder.path)/whole-\(name)").end == .complete)
        let output = "\(folder.path)/\(name)"
        var stops = 0
        for documents in [1, 250, 300, 301, 600, 800] {
            let report = try run(input, to: output, stoppingAfter: documents)
            if report.end == .interrupted { stops += 1 } else { break }
            #expect(folder.names.contains("\(name).journal"))
            #expect(!folder.names.contains(name))
        }
        #expect(stops > 1)
        if stops == 6 { #expect(try run(input, to: output).documents == 900) }
        #expect(try folder.contents(name) == folder.contents("whole-\(name)"))
        #expect(folder.names == ["in.jsonl", name, "whole-\(name)"].sorted())
    }

    @Test("an earlier run is neither lost nor mixed with another one")
    func refusals() throws {
        let folder = try TemporaryFolder()
        let input = try corpus(in: folder)
        let output = "\(folder.path)/out.jsonl"
        try #require(try run(input, to: output, stoppingAfter: 300).end == .interrupted)
        let others = BatchOptions(workerCount: 2, record: RecordOptions(layers: ["sentences"]))
        for (earlier, options) in [
            (ResumableOutput.Earlier.refuse, nil), (.resume(ignoringChanges: false), others),
        ] {
            let error = #expect(throws: StreamError.self) {
                if let options {
                    _ = try run(input, to: output, earlier: earlier, options: options)
                } else {
                    _ = try run(input, to: output, earlier: earlier)
                }
            }
            #expect(error?.code == .journalRefused)
        }
        #expect(try run(input, to: output, earlier: .discard).documents == 900)
        #expect(folder.names == ["in.jsonl", "out.jsonl"])
        #expect(try run(input, to: output).documents == 0)
    }

    @Test("shares hold each document once", arguments: [1, 2, 7])
    func shares(_ count: Int) throws {
        let folder = try TemporaryFolder()
        let input = try corpus(in: folder)
        var total = 0
        for index in 1...count {
            var options = BatchOptions(workerCount: 1, record: RecordOptions(layers: ["sentences"]))
            options.share = DocumentShare("\(index)/\(count)")
            total += try run(input, to: "\(folder.path)/\(index)", options: options).documents
        }
        #expect(total == 900)
        for text in ["0/3", "4/3", "3", "a/b", "1/0", "-1/2", "1/2/3", ""] { #expect(DocumentShare(text) == nil) }
    }
}
