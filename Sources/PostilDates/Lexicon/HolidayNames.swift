import PostilCore

/// The names of feasts, found word by word.
struct HolidayNames: Sendable {
    private let names: [LowercaseHash: [Name]]
    let feasts: [Holiday]

    private struct Name: Sendable {
        let words: [LowercaseHash]
        let feast: Int
    }

    init() {
        var names: [LowercaseHash: [Name]] = [:]
        var feasts: [Holiday] = []
        for holiday in HolidayList.all {
            for spelling in holiday.names.split(separator: "|") {
                for words in HolidayNames.tokens(of: spelling) {
                    guard let first = words.first else { continue }
                    names[first, default: []].append(Name(words: words, feast: feasts.count))
                }
            }
            feasts.append(holiday)
        }
        self.names = names.mapValues { $0.sorted { $0.words.count > $1.words.count } }
        self.feasts = feasts
    }

    /// The hashes of a name's tokens; a name with hyphens has two forms, since some prefixes keep theirs.
    private static func tokens(of name: Substring) -> [[LowercaseHash]] {
        let words = name.split(separator: " ")
        let whole = words.map { LowercaseHash(word: $0) }
        guard name.contains("-") else { return [whole] }
        var cut: [LowercaseHash] = []
        for word in words {
            for (index, part) in word.split(separator: "-").enumerated() {
                if index > 0 { cut.append(LowercaseHash(word: "-")) }
                cut.append(LowercaseHash(word: part))
            }
        }
        return [whole, cut]
    }

    /// The first words of all names.
    var firstWords: [LowercaseHash] { Array(names.keys) }

    /// The longest name that starts at a token.
    ///
    /// - Parameter word: The hash of the word so many tokens on; nil behind the last.
    /// - Returns: The feast's position in ``feasts`` and the number of its words.
    func longest(_ word: (Int) -> LowercaseHash?) -> (feast: Int, count: Int)? {
        guard let first = word(0), let candidates = names[first] else { return nil }
        for name in candidates {
            var index = 1
            while index < name.words.count, word(index) == name.words[index] { index += 1 }
            if index == name.words.count { return (name.feast, index) }
        }
        return nil
    }
}
