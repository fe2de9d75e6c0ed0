import Glibc

/// The text of a file beside this one, or nil where it cannot be read as UTF-8.
func textOfFile(_ name: String, beside source: String = #filePath) -> String? {
    let folder = source.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard let file = fopen(folder + "/" + name, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&block, 1, block.count, file)
        guard count > 0 else { break }
        bytes.append(contentsOf: block[..<count])
    }
    return String(validating: bytes, as: UTF8.self)
}
