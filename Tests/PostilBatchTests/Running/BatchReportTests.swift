import Postil
import Testing

@Suite struct BatchReportTests {
    private func report(of bytes: [UInt8], named name: String, form: BatchInput.Form = .auto) throws -> BatchReport {
        let folder = try TemporaryFolder()
        let path = try folder.file(name, bytes)
        let sink = try ByteSink(path: "\(folder.path)/out")
        let runner = BatchRunner(pipeline: try Pipeline.standard(), options: BatchOptions(workerCount: 2))
        return runner.run([BatchInput(path: path, form: form)], to: sink)
    }

    @Test(arguments: [("text.txt", BatchInput.Form.auto, 1), ("text.txt", .lines, 3), ("text.txt", .jsonl, 3)])
    func everyByteOfInputIsCountedOnce(name: String, form: BatchInput.Form, documents: Int) throws {
        let bytes = Array("One.\nTwo and É.\nThree \u{FEFF}.\n".utf8)
        let report = try report(of: bytes, named: name, form: form)
        #expect(report.documents == documents)
        #expect(report.inputBytes == bytes.count)
    }

    @Test func aTextThatIsNotUTF8IsCountedToo() throws {
        let report = try report(of: [0x61, 0xFF, 0x62], named: "text.txt")
        #expect(report.failed == 1)
        #expect(report.inputBytes == 3)
        #expect(report.textBytes == 0)
    }
}
