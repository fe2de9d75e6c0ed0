import PostilCore
import PostilFormats

/// What an output in parts consists of, and what made it.
public struct RunManifest: Sendable {
    /// The version of the manifest's form.
    static let version = "postil-manifest/1"

    /// What made the output: the pipeline, the options, the inputs.
    let identity: RunIdentity

    /// The share of the documents that it holds; nil for all.
    public let share: DocumentShare?

    /// The parts, in the order of their records.
    public let parts: [PartSummary]

    /// The manifest as it is written.
    var json: JSONValue {
        [
            "manifest": .string(RunManifest.version), "schema": .string(RecordSchema.version),
            "shard": share.map { .string($0.description) } ?? .null,
            "records": .integer(parts.reduce(0) { $0 + $1.records }),
            "errors": .integer(parts.reduce(0) { $0 + $1.errors }),
            "bytes": .integer(parts.reduce(0) { $0 + $1.bytes }), "parts": .array(parts.map(\.json)),
            "run": identity.json,
        ]
    }

    /// Writes the manifest, whole or not at all.
    ///
    /// - Throws: ``StreamError/Code/diskFull`` or ``StreamError/Code/outputFailed``.
    func write(to path: String) throws(StreamError) {
        let file = try AtomicFile(path: path)
        try file.sink.write(Array((json.serialized() + "\n").utf8))
        try file.commit()
    }

    /// Reads a manifest.
    ///
    /// - Throws: ``StreamError/Code/inputUnreadable``; ``StreamError/Code/journalRefused`` where it is none.
    init(path: String) throws(StreamError) {
        let json = try? JSONValue(parsing: try ByteSource(path: path).readAll())
        guard let json, json["manifest"]?.string == RunManifest.version, let identity = RunIdentity(json["run"]),
            let list = json["parts"]?.array
        else {
            throw StreamError(code: .journalRefused, path: path, message: "is no manifest of this version")
        }
        let parts = list.compactMap { PartSummary($0) }
        guard parts.count == list.count else {
            throw StreamError(code: .journalRefused, path: path, message: "lists parts without their counts")
        }
        self.init(identity: identity, share: json["shard"]?.string.flatMap { DocumentShare($0) }, parts: parts)
    }

    init(identity: RunIdentity, share: DocumentShare?, parts: [PartSummary]) {
        self.identity = identity
        self.share = share
        self.parts = parts
    }
}
