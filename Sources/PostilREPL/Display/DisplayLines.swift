import PostilCore

/// The rows that a text takes on a screen of some width: broken at line breaks and, where a line is too
/// long, at white space.
///
/// A row is made when it is asked for, so that the first screen of a long text costs no more than that of
/// a short one.
struct DisplayLines: Sequence, IteratorProtocol {
    private let text: Text
    private let width: Int
    private let end: Int
    private var offset: Int

    init(text: Text, span: Span? = nil, width: Int) {
        self.text = text
        self.width = Swift.max(width, 2)
        offset = Swift.min(Int(span?.start ?? 0), text.count)
        end = Swift.min(Int(span?.end ?? UInt32.max), text.count)
    }

    mutating func next() -> DisplayLine? {
        guard offset < end else { return nil }
        var line = DisplayLine(startingAt: UInt32(offset))
        fill(&line)
        offset = Int(line.span.end)
        return line
    }

    private func fill(_ line: inout DisplayLine) {
        let bytes = text.bytes
        while Int(line.span.end) < end {
            let index = Int(line.span.end)
            let byte = bytes[index]
            let following = index + 1 < end ? bytes[index + 1] : 0
            if byte == 0x0A || byte == 0x0D {
                line.skip(byte == 0x0D && following == 0x0A ? 2 : 1)
                return
            }
            let drawn: (text: String, width: Int, count: Int)
            if byte < 0x80, following < 0x80 {
                drawn = DisplayLines.draw(ascii: byte, column: line.columns)
            } else {
                drawn = DisplayLines.draw(cluster(at: index))
            }
            let isSpace = byte == 0x20 || byte == 0x09
            if line.columns + drawn.width > width {
                isSpace ? skipSpaces(&line) : breakAtSpace(&line)
                return
            }
            line.append(drawn.text, width: drawn.width, byteCount: drawn.count, isSpace: isSpace)
        }
    }

    /// White space that does not fit hangs over the edge.
    private func skipSpaces(_ line: inout DisplayLine) {
        while Int(line.span.end) < end, [0x20, 0x09].contains(text.bytes[Int(line.span.end)]) { line.skip(1) }
        let rest = text.bytes[Int(line.span.end)..<end]
        if rest.starts(with: [0x0D, 0x0A]) { line.skip(2) } else if rest.starts(with: [0x0A]) { line.skip(1) }
    }

    /// Gives back what follows the last white space; a word as wide as the screen is broken.
    private func breakAtSpace(_ line: inout DisplayLine) {
        if let space = line.cells.lastIndex(where: \.isSpace) { line.cut(at: space + 1) }
    }

    /// The grapheme cluster that starts at the byte `index`.
    private func cluster(at index: Int) -> Character {
        // The longest sequences in use, of emoji joined to one, have some forty bytes.
        var stop = Swift.min(index + 64, end)
        while stop < end, stop > index, text.bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
        return String(decoding: text.bytes[index..<stop], as: UTF8.self).first ?? "\u{FFFD}"
    }

    private static func draw(ascii byte: UInt8, column: Int) -> (text: String, width: Int, count: Int) {
        switch byte {
        case 0x09:
            let width = 8 - column % 8
            return (String(repeating: " ", count: width), width, 1)
        case 0..<0x20: return (String(Unicode.Scalar(0x2400 + UInt32(byte)) ?? "?"), 1, 1)
        case 0x7F: return ("\u{2421}", 1, 1)
        default: return (String(Unicode.Scalar(byte)), 1, 1)
        }
    }

    private static func draw(_ cluster: Character) -> (text: String, width: Int, count: Int) {
        let text = String(cluster)
        let width = DisplayWidth.columns(of: cluster)
        let isControl = cluster.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
        // What has no width of its own and follows nothing would otherwise join the frame before it.
        if isControl || width == 0 { return ("\u{FFFD}", 1, text.utf8.count) }
        return (text, width, text.utf8.count)
    }
}
