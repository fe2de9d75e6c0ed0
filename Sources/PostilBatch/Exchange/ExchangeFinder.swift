import Glibc
import PostilFormats

/// Finds the files of a format that paths stand for: files as they are, folders searched to the bottom, in the order of
/// their names' bytes.
public struct ExchangeFinder: Sendable {
    private let format: any ExchangeFormat

    /// A finder of the files of one format.
    public init(format: any ExchangeFormat) { self.format = format }

    /// The files.
    ///
    /// - Throws: ``StreamError`` where a folder cannot be read or holds no file of the format.
    public func files(at paths: [String]) throws(StreamError) -> [String] {
        var files: [String] = []
        for path in paths {
            guard path != "-", OpenFile.status(of: path)?.isDirectory == true else {
                files.append(path)
                continue
            }
            let count = files.count
            try search(path, depth: 0, into: &files)
            guard files.count > count else {
                throw StreamError(
                    code: .inputUnreadable,
                    path: path,
                    message:
                        "the folder holds no file of \(format.title), which end in \(endings.joined(separator: ", "))"
                )
            }
        }
        return files
    }

    /// The endings that files are found by: those of a group's last file, so that one without it is passed over.
    private var endings: [String] {
        let own = format.suffixes.last ?? ""
        let general = own.split(separator: ".").last.map { "." + $0 } ?? own
        return own == general ? [own] : [own, general]
    }

    /// How deep folders are searched: links can lead back up.
    private static let depthLimit = 64

    private func search(_ folder: String, depth: Int, into files: inout [String]) throws(StreamError) {
        guard depth < ExchangeFinder.depthLimit else { return }
        guard let directory = opendir(folder) else { throw .reading(folder, "cannot read", errno) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        closedir(directory)
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if OpenFile.status(of: path)?.isDirectory == true {
                try search(path, depth: depth + 1, into: &files)
            } else if endings.contains(where: { BatchInput.uncompressedName(path).hasSuffix($0) }) {
                files.append(path)
            }
        }
    }
}
