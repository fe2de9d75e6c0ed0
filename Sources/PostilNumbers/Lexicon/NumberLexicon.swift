import PostilCore
import PostilText

/// The one table in which this module looks words up: each word's hash with an index to its entry.
struct NumberLexicon: Sendable {
    /// The lexicon of English.
    static let english = NumberLexicon()

    private let table: HashTable
    private let entries: [LexiconEntry]

    private init() {
        var builder = LexiconBuilder()
        for (word, numeral) in NumeralWords.all { builder.update(word) { $0.numeral = numeral } }
        for (role, words) in RoleWords.roles {
            for word in words.split(separator: " ") {
                builder.update(String(word)) { $0.roles |= 1 &<< UInt32(role.rawValue) }
            }
        }
        for (word, amount) in RoleWords.multiples {
            builder.update(word) {
                $0.roles |= 1 &<< UInt32(NumberRole.multiple.rawValue)
                $0.amount = amount
            }
        }
        entries = builder.entries
        table = HashTable(entries: builder.indices)
    }

    /// The entry of a word; ``LexiconEntry/empty`` where it has none.
    @inline(__always)
    func entry(_ hash: LowercaseHash) -> LexiconEntry { entries[Int(table.value(for: hash))] }

    /// Calls `body` with the bit filter of the table.
    func withFilter<Result>(_ body: (UnsafePointer<UInt64>) -> Result) -> Result? { table.withFilter(body) }
}

/// Collects the roles of each word.
private struct LexiconBuilder {
    /// The entries; the first is empty, since the table's zero means absence.
    private(set) var entries: [LexiconEntry] = [.empty]
    /// Each word's hash with its entry's index.
    private(set) var indices: [(LowercaseHash, UInt32)] = []
    private var known: [String: Int] = [:]

    /// Changes the entry of `word`, which is made where it does not exist.
    mutating func update(_ word: String, _ change: (inout LexiconEntry) -> Void) {
        let index = known[word] ?? entries.count
        if index == entries.count {
            entries.append(.empty)
            indices.append((LowercaseHash(word: word), UInt32(index)))
            known[word] = index
        }
        change(&entries[index])
    }
}
