import PostilCore

/// Phrases of several words for a place counted from an end or from here.
enum RelativePhrases {
    /// Their words' hashes, the longest phrases first.
    static let all: [[LowercaseHash]] =
        texts
        .map { $0.split(separator: " ").map { LowercaseHash(word: $0) } }
        .sorted { $0.count > $1.count }

    private static let texts = [
        "the one before the last one", "the one before the last", "the one after the next", "next to last",
        "next to the last", "second to last", "the second to last", "the second to the last", "third to last",
        "the third to last", "last but one", "the last but one", "next one", "previous one", "current one", "last one",
        "the second last", "second last",
    ]
}
