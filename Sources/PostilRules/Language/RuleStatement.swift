/// A statement of a rule file: a line that begins with a keyword, and the lines that go on from it.
struct RuleStatement {
    /// What a statement is about.
    enum Keyword: String, CaseIterable {
        case name = "name"
        case version = "version"
        case layer = "layer"
        case overlaps = "overlaps"
        case words = "words"
        case lexicon = "lexicon"
        case macro = "let"
        case rule = "rule"
        case match = "match"
        case precededBy = "preceded by"
        case notPrecededBy = "not preceded by"
        case followedBy = "followed by"
        case notFollowedBy = "not followed by"
        case withNearby = "with nearby"
        case withoutNearby = "without nearby"
        case maybeNearby = "maybe nearby"
        case make = "make"
        case note = "note"
        case example = "example"
        case counterExample = "counter"

        /// What must stand behind the keyword for a line to begin a statement, so that the words of a pattern
        /// may stand at the beginning of a line too.
        var follower: Follower {
            switch self {
            case .words, .lexicon, .macro: .reference
            case .example, .counterExample, .note: .string
            case .name, .version, .layer, .rule: .name
            default: .anything
            }
        }

        /// Whether the statement is part of a rule.
        var isOfRule: Bool {
            switch self {
            case .name, .version, .layer, .overlaps, .words, .lexicon, .macro, .rule: false
            default: true
            }
        }
    }

    /// What follows a keyword, as messages say it.
    enum Follower: String {
        case anything = "something on its line"
        case name = "a name"
        case reference = "a name with '$' before it"
        case string = "a text between \" marks"
    }

    /// What it is about.
    let keyword: Keyword

    /// Where the keyword stands.
    let keywordRange: Range<Int>

    /// What follows the keyword, up to the next statement.
    let body: Range<Int>

    /// Cuts a file into statements.
    ///
    /// - Returns: The statements, and the text before the first that belongs to none.
    static func all(in source: RuleSource) -> (statements: [RuleStatement], stray: Range<Int>?) {
        var starts: [(keyword: Keyword, range: Range<Int>)] = []
        var stray: Range<Int>?
        var lineStart = 0
        while lineStart < source.bytes.count {
            var position = lineStart
            let lineEnd = source.bytes[lineStart...].firstIndex(of: 0x0A) ?? source.bytes.count
            while position < lineEnd, RuleScanner.isSpace(source.bytes[position]) { position += 1 }
            if let start = keyword(at: position, lineEnd: lineEnd, in: source) {
                starts.append(start)
            } else if starts.isEmpty, stray == nil, position < lineEnd, source.bytes[position] != 0x23 {
                stray = position..<lineEnd
            }
            lineStart = lineEnd + 1
        }
        let ends = starts.dropFirst().map(\.range.lowerBound) + [source.bytes.count]
        let statements = zip(starts, ends).map { start, end in
            RuleStatement(keyword: start.keyword, keywordRange: start.range, body: start.range.upperBound..<end)
        }
        return (statements, stray)
    }

    /// The keyword that begins at `position`; the longest where several do.
    private static func keyword(
        at position: Int,
        lineEnd: Int,
        in source: RuleSource
    ) -> (keyword: Keyword, range: Range<Int>)? {
        var found: (keyword: Keyword, range: Range<Int>)?
        for keyword in Keyword.allCases {
            var end = position
            var matches = true
            for (index, word) in keyword.rawValue.split(separator: " ").enumerated() {
                if index > 0 {
                    let spaces = end
                    while end < lineEnd, RuleScanner.isSpace(source.bytes[end]) { end += 1 }
                    matches = matches && end > spaces
                }
                let bytes = Array(word.utf8)
                guard matches, source.bytes[end..<lineEnd].starts(with: bytes) else {
                    matches = false
                    break
                }
                end += bytes.count
            }
            guard matches, end == lineEnd || !RuleScanner.isName(source.bytes[end]) else { continue }
            var next = end
            while next < lineEnd, RuleScanner.isSpace(source.bytes[next]) { next += 1 }
            let follower = next < lineEnd ? source.bytes[next] : 0
            switch keyword.follower {
            case .anything: break
            case .reference: if follower != 0x24 { continue }
            case .string: if follower != 0x22 { continue }
            case .name: if follower != 0x22, !RuleScanner.isName(follower) { continue }
            }
            if end - position > found?.range.count ?? 0 { found = (keyword, position..<end) }
        }
        return found
    }
}
