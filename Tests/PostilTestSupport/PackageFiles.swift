import Glibc

/// Texts of the package: examples of tests, sample corpora, seeds.
public enum PackageFiles {
    /// The texts of all files of a pattern, by name, in the order of their paths.
    ///
    /// - Parameter pattern: A pattern of the shell, from the top of the package.
    public static func texts(matching pattern: String) -> [(name: String, text: String)] {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        let package = parts.dropLast(3).joined(separator: "/")
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(package + "/" + pattern, 0, nil, &found) == 0 else { return [] }
        return UnsafeBufferPointer(start: found.gl_pathv, count: Int(found.gl_pathc)).compactMap { path in
            guard let path, let text = text(ofFile: path) else { return nil }
            return (String(String(cString: path).split(separator: "/").last ?? ""), text)
        }
    }

    private static func text(ofFile path: UnsafePointer<CChar>) -> String? {
        guard let file = fopen(path, "rb") else { return nil }
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
}
