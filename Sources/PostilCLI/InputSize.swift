import Glibc
import Postil

/// How much there is to read.
enum InputSize {
    /// The bytes of all inputs together; nil where one is a pipe or packed, so that nobody knows.
    static func total(of inputs: [BatchInput]) -> Int? {
        var total = 0
        for input in inputs {
            var status = stat()
            guard !input.isStandardInput, Compression(namedBy: input.path) == .none, stat(input.path, &status) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { return nil }
            total += Int(status.st_size)
        }
        return total
    }

    /// Whether a path leads to a folder.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
