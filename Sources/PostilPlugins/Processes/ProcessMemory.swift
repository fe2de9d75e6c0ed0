import Glibc

/// How much memory programs hold, as the system tells it.
enum ProcessMemory {
    /// How many programs are looked at, beginning with the first.
    private static let programLimit = 64

    /// The bytes that the program `pid` and those that it has started hold in memory; nil where nobody says.
    static func residentBytes(of pid: pid_t) -> Int? {
        var open = [pid]
        var total: Int?
        var seen = 0
        while let next = open.popLast(), seen < programLimit {
            seen += 1
            let fields = numbers(in: "/proc/\(next)/statm")
            guard fields.count > 1 else { continue }
            total = (total ?? 0) + fields[1] * Int(sysconf(Int32(_SC_PAGESIZE)))
            open += numbers(in: "/proc/\(next)/task/\(next)/children").map { pid_t(clamping: $0) }
        }
        return total
    }

    private static func numbers(in path: String) -> [Int] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    }
}
