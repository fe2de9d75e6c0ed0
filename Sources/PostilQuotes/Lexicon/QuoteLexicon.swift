import PostilCore
import PostilText

/// Tells what is known of words, by the hashes that the tokeniser made.
struct QuoteLexicon: Sendable {
    private let table: HashTable
    private let sets: [WordClass]

    /// Compiles the lists.
    init() {
        var classes: [String: WordClass] = [:]
        for (words, given) in QuoteLexicon.words {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                classes[String(word), default: []].formUnion(given)
            }
        }
        for (words, given) in [
            (QuoteLexicon.maleNames, [WordClass.firstName, .male]),
            (QuoteLexicon.femaleNames, [WordClass.firstName, .female]),
        ] {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                classes[String(word), default: []].formUnion(WordClass(given))
            }
        }
        for (words, given) in QuoteLexicon.verbs {
            for verb in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                for (form, formClass) in VerbForms.forms(of: String(verb)) {
                    classes[form, default: []].formUnion([given, formClass])
                }
            }
        }
        var sets: [WordClass] = [[]]
        var numbers: [WordClass: UInt32] = [:]
        var entries: [(LowercaseHash, UInt32)] = []
        entries.reserveCapacity(classes.count)
        for (word, set) in classes {
            let number = numbers[set] ?? UInt32(sets.count)
            if Int(number) == sets.count {
                numbers[set] = number
                sets.append(set)
            }
            entries.append((LowercaseHash(word: word), number))
        }
        table = HashTable(entries: entries)
        self.sets = sets
    }

    /// The classes of the words of `tokens`, one for each.
    ///
    /// - Complexity: O(n).
    func classes(of tokens: Layer<Token>) -> [WordClass] {
        var classes = [WordClass](repeating: [], count: tokens.count)
        _ = table.withFilter { filter in
            for index in 0..<tokens.count {
                let hash = tokens.values[index].hash
                guard HashTable.mayContain(hash, in: filter) else { continue }
                let number = table.value(for: hash)
                if number != 0 { classes[index] = sets[Int(number)] }
            }
        }
        return classes
    }
}
