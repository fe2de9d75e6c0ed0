import PostilFormats

/// What a finished part of an output holds.
public struct PartSummary: Hashable, Sendable {
    /// The file's name, without its folder.
    public let name: String

    /// Its records.
    public let records: Int

    /// Those of them that are errors.
    public let errors: Int

    /// Its bytes, packed as they are.
    public let bytes: Int

    /// The bytes of its records, before packing.
    public let unpackedBytes: Int

    /// The SHA-256 of the file, as `sha256sum` prints it.
    public let sha256: String
}

extension PartSummary {
    /// The part as a manifest lists it.
    var json: JSONValue {
        [
            "name": .string(name), "records": .integer(records), "errors": .integer(errors), "bytes": .integer(bytes),
            "unpacked_bytes": .integer(unpackedBytes), "sha256": .string(sha256),
        ]
    }

    /// The part that a manifest lists; nil where it lists none.
    init?(_ json: JSONValue) {
        guard let name = json["name"]?.string, let records = json["records"]?.integer,
            let errors = json["errors"]?.integer, let bytes = json["bytes"]?.integer,
            let unpackedBytes = json["unpacked_bytes"]?.integer, let sha256 = json["sha256"]?.string
        else { return nil }
        self.init(
            name: name,
            records: records,
            errors: errors,
            bytes: bytes,
            unpackedBytes: unpackedBytes,
            sha256: sha256
        )
    }
}
