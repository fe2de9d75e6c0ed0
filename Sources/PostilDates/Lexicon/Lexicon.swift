import PostilCore
import PostilText

/// What every word may mean in a temporal expression, found by one look-up.
struct Lexicon: Sendable {
    private let table: HashTable
    private(set) var meanings: [WordMeaning]
    let holidays: HolidayNames

    /// The meanings at fixed positions that tokens get by their form.
    static let number = 1
    static let clock = 2
    static let comma = 3
    static let hyphen = 4
    static let slash = 5
    static let prefixed = 6
    static let point = 7
    static let at = 8
    static let apostrophe = 9
    /// A word of digits and letters, such as *26nov*.
    static let glued = 10

    static let shared = Lexicon()

    private init() {
        var builder = LexiconBuilder()
        let holidays = HolidayNames()
        for first in holidays.firstWords { builder.add(.holiday, to: first) }
        builder.addWords()
        let fixed: [WordClass] = [
            [], .number, .clock, .comma, .hyphen, .slash, .prefixed, .point, .at, .possessiveMark, [.number, .clock],
        ]
        var meanings = fixed.map { WordMeaning(classes: $0) }
        var entries: [(LowercaseHash, UInt32)] = []
        for (hash, meaning) in builder.meanings {
            entries.append((hash, UInt32(truncatingIfNeeded: meanings.count)))
            meanings.append(meaning)
        }
        self.meanings = meanings
        self.holidays = holidays
        table = HashTable(entries: entries)
    }

    /// The position in ``meanings`` of what the word of `hash` means; 0 for a word of no class.
    @inline(__always)
    func position(of hash: LowercaseHash) -> UInt16 { UInt16(truncatingIfNeeded: table.value(for: hash)) }

    /// Calls `body` with the filter of ``HashTable/mayContain(_:in:)``.
    func withFilter<Result>(_ body: (UnsafePointer<UInt64>) -> Result) -> Result? { table.withFilter(body) }

    /// What a word means.
    subscript(hash: LowercaseHash) -> WordMeaning { meanings[Int(position(of: hash))] }
}

/// Collects the meanings of words in any order.
struct LexiconBuilder {
    private(set) var meanings: [LowercaseHash: WordMeaning] = [:]

    mutating func add(_ word: WordClass, to hash: LowercaseHash) {
        meanings[hash, default: WordMeaning()].classes.formUnion(word)
    }

    private mutating func each(_ words: String, _ change: (inout WordMeaning) -> Void) {
        for word in words.split(whereSeparator: \.isWhitespace) {
            change(&meanings[LowercaseHash(word: word), default: WordMeaning()])
        }
    }

    mutating func addWords() {
        for (index, words) in WordList.months.enumerated() {
            each(words) {
                $0.classes.insert(.month)
                $0.month = index + 1
            }
        }
        for (index, words) in WordList.weekdays.enumerated() {
            each(words) {
                $0.classes.insert(.weekday)
                $0.weekday = index + 1
                $0.isPlural = false
            }
        }
        for word in ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"] {
            each(word) { $0.isPlural = true }
        }
        addUnits()
        addNumbers()
        for (wordClass, value, words) in WordList.classes {
            each(words) {
                $0.classes.insert(wordClass)
                switch wordClass {
                case .direction: $0.direction = value
                case .phase: $0.phase = value
                case .shift: $0.shift = value
                case .edge: $0.edge = value
                default: if value != 0 { $0.value = value }
                }
            }
        }
        for word in [
            "mornings", "afternoons", "evenings", "nights", "nites", "summers", "winters", "springs", "autumns",
        ] {
            each(word) { $0.isPlural = true }
        }
        for (index, entry) in WordList.sets.enumerated() {
            each(entry.1) {
                $0.classes.insert(.setWord)
                $0.value = index
            }
        }
        each(WordList.zones) { $0.classes.insert(.zone) }
        each("'s ’s s' '") { $0.classes.insert(.possessiveMark) }
    }

    private mutating func addUnits() {
        for (unit, singular, plural) in WordList.units {
            each(singular) {
                $0.classes.insert(.unit)
                $0.unit = unit
            }
            each(plural) {
                $0.classes.insert(.unit)
                $0.unit = unit
                $0.isPlural = true
            }
        }
    }

    private mutating func addNumbers() {
        for (index, word) in WordList.ordinals.split(whereSeparator: \.isWhitespace).enumerated() {
            each(String(word)) {
                $0.classes.insert(.ordinal)
                $0.ordinal = index + 1
            }
        }
        each("thirtieth") {
            $0.classes.insert(.ordinal)
            $0.ordinal = 30
        }
        for (index, word) in WordList.cardinals.split(whereSeparator: \.isWhitespace).enumerated() {
            each(String(word)) {
                $0.classes.insert(.cardinal)
                $0.value = index + 1
            }
        }
        for (index, word) in WordList.tens.split(whereSeparator: \.isWhitespace).enumerated() {
            each(String(word)) {
                $0.classes.insert(.cardinal)
                $0.value = (index + 2) * 10
            }
        }
        for (index, word) in WordList.decades.split(whereSeparator: \.isWhitespace).enumerated() {
            each(String(word)) {
                $0.classes.insert(.decade)
                $0.value = index + 2
            }
        }
    }
}
