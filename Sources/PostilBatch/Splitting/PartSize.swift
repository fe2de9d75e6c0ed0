/// How large the parts of an output may be.
public struct PartSize: Hashable, Sendable, LosslessStringConvertible {
    /// The bytes of a file, packed as it is.
    public let bytes: Int

    private static let units: [(ending: String, bytes: Int)] = [
        ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("kB", 1_000), ("KB", 1_000), ("MB", 1_000_000),
        ("GB", 1_000_000_000), ("B", 1), ("", 1),
    ]

    /// The size that `256MB`, `64MiB` or a number of bytes names; nil where the text names none.
    public init?(_ description: String) {
        for (ending, unit) in PartSize.units where description.hasSuffix(ending) {
            guard let number = Int(description.dropLast(ending.count)), number > 0 else { return nil }
            let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
            guard !overflow else { return nil }
            self.bytes = bytes
            return
        }
        return nil
    }

    /// The number of bytes.
    public var description: String { "\(bytes)" }
}
