import Glibc
import PostilBatch
import Testing

@Suite("Atomic file")
struct AtomicFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func mode(_ name: String) throws -> mode_t {
        var status = stat()
        try #require(stat("\(folder.path)/\(name)", &status) == 0)
        return status.st_mode & 0o7777
    }

    @Test("the name appears with the commit and not before", arguments: ["out.txt", "out.gz", "out.zst"])
    func commit(_ name: String) throws {
        let file = try AtomicFile(path: "\(folder.path)/\(name)")
        try file.sink.write(Array("whole".utf8))
        #expect(folder.names == [".\(name).part-\(getpid())"])
        try file.commit()
        #expect(folder.names == [name])
        #expect(readAll(try ByteSource(path: "\(folder.path)/\(name)")).bytes == Array("whole".utf8))
        try file.commit()
        file.abandon()
        #expect(folder.names == [name])
    }

    @Test("a file given up leaves what was there")
    func abandon() throws {
        let path = try folder.file("out.txt", Array("old".utf8))
        let file = try AtomicFile(path: path)
        try file.sink.write(Array("new".utf8))
        file.abandon()
        #expect(folder.names == ["out.txt"])
        #expect(try folder.contents("out.txt") == Array("old".utf8))
        try file.commit()
        #expect(try folder.contents("out.txt") == Array("old".utf8))
    }

    @Test("a file let go without a commit is given up")
    func letGo() throws {
        do {
            let file = try AtomicFile(path: "\(folder.path)/out.txt")
            try file.sink.write(Array("new".utf8))
        }
        #expect(folder.names.isEmpty)
    }

    @Test("two writers of one name do not meet, and the later commit stays")
    func twoWriters() throws {
        let path = "\(folder.path)/out.txt"
        let first = try AtomicFile(path: path)
        let second = try AtomicFile(path: path)
        #expect(first.temporaryPath != second.temporaryPath)
        try first.sink.write(Array("first".utf8))
        try second.sink.write(Array("second".utf8))
        try second.commit()
        #expect(try folder.contents("out.txt") == Array("second".utf8))
        try first.commit()
        #expect(try folder.contents("out.txt") == Array("first".utf8))
        #expect(folder.names == ["out.txt"])
    }

    @Test("a failed commit leaves what was there and no rubbish")
    func failedCommit() throws {
        let path = try folder.file("out.txt", Array("old".utf8))
        let file = try AtomicFile(path: path)
        unlink(try #require(file.temporaryPath))
        let error = #expect(throws: StreamError.self) { try file.commit() }
        #expect(error?.code == .outputFailed)
        #expect(error?.message.hasPrefix("cannot rename") == true)
        #expect(folder.names == ["out.txt"])
        #expect(try folder.contents("out.txt") == Array("old".utf8))
    }

    @Test("a new file has the permissions of any new file, a replaced one keeps its own")
    func permissions() throws {
        let descriptor = open("\(folder.path)/usual", O_WRONLY | O_CREAT, 0o666)
        close(descriptor)
        try AtomicFile(path: "\(folder.path)/new").commit()
        #expect(try mode("new") == (try mode("usual")))
        let secret = try folder.file("secret", [])
        #expect(chmod(secret, 0o600) == 0)
        try AtomicFile(path: secret).commit()
        #expect(try mode("secret") == 0o600)
    }

    @Test("a symbolic link goes on leading to the file that is replaced")
    func symbolicLink() throws {
        _ = try folder.file("real.txt", Array("old".utf8))
        #expect(symlink("real.txt", "\(folder.path)/link") == 0)
        let file = try AtomicFile(path: "\(folder.path)/link")
        try file.sink.write(Array("new".utf8))
        try file.commit()
        #expect(try folder.contents("real.txt") == Array("new".utf8))
        var status = stat()
        #expect(lstat("\(folder.path)/link", &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test("a device is written directly and a folder refused")
    func specialFiles() throws {
        let device = try AtomicFile(path: "/dev/null")
        #expect(device.temporaryPath == nil)
        try device.sink.write([1, 2, 3])
        try device.commit()
        let full = try AtomicFile(path: "/dev/full")
        #expect(#expect(throws: StreamError.self) { try full.sink.write([1]) }?.code == .diskFull)
        #expect(#expect(throws: StreamError.self) { try full.commit() }?.code == .diskFull)
        #expect(#expect(throws: StreamError.self) { try AtomicFile(path: folder.path) }?.code == .isDirectory)
        let missing = #expect(throws: StreamError.self) { try AtomicFile(path: "\(folder.path)/no/out.txt") }
        #expect(missing?.code == .outputFailed)
        #expect(missing?.path == "\(folder.path)/no/out.txt")
    }

    @Test("names of any allowed length and letters work", arguments: [250, 255])
    func longNames(_ length: Int) throws {
        let name = String(repeating: "é", count: length / 2) + (length % 2 == 1 ? "x" : "")
        let file = try AtomicFile(path: "\(folder.path)/\(name)")
        try file.sink.write([7])
        try file.commit()
        #expect(try folder.contents(name) == [7])
        #expect(folder.names == [name])
    }

    @Test("a name without a folder gets its temporary file beside it")
    func relativeName() throws {
        let file = try AtomicFile(path: "postil-test-relative.txt")
        #expect(file.temporaryPath == ".postil-test-relative.txt.part-\(getpid())")
        file.abandon()
    }
}
