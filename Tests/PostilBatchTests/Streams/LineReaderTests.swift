import Glibc
import PostilBatch
import Testing

@Suite("Line reader")
struct LineReaderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// All lines with their bytes, and the error that ended them.
    private func lines(
        _ reader: LineReader
    ) -> (lines: [(line: LineReader.Line, text: String)], error: StreamError?) {
        var result: [(LineReader.Line, String)] = []
        do throws(StreamError) {
            while case .line(let line) = try reader.next() {
                result.append((line, reader.withBytes { String(decoding: $0, as: UTF8.self) }))
            }
            return (result, nil)
        } catch {
            return (result, error)
        }
    }

    @Test(
        "lines end at line breaks, and a last one without is a line",
        arguments: [
            ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\n", ["", ""]),
            ("a\n\nb\n", ["a", "", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("\r\n\r\n", ["", ""]), ("a\rb\n", ["a\rb"]),
            ("a\r\r\n", ["a\r"]), ("a\r", ["a\r"]), ("é\u{2028}\u{85}x\n", ["é\u{2028}\u{85}x"]),
            ("\u{0}\n", ["\u{0}"]),
            ("exactly sixteen.\nthen\n", ["exactly sixteen.", "then"]),
            ("fifteen letters\n\n", ["fifteen letters", ""]),
        ] as [(String, [String])]
    )
    func breaks(_ text: String, _ expected: [String]) throws {
        for capacity in [0, 17, 64, 1 << 18] {
            let source = try ByteSource(path: try folder.file("lines", Array(text.utf8)))
            let (found, error) = lines(LineReader(source, capacity: capacity))
            #expect(error == nil)
            #expect(found.map(\.text) == expected)
            #expect(found.map(\.line.number) == expected.indices.map { $0 + 1 })
            #expect(found.dropLast().allSatisfy { $0.line.isTerminated })
            #expect(found.last?.line.isTerminated == (expected.isEmpty ? nil : text.utf8.last == 0x0A))
        }
    }

    @Test("the carriage return stays where it is asked for")
    func keepsCarriageReturn() throws {
        let source = try ByteSource(path: try folder.file("lines", Array("a\r\nb\r\n".utf8)))
        #expect(lines(LineReader(source, trimsCarriageReturn: false)).lines.map(\.text) == ["a\r", "b\r"])
    }

    @Test("offsets lead to the line's first byte", arguments: [Compression.none, .gzip, .zstd])
    func offsets(_ compression: Compression) throws {
        let text = sampleText(200_000)
        let path = try folder.file("text", try folder.packed([text], compression))
        for (limit, capacity) in [(Int.max, 16), (.max, 1_000), (40, 64), (1, 16)] {
            let reader = LineReader(try ByteSource(path: path), maximumCount: limit, capacity: capacity)
            let (found, error) = lines(reader)
            #expect(error == nil)
            let expected = text.split(separator: 0x0A, omittingEmptySubsequences: false)
            #expect(found.count == expected.count)
            for ((line, bytes), whole) in zip(found, expected) {
                #expect(line.offset == whole.startIndex)
                #expect(line.isCut == (whole.count > limit))
                #expect(line.count == min(whole.count, limit))
                #expect(bytes == String(decoding: whole.prefix(limit), as: UTF8.self))
            }
        }
    }

    @Test("a line of a hundred megabytes is one line")
    func longLine() throws {
        let count = 100 << 20
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        let path = "\(folder.path)/long.zst"
        let sink = try ByteSink(path: path)
        try sink.write(Array("short\n".utf8))
        for _ in 0..<100 { try sink.write(piece) }
        try sink.write(Array("\nlast".utf8))
        try sink.finish()

        let reader = LineReader(try ByteSource(path: path))
        var counts: [Int] = []
        while case .line(let line) = try reader.next() {
            counts.append(line.count)
            reader.withBytes { #expect($0.count == line.count) }
        }
        #expect(counts == [5, count, 4])

        let cutting = LineReader(try ByteSource(path: path), maximumCount: 1_000, capacity: 4_096)
        let found = lines(cutting).lines
        #expect(found.map(\.line.count) == [5, 1_000, 4])
        #expect(found.map(\.line.isCut) == [false, true, false])
        #expect(found.map(\.line.offset) == [0, 6, 6 + count + 1])
    }

    @Test("a line as long as the limit is whole, with either line break", arguments: ["\n", "\r\n"])
    func limit(_ lineBreak: String) throws {
        for length in 30...34 {
            let text = String(repeating: "y", count: length) + lineBreak + "z"
            let source = try ByteSource(path: try folder.file("lines", Array(text.utf8)))
            let found = lines(LineReader(source, maximumCount: 32, capacity: 16)).lines
            #expect(found.map(\.text) == [String(repeating: "y", count: min(length, 32)), "z"])
            #expect(found.map(\.line.isCut) == [length > 32, false])
            #expect(found.last?.line.offset == length + lineBreak.utf8.count)
        }
    }

    @Test("whole lines come before the error of a cut-off file, and the incomplete one never")
    func truncated() throws {
        let text = "first line\nsecond line\nthird"
        let packed = try folder.packed([Array(text.utf8), Array(" line\n".utf8)], .gzip)
        let reader = LineReader(try ByteSource(path: try folder.file("cut.gz", packed.dropLast())))
        let (found, error) = lines(reader)
        #expect(found.map(\.text).prefix(2) == ["first line", "second line"])
        #expect(error?.code == .truncatedGzip)
        let again = #expect(throws: StreamError.self) { try reader.next() }
        #expect(again == error)

        let short = LineReader(try ByteSource(path: try folder.file("cut.gz", packed.dropLast(12))))
        let (fewer, shortError) = lines(short)
        #expect(fewer.map(\.text) == ["first line", "second line"])
        #expect(shortError?.code == .truncatedGzip)
    }

    @Test("an interrupted line is read on from where it stood")
    func interrupted() throws {
        let ends = try makePipe()
        let wake = try makePipe()
        defer { for end in [ends.writing, wake.reading, wake.writing] { close(end) } }
        let source = ByteSource(descriptor: ends.reading, name: "pipe", closesDescriptor: true, wakeUp: wake.reading)
        let reader = LineReader(source)
        #expect(write(ends.writing, "one\ntw", 6) == 6)
        #expect(try reader.next() != .interrupted)
        #expect(write(wake.writing, "!", 1) == 1)
        #expect(try reader.next() == .interrupted)
        #expect(try reader.next() == .interrupted)
        var signal: UInt8 = 0
        #expect(read(wake.reading, &signal, 1) == 1)
        #expect(write(ends.writing, "o\n", 2) == 2)
        guard case .line(let line) = try reader.next() else {
            Issue.record("no line after the interruption")
            return
        }
        #expect(line.number == 2 && line.offset == 4)
        #expect(reader.withBytes { Array($0) } == Array("two".utf8))
    }
}
