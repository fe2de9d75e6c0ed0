/// The last that a program has written to standard error, and the first, within bounds.
struct StandardErrorTail {
    private var bytes: [UInt8] = []
    private(set) var hasLost = false

    /// How many bytes are kept.
    private static let limit = 8 << 10

    mutating func append(_ new: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: new.suffix(StandardErrorTail.limit))
        if bytes.count > 2 * StandardErrorTail.limit {
            bytes.removeFirst(bytes.count - StandardErrorTail.limit)
            hasLost = true
        }
    }

    /// The lines that are kept, those that are blank left out.
    var lines: [String] {
        bytes.suffix(StandardErrorTail.limit).split(separator: 0x0A).map { line in
            StandardErrorTail.oneLine(String(decoding: line, as: UTF8.self))
        }
        .filter { !$0.isEmpty }
    }

    /// Takes out what is kept.
    mutating func takeLines() -> [String] {
        defer { self = StandardErrorTail() }
        return lines
    }

    /// `text` without control characters, cut to a length that fits into a message.
    static func oneLine(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(301)
        var line = String.UnicodeScalarView()
        line.append(contentsOf: shown.prefix(300).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })
        let words = String(line).split(separator: " ").joined(separator: " ")
        return shown.count > 300 ? words + "…" : words
    }
}
