import Foundation
import Postil
import PostilBatch
import Testing

@testable import PostilPlugins

@Suite struct PluginBatchTests {
    /// The records of some hundred documents, one in thirty of which the program does not survive.
    private static func records(workers: Int, pipeline: Pipeline, folder: TemporaryFolder) throws -> [UInt8] {
        let lines = (0..<300).map { number in
            #"{"id":"d\#(number)","text":"\#(number % 30 == 11 ? "A CRASH." : "Text \(number).")"}"#
        }
        try folder.write(lines.joined(separator: "\n") + "\n", to: "in.jsonl")
        let output = "\(folder.path)/out-\(workers).jsonl"
        let file = try AtomicFile(path: output)
        let options = BatchOptions(workerCount: workers, record: RecordOptions(layers: ["org.example.first"]))
        let report = BatchRunner(pipeline: pipeline, options: options)
            .run([BatchInput(path: "\(folder.path)/in.jsonl", form: .jsonl)], to: file.sink)
        try file.commit()
        #expect(report.documents == 300 && report.failed == 0 && report.warned >= 10)
        return try PluginFiles.contents(of: output).get()
    }

    @Test func recordsAreTheSameForAnyNumberOfWorkers() throws {
        let folder = try TemporaryFolder()
        let one = try Self.records(workers: 1, pipeline: try TestPlugins.pipeline(), folder: folder)
        let three = try Self.records(workers: 3, pipeline: try TestPlugins.pipeline(), folder: folder)
        #expect(one == three)
        let text = String(decoding: one, as: UTF8.self)
        #expect(text.split(separator: "\n").count == 300)
        #expect(text.ranges(of: #""code":"plugin-crashed","annotator":"org.example.first""#).count == 10)
        #expect(text.ranges(of: #""type":"FIRST""#).count == 290)
    }

    @Test func programsThatAreKilledMeanwhileLoseNothing() throws {
        let folder = try TemporaryFolder()
        let calm = try Self.records(workers: 1, pipeline: try TestPlugins.pipeline(), folder: folder)
        let host = try TestPlugins.host("victim") { $0.limits.restarts = 1000 }
        let pipeline = try Pipeline(name: "test", steps: [ProcessAnnotator(host: host)])
        let killer = Thread {
            while !Thread.current.isCancelled {
                for pid in Self.children(named: "victim") { kill(pid, SIGKILL) }
                usleep(150_000)
            }
        }
        killer.start()
        let disturbed = try Self.records(workers: 2, pipeline: pipeline, folder: folder)
        killer.cancel()
        // A program that is killed with its first document alone is blamed on that; all others are as without it.
        let lines = zip(calm.split(separator: 0x0A), disturbed.split(separator: 0x0A))
        #expect(lines.count { $0 != $1 } < 30)
    }

    /// The programs that this process has started with `name` in their command.
    private static func children(named name: String) -> [pid_t] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        let list = tasks.flatMap { (try? PluginFiles.contents(of: "/proc/self/task/\($0)/children").get()) ?? [] }
        return String(decoding: list, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }.filter { pid in
            let command = (try? PluginFiles.contents(of: "/proc/\(pid)/cmdline").get()) ?? []
            return String(decoding: command, as: UTF8.self).contains(name)
        }
    }
}
