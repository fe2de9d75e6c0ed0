/// Finds the escapes of surrogates that lack their partner, which no UTF-8 text can express.
enum LoneSurrogates {
    /// The length of an escape such as `\ud800`.
    static let escapeCount = 6

    /// What replaces one: U+FFFD, of the same length, so that offsets stay.
    static let replacement = Array("\\ufffd".utf8)

    /// Where the escapes begin.
    ///
    /// - Parameter line: JSON, in which a backslash stands inside strings only; of other bytes the result
    ///   says nothing.
    /// - Complexity: O(n).
    static func positions(in line: UnsafeBufferPointer<UInt8>) -> [Int] {
        var positions: [Int] = []
        var position = 0
        while position < line.count {
            guard line[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            guard let unit = unit(in: line, at: position), UTF16.isSurrogate(unit) else {
                position += 2
                continue
            }
            let next = position + escapeCount
            if UTF16.isLeadSurrogate(unit), let trail = self.unit(in: line, at: next), UTF16.isTrailSurrogate(trail) {
                position = next + escapeCount
            } else {
                positions.append(position)
                position = next
            }
        }
        return positions
    }

    private static func unit(in line: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt16? {
        JSONEscape.unit(in: line, at: position, end: line.count)
    }
}
