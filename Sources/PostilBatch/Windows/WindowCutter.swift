import PostilCore

/// Cuts a long text into windows that are annotated one after the other.
///
/// A window has a *core*, whose annotations are kept, and text before and behind it for what looks around. A core
/// ends where a sentence does that the window's own annotation has found, at best where a paragraph does, so that
/// the cores of a text leave nothing out and cut no sentence that is shorter than a window.
struct WindowCutter {
    /// Which stretch of the text is annotated, and which part of that is kept, in bytes of the text.
    struct Window: Hashable {
        let extent: Range<Int>
        let coreStart: Int
    }

    /// The bytes of a core at most.
    let size: Int

    /// The bytes of text around a core at most; more helps no annotator.
    private var margin: Int { min(16 << 10, size / 4) }

    /// The window whose core begins at `start`.
    func window(from start: Int, in text: Text) -> Window {
        let bytes = text.bytes
        let end = start + size + margin >= bytes.count ? bytes.count : boundary(before: start + size + margin, bytes)
        return Window(extent: lead(before: start, bytes)..<end, coreStart: start)
    }

    /// Where the core of `window` ends, in bytes of the whole text, by the sentences that were found in it.
    ///
    /// - Parameter sentences: In bytes of the window.
    func coreEnd(of window: Window, sentences: [Span], in text: Text) -> Int {
        guard window.extent.upperBound < text.count else { return text.count }
        let offset = window.extent.lowerBound
        let limit = window.extent.upperBound - margin
        let least = window.coreStart + size / 2
        var best: Int?
        for position in sentences.indices.reversed() {
            let start = offset + Int(sentences[position].start)
            if start > limit { continue }
            guard start > window.coreStart else { break }
            if best == nil { best = start }
            guard start > least else { break }
            let before = position > 0 ? offset + Int(sentences[position - 1].end) : start
            if isParagraphBreak(text.bytes[before..<start]) { return start }
        }
        // One sentence fills the window: it is cut where a word ends.
        return best ?? max(boundary(before: limit, text.bytes), window.coreStart + 1)
    }

    /// Where the text before a core begins: behind an empty line, if there is one near, else behind white space.
    private func lead(before start: Int, _ bytes: [UInt8]) -> Int {
        guard start > 0 else { return 0 }
        let earliest = max(0, start - margin)
        if earliest == 0 { return 0 }
        var index = start - 2
        var line: Int?
        while index > earliest {
            if bytes[index] == 0x0A {
                line = line ?? index + 1
                if isParagraphBreak(bytes[index - 1..<index + 1]) || bytes[index - 1] == 0x0A { line = index + 1 }
            }
            index -= 1
        }
        return line ?? boundary(before: earliest + 64, bytes)
    }

    /// The last place before `limit` behind white space, or else between characters.
    private func boundary(before limit: Int, _ bytes: [UInt8]) -> Int {
        var index = limit
        let earliest = max(1, limit - margin)
        while index > earliest {
            if bytes[index - 1] == 0x20 || bytes[index - 1] == 0x0A { return index }
            index -= 1
        }
        index = limit
        while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    private func isParagraphBreak(_ gap: ArraySlice<UInt8>) -> Bool { gap.count { $0 == 0x0A } > 1 }
}
