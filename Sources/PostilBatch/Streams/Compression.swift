/// How the bytes of a file are packed.
public struct Compression: RawRepresentable, Hashable, Sendable {
    /// The name that messages show.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Bytes as they are.
    public static let none = Compression(rawValue: "none")
    /// Members of gzip (RFC 1952), one behind the other.
    public static let gzip = Compression(rawValue: "gzip")
    /// Frames of Zstandard (RFC 8878), one behind the other.
    public static let zstd = Compression(rawValue: "zstd")

    /// What a file's name promises: ``gzip`` for `.gz`, ``zstd`` for `.zst`, otherwise ``none``.
    public init(namedBy path: String) {
        if path.hasSuffix(".gz") {
            self = .gzip
        } else if path.hasSuffix(".zst") {
            self = .zstd
        } else {
            self = .none
        }
    }

    /// What the first bytes of a file show.
    enum Detection: Equatable {
        case decided(Compression)
        /// All bytes so far fit the beginning of a packed file of this kind.
        case undecided(Compression)
    }

    /// Judges the first bytes; four are always enough.
    static func detect(_ start: UnsafeRawBufferPointer) -> Detection {
        let signatures: [(Compression, [UInt8])] = [
            (.gzip, [0x1F, 0x8B]), (.zstd, [0x28, 0xB5, 0x2F, 0xFD]), (.zstd, [0x50, 0x2A, 0x4D, 0x18]),
        ]
        for (compression, signature) in signatures {
            let fits = zip(start, signature).enumerated().allSatisfy { index, pair in
                // The first byte of a skippable Zstandard frame counts from 0x50 to 0x5F.
                pair.0 == pair.1 || (index == 0 && pair.1 == 0x50 && pair.0 & 0xF0 == 0x50)
            }
            if fits { return start.count < signature.count ? .undecided(compression) : .decided(compression) }
        }
        return .decided(.none)
    }
}
