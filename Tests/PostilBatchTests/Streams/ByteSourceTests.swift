import Glibc
import PostilBatch
import Testing

@Suite("Byte source")
struct ByteSourceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What the command-line programs gzip and zstd make of two short lines.
    static let foreign: [(Compression, [UInt8])] = [
        (
            .gzip,
            [
                0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xF3, 0xCB, 0xCC, 0x4B,
                0x55, 0x28, 0xC9, 0xCC, 0x53, 0x48, 0xCA, 0x4F, 0x2C, 0x29, 0xE6, 0x2A, 0xCA, 0x2F,
                0xCD, 0x4B, 0x51, 0x28, 0xC9, 0x48, 0x55, 0x48, 0x2A, 0xCD, 0xAF, 0xD4, 0xE3, 0x02,
                0x00, 0x9B, 0x5C, 0x8E, 0x5C, 0x1F, 0x00, 0x00, 0x00,
            ]
        ),
        (
            .zstd,
            [
                0x28, 0xB5, 0x2F, 0xFD, 0x24, 0x1F, 0xF9, 0x00, 0x00, 0x4E, 0x69, 0x6E, 0x65, 0x20,
                0x74, 0x69, 0x6E, 0x20, 0x62, 0x6F, 0x61, 0x74, 0x73, 0x0A, 0x72, 0x6F, 0x75, 0x6E,
                0x64, 0x20, 0x74, 0x68, 0x65, 0x20, 0x62, 0x75, 0x6F, 0x79, 0x2E, 0x0A, 0x5F, 0x11,
                0xBA, 0xC5,
            ]
        ),
    ]

    @Test("reads what other programs have packed", arguments: foreign)
    func readsForeign(_ compression: Compression, _ bytes: [UInt8]) throws {
        let source = try ByteSource(path: try folder.file("packed", bytes))
        #expect(String(decoding: readAll(source).bytes, as: UTF8.self) == "Nine tin boats\nround the buoy.\n")
        #expect(source.compression == compression)
        #expect(source.bytesTaken == bytes.count)
    }

    @Test("what is written is read again", arguments: [Compression.none, .gzip, .zstd])
    func roundTrip(_ compression: Compression) throws {
        let block = ByteSink.blockSize
        for count in [1, 2, 3, 4, 1_000, block - 1, block, block + 1, 2 * block, 3 * block + 77] {
            let text = sampleText(count)
            let path = try folder.file("text", try folder.packed([text], compression))
            for step in count < 2_000 ? [1, 7, 1 << 16] : [1 << 12, 1 << 20] {
                let source = try ByteSource(path: path)
                let (bytes, error) = readAll(source, step: step)
                #expect(error == nil)
                let isSame = bytes == text
                #expect(isSame, "\(count) bytes by \(step)")
                #expect(source.compression == compression)
            }
        }
    }

    @Test("parts that were packed apart are read as one", arguments: [Compression.gzip, .zstd])
    func members(_ compression: Compression) throws {
        let parts = (0..<50).map { sampleText($0 * 37) }
        let path = try folder.file("parts", try folder.packed(parts, compression))
        let (bytes, error) = readAll(try ByteSource(path: path), step: 100)
        #expect(error == nil)
        #expect(bytes == Array(parts.joined()))
    }

    @Test("a file cut off anywhere gives its start, then the error", arguments: [Compression.gzip, .zstd])
    func truncated(_ compression: Compression) throws {
        let parts = [sampleText(900), sampleText(300)]
        let first = try folder.packed([parts[0]], compression)
        let whole = try folder.packed(parts, compression)
        let text = Array(parts.joined())
        let name = compression == .gzip ? "cut.gz" : "cut.zst"
        for length in 0..<whole.count {
            let path = try folder.file(name, Array(whole[..<length]))
            let (bytes, error) = readAll(try ByteSource(path: path))
            #expect(text.starts(with: bytes))
            if length >= first.count { #expect(bytes.count >= parts[0].count) }
            let expected: StreamError.Code = compression == .gzip ? .truncatedGzip : .truncatedZstd
            #expect(error?.code == (length == first.count ? nil : expected), "\(length) of \(whole.count) bytes")
        }
    }

    @Test("a changed byte is found, or changes nothing", arguments: [Compression.gzip, .zstd])
    func corrupt(_ compression: Compression) throws {
        let text = sampleText(600)
        let whole = try folder.packed([text], compression)
        let codes: [StreamError.Code] =
            compression == .gzip ? [.corruptGzip, .truncatedGzip] : [.corruptZstd, .truncatedZstd]
        let signature = compression == .gzip ? 2 : 4
        var faults = 0
        for index in signature..<whole.count {
            for mask in [0x01, 0x80, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[index] ^= mask
                let (read, error) = readAll(try ByteSource(path: try folder.file("changed", bytes)))
                if let error {
                    faults += 1
                    #expect(codes.contains(error.code))
                    #expect(!error.message.isEmpty)
                } else {
                    #expect(read == text, "byte \(index) changed by \(mask)")
                }
            }
        }
        #expect(faults > whole.count * 2)
    }

    @Test("what lies before a fault is delivered, and the error stays", arguments: [Compression.gzip, .zstd])
    func faultAfterData(_ compression: Compression) throws {
        let text = sampleText(5_000)
        let path = try folder.file("garbage", try folder.packed([text], compression) + Array("not packed".utf8))
        let source = try ByteSource(path: path)
        let (bytes, error) = readAll(source)
        #expect(bytes == text)
        #expect(error?.code == (compression == .gzip ? .corruptGzip : .corruptZstd))
        #expect(readAll(source).error == error)
        #expect(readAll(source).bytes.isEmpty)
    }

    @Test("zero bytes behind the last gzip member are padding")
    func padding() throws {
        let text = sampleText(100)
        let packed = try folder.packed([text], .gzip)
        for count in [1, 3, 1_000, 200_000] {
            let padded = packed + [UInt8](repeating: 0, count: count)
            let (bytes, error) = readAll(try ByteSource(path: try folder.file("padded", padded)))
            #expect(error == nil)
            #expect(bytes == text)
        }
        let between = packed + [0, 0, 0] + packed
        let (bytes, error) = readAll(try ByteSource(path: try folder.file("between", between)))
        #expect(error == nil)
        #expect(bytes == text + text)
    }

    @Test("the bytes decide, whatever the name says")
    func wrongName() throws {
        let text = sampleText(200)
        let cases: [(String, [UInt8], Compression)] = [
            ("plain.gz", text, .none), ("plain.zst", text, .none),
            ("packed.txt", try folder.packed([text], .gzip), .gzip),
            ("other.gz", try folder.packed([text], .zstd), .zstd),
            ("other.zst", try folder.packed([text], .gzip), .gzip),
        ]
        for (name, bytes, compression) in cases {
            let source = try ByteSource(path: try folder.file(name, bytes))
            #expect(readAll(source).bytes == text, "\(name)")
            #expect(source.compression == compression)
        }
    }

    @Test(
        "short files that only look packed are read as they are",
        arguments: [[], [0x1F], [0x28], [0x28, 0xB5], [0x28, 0xB5, 0x2F], [0x50], [0x50, 0x2A], [0x50, 0x2A, 0x4D]]
            as [[UInt8]]
    )
    func shortFiles(_ bytes: [UInt8]) throws {
        for more in [[], Array("PQ*\n".utf8)] as [[UInt8]] {
            let (read, error) = readAll(try ByteSource(path: try folder.file("short", bytes + more)))
            #expect(error == nil)
            #expect(read == bytes + more)
        }
    }

    @Test("an empty file is empty, but not under the name of a packed one")
    func emptyFile() throws {
        #expect(readAll(try ByteSource(path: try folder.file("empty.txt", []))).error == nil)
        #expect(readAll(try ByteSource(path: try folder.file("empty.gz", []))).error?.code == .truncatedGzip)
        #expect(readAll(try ByteSource(path: try folder.file("empty.zst", []))).error?.code == .truncatedZstd)
        for compression in [Compression.gzip, .zstd] {
            let path = try folder.file("nothing", try folder.packed([], compression))
            let source = try ByteSource(path: path)
            let (bytes, error) = readAll(source)
            #expect(bytes.isEmpty && error == nil)
            #expect(source.compression == compression)
        }
    }

    @Test("a frame that Zstandard tells readers to skip is skipped")
    func skippableFrame() throws {
        let text = sampleText(50)
        let skippable: [UInt8] = [0x53, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9]
        let packed = skippable + (try folder.packed([text], .zstd)) + skippable
        let (bytes, error) = readAll(try ByteSource(path: try folder.file("skip", packed)))
        #expect(error == nil)
        #expect(bytes == text)
    }

    @Test("a missing file and a folder are told apart")
    func unreadable() throws {
        let missing = #expect(throws: StreamError.self) { try ByteSource(path: "\(folder.path)/missing") }
        #expect(missing?.code == .inputUnreadable)
        #expect(missing?.systemError == ENOENT)
        #expect(missing?.path == "\(folder.path)/missing")
        #expect(missing?.message.contains("No such file") == true)
        let directory = #expect(throws: StreamError.self) { try ByteSource(path: folder.path) }
        #expect(directory?.code == .isDirectory)
    }

    @Test("a descriptor that cannot be read is an error, not an end")
    func unreadableDescriptor() throws {
        let ends = try makePipe()
        defer { close(ends.reading) }
        let source = ByteSource(descriptor: ends.writing, name: "wrong end", closesDescriptor: true)
        let (_, error) = readAll(source)
        #expect(error?.code == .inputUnreadable)
        #expect(error?.systemError == EBADF)
        #expect(error?.description.hasPrefix("wrong end: cannot read") == true)
    }

    @Test("a pipe delivers what is there without waiting for more")
    func pipeDelivers() throws {
        let ends = try makePipe()
        defer { close(ends.writing) }
        let source = ByteSource(descriptor: ends.reading, name: "pipe", closesDescriptor: true)
        var buffer = [UInt8](repeating: 0, count: 100)
        for text in ["P\n", "x", "more\n"] {
            #expect(write(ends.writing, text, text.utf8.count) == text.utf8.count)
            let outcome = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            #expect(outcome == .bytes(text.utf8.count))
        }
    }

    @Test("packed bytes may come one by one", arguments: [Compression.none, .gzip, .zstd])
    func oneByOne(_ compression: Compression) throws {
        let text = sampleText(700)
        let packed = try folder.packed([text, text], compression)
        let ends = try makePipe()
        let reading = try Background {
            readAll(ByteSource(descriptor: ends.reading, name: "pipe", closesDescriptor: true), step: 64)
        }
        for byte in packed {
            var byte = byte
            #expect(write(ends.writing, &byte, 1) == 1)
            sched_yield()
        }
        close(ends.writing)
        let (bytes, error) = try reading.value()
        #expect(error == nil)
        #expect(bytes == text + text)
    }

    @Test("what has come is unpacked to its end before more is waited for", arguments: [Compression.gzip, .zstd])
    func unpacksWhatHasCome(_ compression: Compression) throws {
        let text = sampleText(5_000)
        let packed = try folder.packed([text], compression)
        let ends = try makePipe()
        let wake = try makePipe()
        defer { for end in [ends.writing, wake.reading, wake.writing] { close(end) } }
        // Without the last bytes, so that the end of the member does not end the unpacking.
        let sent = packed.dropLast(compression == .gzip ? 8 : 4)
        #expect(sent.withUnsafeBytes { write(ends.writing, $0.baseAddress, $0.count) } == sent.count)
        let source = ByteSource(descriptor: ends.reading, name: "pipe", closesDescriptor: true, wakeUp: wake.reading)
        var buffer = [UInt8](repeating: 0, count: 64)
        #expect(try buffer.withUnsafeMutableBytes { try source.read(into: $0) } == .bytes(64))
        var bytes = buffer
        // From here on, waiting ends at once.
        #expect(write(wake.writing, "!", 1) == 1)
        while case .bytes(let count) = try buffer.withUnsafeMutableBytes({ try source.read(into: $0) }) {
            bytes += buffer[..<count]
        }
        #expect(bytes == text)
    }

    @Test("a wake-up ends the waiting, and reading may go on after it")
    func interrupted() throws {
        let ends = try makePipe()
        let wake = try makePipe()
        defer { for end in [ends.writing, wake.reading, wake.writing] { close(end) } }
        let reading = try Background {
            let source = ByteSource(
                descriptor: ends.reading,
                name: "pipe",
                closesDescriptor: true,
                wakeUp: wake.reading
            )
            var buffer = [UInt8](repeating: 0, count: 10)
            let first = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            var signal: UInt8 = 0
            #expect(read(wake.reading, &signal, 1) == 1)
            #expect(write(ends.writing, "abc", 3) == 3)
            let second = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            return [first, second]
        }
        #expect(write(wake.writing, "!", 1) == 1)
        #expect(try reading.value() == [.interrupted, .bytes(3)])
    }
}
