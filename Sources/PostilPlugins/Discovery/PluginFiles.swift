import Glibc

/// The file system, as far as plugins need it.
enum PluginFiles {
    /// What stands at a path.
    enum Kind { case folder, file, program }

    /// What stands at `path`; nil where nothing does.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFDIR { return .folder }
        return access(path, X_OK) == 0 ? .program : .file
    }

    /// All bytes of a file; the reason where it cannot be read.
    static func contents(of path: String, limit: Int = 256 << 20) -> Result<[UInt8], Reason> {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(Reason(errno)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return .failure(Reason(errno)) }
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return .success(bytes)
    }

    /// Writes a file, made anew.
    static func write(_ bytes: [UInt8], to path: String, isProgram: Bool = false) -> Reason? {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isProgram ? 0o777 : 0o666)
        guard descriptor >= 0 else { return Reason(errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Glibc.write(descriptor, $0 + written, buffer.count - written) } ?? 0
            }
            if count < 0, errno != EINTR { return Reason(errno) }
            written += max(0, count)
        }
        return nil
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) -> Reason? {
        for index in path.indices.dropFirst() where path[index] == "/" { mkdir(String(path[..<index]), 0o777) }
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return nil }
        return Reason(errno)
    }

    /// The names in a folder, sorted, those that begin with a point left out.
    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// `path` from the root, without links; as it is where nothing stands there.
    static func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The folder that `path` stands in, and its last part.
    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// The system's reason why something could not be done.
    struct Reason: Error {
        let text: String

        init(_ code: Int32) { text = String(cString: strerror(code)) }
    }
}
