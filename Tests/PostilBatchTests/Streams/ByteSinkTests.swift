import Glibc
import PostilBatch
import Testing

@Suite("Byte sink")
struct ByteSinkTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("packed bytes depend on nothing but the bytes", arguments: ["out.gz", "out.zst", "out.txt"])
    func deterministic(_ name: String) throws {
        let text = sampleText(ByteSink.blockSize * 2 + 12_345)
        var outputs: Set<[UInt8]> = []
        for step in [text.count, ByteSink.blockSize, 100_000, 4_097] {
            let sink = try ByteSink(path: "\(folder.path)/\(name)")
            for start in stride(from: 0, to: text.count, by: step) {
                try sink.write(Array(text[start..<min(start + step, text.count)]))
            }
            try sink.finish()
            let contents = try folder.contents(name)
            #expect(sink.bytesWritten == contents.count)
            outputs.insert(contents)
        }
        #expect(outputs.count == 1)
        #expect(readAll(try ByteSource(path: "\(folder.path)/\(name)")).bytes == text)
    }

    @Test("a gzip member tells neither name nor time")
    func gzipHeader() throws {
        let packed = try folder.packed([sampleText(10)], .gzip)
        #expect(packed.prefix(8) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    }

    @Test("what was flushed can be read before the sink is finished", arguments: ["out.gz", "out.zst", "out.txt"])
    func flush(_ name: String) throws {
        let path = "\(folder.path)/\(name)"
        let sink = try ByteSink(path: path)
        try sink.write(Array("first\n".utf8))
        try sink.flush()
        #expect(sink.bytesWritten == (try folder.contents(name)).count)
        #expect(readAll(try ByteSource(path: path)).bytes == Array("first\n".utf8))
        try sink.flush()
        try sink.write(Array("second\n".utf8))
        try sink.synchronize()
        try sink.finish()
        try sink.finish()
        #expect(readAll(try ByteSource(path: path)).bytes == Array("first\nsecond\n".utf8))
    }

    @Test("appending keeps what is there, opening anew does not", arguments: ["out.gz", "out.zst", "out.txt"])
    func appending(_ name: String) throws {
        let path = "\(folder.path)/\(name)"
        for (text, appends) in [("old", false), ("one ", false), ("two", true)] {
            let sink = try ByteSink(path: path, appends: appends)
            try sink.write(Array(text.utf8))
            try sink.finish()
        }
        #expect(readAll(try ByteSource(path: path)).bytes == Array("one two".utf8))
    }

    @Test("a full disk is reported, and stays reported", arguments: [Compression.none, .gzip, .zstd])
    func diskFull(_ compression: Compression) throws {
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        let sink = try ByteSink(
            descriptor: descriptor,
            name: "out.jsonl",
            closesDescriptor: true,
            compression: compression
        )
        let error = #expect(throws: StreamError.self) {
            try sink.write(sampleText(100))
            try sink.finish()
        }
        #expect(error?.code == .diskFull)
        #expect(error?.systemError == ENOSPC)
        #expect(error?.description.hasPrefix("out.jsonl: cannot write: No space left") == true)
        for _ in 0..<2 {
            #expect(#expect(throws: StreamError.self) { try sink.write([1]) } == error)
            #expect(#expect(throws: StreamError.self) { try sink.finish() } == error)
        }
        #expect(sink.bytesWritten == 0)
    }

    @Test("a pipe that nobody reads any more is told from other faults")
    func closedPipe() throws {
        // The system would end the test's process otherwise.
        signal(SIGPIPE, SIG_IGN)
        let ends = try makePipe()
        close(ends.reading)
        let sink = try ByteSink(descriptor: ends.writing, name: "pipe", closesDescriptor: true)
        let error = #expect(throws: StreamError.self) { try sink.write([1]) }
        #expect(error?.code == .closedPipe)
        #expect(error?.systemError == EPIPE)
    }

    @Test("places that cannot be written are named")
    func unwritable() throws {
        let folderError = #expect(throws: StreamError.self) { try ByteSink(path: folder.path) }
        #expect(folderError?.code == .isDirectory)
        let missing = #expect(throws: StreamError.self) { try ByteSink(path: "\(folder.path)/no/such.txt") }
        #expect(missing?.code == .outputFailed)
        #expect(missing?.systemError == ENOENT)
        let ends = try makePipe()
        defer { close(ends.writing) }
        let sink = try ByteSink(descriptor: ends.reading, name: "wrong end", closesDescriptor: true)
        #expect(#expect(throws: StreamError.self) { try sink.write([1]) }?.code == .outputFailed)
    }

    @Test("a slow reader gets everything, whether writing waits in the system or is told to come again")
    func partialWrites() throws {
        for isNonBlocking in [false, true] {
            let text = sampleText(1 << 20)
            let ends = try makePipe()
            if isNonBlocking { #expect(fcntl(ends.writing, F_SETFL, O_NONBLOCK) == 0) }
            let reading = try Background { try rawBytes(of: ends.reading) }
            let sink = try ByteSink(descriptor: ends.writing, name: "pipe", closesDescriptor: true)
            try sink.write(text)
            try sink.finish()
            let isSame = try reading.value() == text
            #expect(isSame)
            close(ends.reading)
        }
    }

    @Test("reading waits for a descriptor that says there is nothing yet")
    func nonBlockingSource() throws {
        let ends = try makePipe()
        #expect(fcntl(ends.reading, F_SETFL, O_NONBLOCK) == 0)
        let reading = try Background {
            readAll(ByteSource(descriptor: ends.reading, name: "pipe", closesDescriptor: true))
        }
        // Mostly long enough for the reader to come first; the outcome is the same if it does not.
        usleep(20_000)
        #expect(write(ends.writing, "late", 4) == 4)
        close(ends.writing)
        let (bytes, error) = try reading.value()
        #expect(error == nil)
        #expect(bytes == Array("late".utf8))
    }
}
