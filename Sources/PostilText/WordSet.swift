import PostilCore

/// A fixed set of words, asked for by their hashes.
struct WordSet: Sendable {
    private let table: HashTable

    /// The set of the words that white space parts in `words`.
    init(_ words: String) {
        table = HashTable(
            entries: words.split { $0 == " " || $0 == "\n" }.map { (LowercaseHash(word: $0), 1) }
        )
    }

    /// Whether the word with this hash is in the set.
    ///
    /// - Complexity: O(1).
    func contains(_ hash: LowercaseHash) -> Bool { table.value(for: hash) != 0 }
}
