import PostilCore

/// Finds where paragraphs end, by the line ends between tokens.
///
/// A blank line ends a paragraph. A single line end does so too, unless the line was broken to fit a
/// width ("hard-wrapped"): then the paragraph goes on.
struct ParagraphScanner {
    /// A line end between two tokens.
    struct LineEnd {
        /// The token before it.
        let token: Int
        /// Whether a blank line follows.
        let isBlank: Bool
        /// The number of characters of the line that ends, without white space at its ends; 0 where
        /// ``isBlank``, as nobody asks then.
        let width: Int
        /// The white space before that line, in characters.
        let indent: Int
        /// The white space before the next line, in characters.
        let nextIndent: Int
    }

    /// The widest line that is taken for a wrapped one.
    static let widestWrap = 100

    /// The narrowest width to which text is taken to be wrapped.
    static let narrowestWrap = 30

    /// Appends to `ends`, for each paragraph, the number of the token behind its last.
    ///
    /// - Complexity: O(n).
    static func paragraphs(of view: TokenView, into ends: inout [Int]) {
        guard view.count > 0 else { return }
        var lineEnds: [LineEnd] = []
        // Lines of text are seldom shorter than this; fewer only costs a reallocation.
        lineEnds.reserveCapacity(view.bytes.count / 60)
        ends.reserveCapacity(view.bytes.count / 60 + 1)
        collectLineEnds(of: view, into: &lineEnds)
        let wrapWidth = LineWrapping.width(of: lineEnds)
        var blockStart = 0
        for (index, lineEnd) in lineEnds.enumerated() where lineEnd.isBlank {
            resolve(
                lineEnds[blockStart..<index],
                before: lineEnd.token + 1,
                wrapWidth: wrapWidth,
                in: view,
                into: &ends
            )
            ends.append(lineEnd.token + 1)
            blockStart = index + 1
        }
        resolve(lineEnds[blockStart...], before: view.count, wrapWidth: wrapWidth, in: view, into: &ends)
        ends.append(view.count)
    }

    /// Appends the ends of those lines of a block that end a paragraph.
    private static func resolve(
        _ lines: ArraySlice<LineEnd>,
        before end: Int,
        wrapWidth: Int?,
        in view: TokenView,
        into ends: inout [Int]
    ) {
        guard !lines.isEmpty else { return }
        let wrapping = LineWrapping(view: view, wrapWidth: wrapWidth, block: (ends.last ?? 0)..<end)
        for line in lines where !wrapping.continues(after: line) {
            ends.append(line.token + 1)
        }
    }

    private static func collectLineEnds(of view: TokenView, into lineEnds: inout [LineEnd]) {
        var lineStart = view.start(0)
        var indent = indent(before: lineStart, in: view.bytes)
        var position = lineStart
        var next = 1
        let lastStart = view.start(view.count - 1)
        while let found = LineBreaks.first(in: view.bytes, from: position, to: lastStart) {
            next = view.firstToken(startingAfter: found, from: next)
            position = view.start(next)
            guard let breaks = LineBreaks(in: view.bytes, from: view.end(next - 1), to: position) else { continue }
            lineEnds.append(
                LineEnd(
                    token: next - 1,
                    isBlank: breaks.isBlank,
                    width: breaks.isBlank ? 0 : characters(lineStart..<view.end(next - 1), in: view.bytes),
                    indent: indent,
                    nextIndent: breaks.indent
                )
            )
            lineStart = position
            indent = breaks.indent
        }
    }

    private static func indent(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var position = offset
        while position > 0, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09 { position -= 1 }
        return offset - position
    }

    /// The number of characters in a range of bytes.
    static func characters(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let raw = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range])
        var count = raw.count
        var index = 0
        while index &+ 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // Continuation bytes have their upper bit set and the next clear.
            count &-= (word & ~(word &<< 1) & 0x8080_8080_8080_8080).nonzeroBitCount
            index &+= 8
        }
        while index < raw.count {
            if raw[index] & 0xC0 == 0x80 { count &-= 1 }
            index &+= 1
        }
        return count
    }
}
