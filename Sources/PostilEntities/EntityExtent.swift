import PostilCore
import PostilText

/// What belongs to a name.
enum EntityExtent {
    private static let the = LowercaseHash(word: "the")
    private static let possessives: Set<LowercaseHash> = [
        LowercaseHash(word: "'s"), LowercaseHash(word: "’s"), LowercaseHash(word: "'"), LowercaseHash(word: "’"),
    ]

    /// A name's tokens without a leading *the* and a possessive ending.
    static func trimmed(_ range: Range<Int>, _ view: TokenView) -> Range<Int> {
        var range = range
        if range.count > 1, view.values[range.lowerBound].hash == the {
            range = range.lowerBound + 1..<range.upperBound
        }
        if range.count > 1, possessives.contains(view.values[range.upperBound - 1].hash) {
            range = range.lowerBound..<range.upperBound - 1
        }
        return range
    }

    /// A name's tokens up to a bracket that closes behind them, without marks at its ends that no name has there.
    static func balanced(_ range: Range<Int>, _ view: TokenView) -> Range<Int> {
        var range = range
        var open: Int?
        for token in range where view.length(token) == 1 {
            switch view.firstByte(token) {
            case UInt8(ascii: "("), UInt8(ascii: "["): open = open ?? token
            case UInt8(ascii: ")"), UInt8(ascii: "]"): open = nil
            default: break
            }
        }
        if let open, open > range.lowerBound { range = range.lowerBound..<open }
        while range.count > 1, isLooseMark(range.upperBound - 1, view, closers: "-,;:(['\"") { range = range.dropLast().indices }
        while range.count > 1, isLooseMark(range.lowerBound, view, closers: "-,;:)]'\"") { range = range.dropFirst().indices }
        return range
    }

    private static func isLooseMark(_ token: Int, _ view: TokenView, closers: StaticString) -> Bool {
        guard view.length(token) == 1, !view.isWordLike(token) else { return false }
        return closers.withUTF8Buffer { $0.contains(view.firstByte(token)) }
    }
}
