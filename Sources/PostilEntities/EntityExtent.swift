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
}
