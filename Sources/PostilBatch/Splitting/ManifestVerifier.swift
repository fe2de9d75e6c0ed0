import Glibc
import PostilFormats

/// Proves that an output in parts is what its manifests say: all parts, each with its bytes and records.
public struct ManifestVerifier {
    /// What was found.
    public struct Finding: Sendable {
        /// The file that it is about.
        public let path: String
        /// The record's number in it, counted from 1; nil where it is about the file.
        public let record: Int?
        /// What is wrong, a sentence.
        public let problem: String
    }

    /// What has been looked at.
    public private(set) var records = 0

    /// The parts that have been looked at.
    public private(set) var parts = 0

    private let verifier = RecordVerifier()
    private let report: (Finding) -> Void

    /// A verifier.
    ///
    /// - Parameter report: Called with each problem.
    public init(_ report: @escaping (Finding) -> Void) { self.report = report }

    /// Whether a path leads to a folder or to a manifest, and not to a file of records.
    public static func isOutput(_ path: String) -> Bool {
        OpenFile.status(of: path)?.isDirectory == true
            || (split(path).name.hasPrefix(PartNames.manifestStart) && path.hasSuffix(".json"))
    }

    /// Looks at the output that a folder holds, or that a manifest lists.
    ///
    /// - Throws: ``StreamError/Code/inputUnreadable`` where there is no manifest.
    /// - Complexity: O(bytes of all parts).
    public mutating func verify(_ path: String) throws(StreamError) {
        let isFolder = OpenFile.status(of: path)?.isDirectory == true
        let folder = isFolder ? (path.hasSuffix("/") ? path : path + "/") : ManifestVerifier.split(path).folder
        let names = try ManifestVerifier.names(in: folder.isEmpty ? "." : folder)
        let manifestNames =
            isFolder
            ? names.filter { $0.hasPrefix(PartNames.manifestStart) && $0.hasSuffix(".json") }
            : [ManifestVerifier.split(path).name]
        guard !manifestNames.isEmpty else {
            throw StreamError(
                code: .inputUnreadable,
                path: path,
                message: "holds no \(PartNames.manifestStart).json: no output in parts was completed there"
            )
        }
        var manifests: [RunManifest] = []
        for name in manifestNames {
            let manifest = try RunManifest(path: folder + name)
            manifests.append(manifest)
            let success = "_SUCCESS" + name.dropFirst(PartNames.manifestStart.count).dropLast(".json".count)
            if !names.contains(success) { find(folder + name, "the file \(success) is not there") }
            for part in manifest.parts { try verify(part, in: folder) }
        }
        guard isFolder else { return }
        verifyShares(of: manifests, in: path)
        let listed = Set(manifests.flatMap { $0.parts.map(\.name) })
        for name in names where !listed.contains(name) && ManifestVerifier.isPart(name, besides: listed) {
            find(folder + name, "no manifest lists it")
        }
    }

    private mutating func verify(_ part: PartSummary, in folder: String) throws(StreamError) {
        parts += 1
        let path = folder + part.name
        guard let status = OpenFile.status(of: path) else { return find(path, "is not there") }
        guard status.size == part.bytes else {
            return find(path, "has \(status.size) bytes and not \(part.bytes)")
        }
        var hash = SecureHash()
        _ = try hash.update(fileAt: path)
        guard hash.hexadecimal() == part.sha256 else { return find(path, "has another SHA-256 than the manifest says") }
        guard BatchInput.uncompressedName(part.name).hasSuffix("jsonl") else { return }
        let reader = LineReader(try ByteSource(path: path))
        var (count, errors) = (0, 0)
        while case .line(let line) = try reader.next() {
            count += 1
            let record = reader.withBytes { Array($0) }
            for problem in verifier.problems(in: record) {
                report(Finding(path: path, record: line.number, problem: problem))
            }
            if (try? JSONValue(parsing: record))?["status"]?.string == "error" { errors += 1 }
        }
        records += count
        if (count, errors) != (part.records, part.errors) {
            find(path, "holds \(count) records, \(errors) errors, and not \(part.records) and \(part.errors)")
        }
    }

    /// All shares are there, and of one run.
    private func verifyShares(of manifests: [RunManifest], in path: String) {
        for manifest in manifests.dropFirst() {
            guard let first = manifests.first, first.identity.pipeline != manifest.identity.pipeline else { continue }
            find(path, "the pipelines differ: \(first.identity.pipeline) and \(manifest.identity.pipeline)")
        }
        guard let count = manifests.lazy.compactMap({ $0.share?.count }).first else { return }
        for index in 1...count
        where !manifests.contains(where: { $0.share?.index == index && $0.share?.count == count }) {
            find(path, "the share \(index)/\(count) is not there")
        }
    }

    private func find(_ path: String, _ problem: String) {
        report(Finding(path: path, record: nil, problem: problem))
    }

    /// Whether a name differs from a listed part's in its number only.
    private static func isPart(_ name: String, besides listed: Set<String>) -> Bool {
        let shape = { (name: String) in name.map { $0.isASCII && $0.isNumber ? "0" : $0 } }
        return listed.contains { $0.utf8.count == name.utf8.count && shape($0) == shape(name) }
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[...slash]), String(path[path.utf8.index(after: slash)...]))
    }

    private static func names(in folder: String) throws(StreamError) -> [String] {
        guard let names = FolderNames.all(in: folder) else {
            throw StreamError(code: .inputUnreadable, path: folder, action: "cannot read", systemError: errno)
        }
        return names
    }
}
