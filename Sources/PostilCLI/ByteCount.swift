import ArgumentParser

/// A number of bytes as people write it: 64KB, 1.5GB, 4096. A kilobyte has 1,024.
struct ByteCount: Hashable, Sendable, ExpressibleByArgument, CustomStringConvertible {
    /// The bytes.
    let bytes: Int

    private static let units: [(name: String, bytes: Int)] = [
        ("TB", 1 << 40), ("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10), ("T", 1 << 40), ("G", 1 << 30),
        ("M", 1 << 20), ("K", 1 << 10), ("B", 1),
    ]

    /// So many bytes.
    init(bytes: Int) { self.bytes = bytes }

    /// What an option says; nil where it is no such number.
    init?(argument: String) {
        let text = argument.uppercased()
        let unit = ByteCount.units.first { text.hasSuffix($0.name) }
        guard let number = Double(text.dropLast(unit?.name.count ?? 0)), number >= 1,
            number * Double(unit?.bytes ?? 1) < 0x1p60
        else { return nil }
        bytes = Int(number * Double(unit?.bytes ?? 1))
    }

    /// The number in the largest unit in which it is whole.
    var description: String {
        let unit = ByteCount.units.prefix(4).first { bytes >= $0.bytes && bytes % $0.bytes == 0 }
        return unit.map { "\(bytes / $0.bytes)\($0.name)" } ?? "\(bytes)"
    }

    /// What help shows.
    var defaultValueDescription: String { description }
}
