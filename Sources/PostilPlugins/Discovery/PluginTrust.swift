import PostilFormats

/// The plugins that a person trusts, with the hashes that their files had.
public struct PluginTrust: Sendable {
    /// Whether a plugin is trusted.
    public enum Status: String, Sendable {
        /// It is, and its files are as they were.
        case trusted
        /// It was, and its files have changed.
        case changed
        /// Nobody has said so.
        case unknown = "not trusted"
    }

    private var digests: [(path: String, digest: String)] = []
    private let path: String?

    /// The trust that the file in the user's configuration says; none where there is no file.
    public init(folder: String? = PluginCatalog.configurationFolder) {
        path = folder.map { "\($0)/trusted-plugins.json" }
        guard let path, case .success(let bytes) = PluginFiles.contents(of: path),
            let entries = (try? JSONValue(parsing: bytes))?["plugins"]?.array
        else { return }
        digests = entries.compactMap { entry in
            guard let path = entry["path"]?.string, let digest = entry["sha256"]?.string else { return nil }
            return (path, digest)
        }
    }

    /// Whether `source` is trusted.
    public func status(of source: PluginSource) -> Status {
        guard let entry = digests.first(where: { $0.path == PluginTrust.place(of: source) }) else { return .unknown }
        return entry.digest == source.digest ? .trusted : .changed
    }

    /// Notes that `source` is trusted as it is now.
    ///
    /// - Throws: ``PluginError`` with the code `cannot-write`.
    public mutating func trust(_ source: PluginSource) throws(PluginError) {
        guard let path else {
            throw PluginError(.cannotWrite, "there is no folder for settings: set HOME or XDG_CONFIG_HOME")
        }
        let place = PluginTrust.place(of: source)
        digests.removeAll { $0.path == place }
        digests.append((place, source.digest))
        let json: JSONValue = [
            "plugins": .array(digests.map { ["path": .string($0.path), "sha256": .string($0.digest)] })
        ]
        let reason =
            PluginFiles.makeFolder(PluginFiles.split(path).folder)
            ?? PluginFiles.write(Array((IndentedJSON.text(json) + "\n").utf8), to: path)
        if let reason { throw PluginError(.cannotWrite, "\(path): cannot be written: \(reason.text)") }
    }

    private static func place(of source: PluginSource) -> String { source.file ?? source.folder }
}
