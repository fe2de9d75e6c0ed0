import Glibc
import PostilBatch
import Testing

/// A folder that goes with its last reference, and with all that is in it.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/postil-tests-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// The files in it, by name.
    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Writes a file and returns its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = "\(path)/\(name)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            try #require(count > 0)
            written += count
        }
        return path
    }

    /// The bytes of a file as they lie on the disk.
    func contents(_ name: String) throws -> [UInt8] { try rawBytes(of: "\(path)/\(name)") }

    /// Packs parts, each into a member of its own, and returns the packed bytes.
    func packed(_ parts: [[UInt8]], _ compression: Compression) throws -> [UInt8] {
        let name = "packing-scratch"
        let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        try #require(descriptor >= 0)
        let sink = try ByteSink(
            descriptor: descriptor,
            name: name,
            closesDescriptor: true,
            compression: compression
        )
        for part in parts {
            try sink.write(part)
            try sink.flush()
        }
        try sink.finish()
        defer { unlink("\(path)/\(name)") }
        return try contents(name)
    }
}

/// The bytes of a file as they lie on the disk.
func rawBytes(of path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    return try rawBytes(of: descriptor)
}

/// The bytes that come from a descriptor up to its end.
func rawBytes(of descriptor: Int32) throws -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        try #require(count >= 0)
        if count == 0 { return result }
        result += buffer[..<count]
    }
}

/// A pipe's two ends; the caller closes them.
func makePipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    return (ends[0], ends[1])
}

/// Everything that a source delivers, and the error that ended it.
func readAll(_ source: ByteSource, step: Int = 1 << 16) -> (bytes: [UInt8], error: StreamError?) {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: step)
    while true {
        do throws(StreamError) {
            let outcome = try buffer.withUnsafeMutableBufferPointer { buffer throws(StreamError) in
                try source.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            guard case .bytes(let count) = outcome else { return (result, nil) }
            result += buffer[..<count]
        } catch {
            return (result, error)
        }
    }
}

/// Text of a given length that packs neither to nothing nor badly.
func sampleText(_ count: Int) -> [UInt8] {
    let words = ["harbour", "lantern", "seventeen", "brisk", "the", "of", "ledger", "café", "“tide”", "north"]
    var state: UInt64 = 42
    var result: [UInt8] = []
    result.reserveCapacity(count + 16)
    while result.count < count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        result += words[Int(state >> 33) % words.count].utf8
        result.append(state >> 60 == 0 ? 0x0A : 0x20)
    }
    return Array(result.prefix(count))
}

/// Work on a thread of its own, so that it may block without holding up the tests' few threads.
final class Background<Value> {
    private final class Work {
        var result: Result<Value, any Error>?
    }

    private let work: Work
    private var thread = pthread_t()

    init(_ body: @escaping @Sendable () throws -> Value) throws {
        let work = Work()
        self.work = work
        let run = { work.result = Result { try body() } }
        let context = Unmanaged.passRetained(Callback(run)).toOpaque()
        let status = pthread_create(&thread, nil, { runCallback($0) }, context)
        try #require(status == 0)
    }

    /// Waits for the end of the work.
    func value() throws -> Value {
        pthread_join(thread, nil)
        return try #require(work.result).get()
    }
}

/// What a thread runs; a class, so that it can go through a C pointer.
private final class Callback {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}

private func runCallback(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Callback>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
