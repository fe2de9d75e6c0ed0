import Glibc

/// Reads the lines of a source, of any length, into one buffer that grows with the longest.
///
/// ```swift
/// let reader = LineReader(try ByteSource(path: "corpus.jsonl.gz"))
/// while case .line(let line) = try reader.next() {
///     reader.withBytes { bytes in annotate(bytes, number: line.number) }
/// }
/// ```
///
/// Not `Sendable`: it has a position, so one thread at a time reads.
public final class LineReader {
    /// A line's place in its source.
    public struct Line: Hashable, Sendable {
        /// The line's number, from 1.
        public let number: Int
        /// The offset of its first byte in the unpacked input.
        public let offset: Int
        /// How many bytes it has, without its line break.
        public let count: Int
        /// Whether a line break ends it; false only for a last line without one.
        public let isTerminated: Bool
        /// Whether it was longer than the reader's limit, so that only its start is kept.
        public let isCut: Bool
    }

    /// What asking for a line brought.
    public enum Outcome: Hashable, Sendable {
        /// A line, whose bytes ``LineReader/withBytes(_:)`` lends.
        case line(Line)
        /// No line, now and later.
        case end
        /// No line, because the source was interrupted or would have to be waited for; asking again goes on
        /// where it stood.
        case interrupted
    }

    private let source: ByteSource
    private let trimsCarriageReturn: Bool
    private let maximumCount: Int
    private let terminator: UInt8

    private var buffer: UnsafeMutableRawBufferPointer
    /// The bytes not yet given out, and how many of them are known to hold no line break.
    private var start = 0
    private var end = 0
    private var searched = 0
    private var sourceEnded = false

    /// The bytes of the current line.
    private var current = 0..<0
    private var lineNumber = 0
    /// The offset in the input of the byte at `start`.
    private var offset = 0
    /// Bytes of the current line that were given up because it is too long.
    private var dropped = 0

    /// Reads the lines of a source.
    ///
    /// - Parameters:
    ///   - source: The bytes; nothing else may read from it.
    ///   - trimsCarriageReturn: Whether a line break may be CR LF.
    ///   - maximumCount: How many bytes of a line are kept at most; the rest is passed over.
    ///   - capacity: How many bytes the buffer holds at first.
    ///   - terminator: The byte that ends a line.
    public init(
        _ source: ByteSource,
        trimsCarriageReturn: Bool = true,
        maximumCount: Int = .max,
        capacity: Int = 1 << 18,
        terminator: UInt8 = 0x0A
    ) {
        self.source = source
        self.trimsCarriageReturn = trimsCarriageReturn
        self.maximumCount = max(maximumCount, 1)
        self.terminator = terminator
        buffer = .allocate(byteCount: max(capacity, 16), alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Reads the next line.
    ///
    /// A last line without a line break is a line; an empty one is not. Where the source fails, the
    /// complete lines before are given out first, and the incomplete one never.
    ///
    /// - Parameter mayWait: Whether to wait where the rest of the line is not there yet, as in a pipe.
    /// - Throws: ``StreamError``, as ``ByteSource/read(into:)`` does.
    /// - Complexity: O(length of the line).
    public func next(mayWait: Bool = true) throws(StreamError) -> Outcome {
        while true {
            if let lineBreak = findLineBreak() { return .line(finishLine(at: lineBreak, terminated: true)) }
            if sourceEnded {
                guard end > start || dropped > 0 else {
                    current = end..<end
                    return .end
                }
                return .line(finishLine(at: end, terminated: false))
            }
            if !mayWait, source.mustWait { return .interrupted }
            cutIfTooLong()
            makeRoom()
            switch try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...])) {
            case .bytes(let count): end += count
            case .end: sourceEnded = true
            case .interrupted: return .interrupted
            }
        }
    }

    /// Lends the bytes of the line that ``next()`` returned last; the pointer is valid only inside the closure.
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[current]).assumingMemoryBound(to: UInt8.self)
        return try body(bytes)
    }

    private func findLineBreak() -> Int? {
        guard let base = buffer.baseAddress, start + searched < end,
            let found = memchr(base + start + searched, Int32(terminator), end - start - searched)
        else {
            searched = end - start
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func finishLine(at lineBreak: Int, terminated: Bool) -> Line {
        var stop = lineBreak
        if trimsCarriageReturn, terminated, dropped == 0, stop > start, buffer[stop - 1] == 0x0D { stop -= 1 }
        let isCut = dropped > 0 || stop - start > maximumCount
        // What was kept of a cut line stands before the bytes that were read after the cut.
        if isCut { stop = start + min(maximumCount, stop - start) }
        lineNumber += 1
        let line = Line(
            number: lineNumber,
            offset: offset,
            count: stop - start,
            isTerminated: terminated,
            isCut: isCut
        )
        current = start..<stop
        offset += lineBreak - start + dropped + (terminated ? 1 : 0)
        start = lineBreak + (terminated ? 1 : 0)
        searched = 0
        dropped = 0
        return line
    }

    /// Gives up what goes beyond the limit of a line whose end is not in sight.
    private func cutIfTooLong() {
        // One byte more may be the CR of a line that has just the limit.
        guard maximumCount < .max - 1, end - start > maximumCount + 1 else { return }
        let kept = start + maximumCount
        dropped += end - kept
        end = kept
        searched = end - start
    }

    /// Makes room behind the bytes not yet given out.
    private func makeRoom() {
        if start == end { (start, end) = (0, 0) }
        guard buffer.count - end < buffer.count / 4 else { return }
        let held = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        if held.count <= buffer.count / 2 {
            buffer.copyMemory(from: held)
        } else {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
            larger.copyMemory(from: held)
            buffer.deallocate()
            buffer = larger
        }
        (start, end) = (0, held.count)
    }
}
