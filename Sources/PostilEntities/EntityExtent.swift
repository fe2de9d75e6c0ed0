import PostilCore
import PostilText

/// What belongs to a name.
enum EntityExtent {
    private static let the = LowercaseHash(word: "the")
    private static let possessives: Set<LowercaseHash> = [
        LowercaseHash(word: "'s"), LowercaseHash(word: "’s"), LowercaseHash(word: "'"), LowercaseHash(word: "’"),
    ]

    /// What stands before names of persons and is never a part of one.
    private static let titles = hashes(
        """
        mr mr. mrs mrs. ms ms. mx mx. dr dr. prof prof. messrs messrs. sen. rep. gov. gen. lt. col. maj. capt. sgt. cpl. \
        pvt. adm. cmdr. rev. fr. hon. cllr cllr. d.i. d.s. insp. supt.
        """
    )

    /// What says behind the name of a place what kind of place it is.
    private static let kindsOfPlaces = hashes(
        """
        province state city town village county district region area island islands peninsula valley river governorate \
        prefecture municipality borough suburb neighborhood neighbourhood airport station
        """
    )

    private static func hashes(_ words: String) -> Set<LowercaseHash> {
        Set(words.split(separator: " ").map { LowercaseHash(word: $0) })
    }

    /// A name's tokens without a leading *the*, a possessive ending, titles before a person and, in small letters,
    /// the kind of a place behind its name.
    static func trimmed(_ range: Range<Int>, _ kind: EntityKind, _ view: TokenView) -> Range<Int> {
        var range = trimmed(range, view)
        if kind == .person {
            while range.count > 1, titles.contains(view.values[range.lowerBound].hash) {
                let isApart = view.isStop(range.lowerBound + 1) && range.count > 2
                let next = range.lowerBound + (isApart ? 2 : 1)
                guard view.isCapitalized(next) else { break }
                range = next..<range.upperBound
            }
        } else if kind == .geopolitical || kind == .location {
            // In a text without capitals *city* may be as much of the name as in *New York City*.
            while range.count > 1, view.isCapitalized(range.lowerBound), view.isLowerWord(range.upperBound - 1),
                kindsOfPlaces.contains(view.values[range.upperBound - 1].hash)
            {
                range = range.lowerBound..<range.upperBound - 1
            }
        }
        return range
    }

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
        while range.count > 1, isLooseMark(range.upperBound - 1, view, closers: "-,;:(['\"") {
            range = range.dropLast().indices
        }
        while range.count > 1, isLooseMark(range.lowerBound, view, closers: "-,;:)]'\"") {
            range = range.dropFirst().indices
        }
        return range
    }

    private static func isLooseMark(_ token: Int, _ view: TokenView, closers: StaticString) -> Bool {
        guard view.length(token) == 1, !view.isWordLike(token) else { return false }
        return closers.withUTF8Buffer { $0.contains(view.firstByte(token)) }
    }
}
