import PostilCore
import PostilText

/// Finds the words of a sentence that have a valence and what their surroundings make of it.
struct Composer {
    let lexicon: SentimentLexicon
    let view: TokenView

    /// The tags of the tokens; empty where no annotator has found them.
    let tags: [TokenTag]

    /// Whether the sentence stands in a report of business.
    var isBusiness = false

    /// The tokens of the sentence that are no quotation marks.
    var content: [Int32] = []

    /// The hashes of these tokens in the form in which the lexicon has them.
    var hashes: [LowercaseHash] = []

    /// The words and phrases of the sentence.
    var items: [SentenceItem] = []

    /// What has a valence.
    var terms: [ComposedTerm] = []

    /// Whether some words are written in capitals and others are not.
    var hasMixedCapitals = false

    /// The number of figures.
    var figureCount = 0

    /// What any item does.
    var roles: SentimentRole = []

    /// The number of each token's entry in the lexicon, for a stretch of tokens; -1 for none.
    private let entries: [Int32]

    /// Whether the sentence asks.
    var isQuestion = false

    /// Whether most of its words have capitals, as those of titles do.
    var isTitle = false

    init(lexicon: SentimentLexicon, view: TokenView, tags: [TokenTag]) {
        self.lexicon = lexicon
        self.view = view
        self.tags = tags
        entries = (0..<view.count).map { token in
            lexicon.index(of: TokenText.hash(of: token, in: view)).map { Int32(truncatingIfNeeded: $0) } ?? -1
        }
    }

    /// Reads the sentence of the tokens in `range`.
    mutating func compose(_ range: Range<Int>) {
        readContent(range)
        readItems()
        readClauses()
        terms.removeAll(keepingCapacity: true)
        readChanges()
        for index in items.indices where items[index].roles.contains(.valence) && !items[index].isSpent {
            addTerm(at: index)
        }
        weighContrast()
        addPunctuation()
        terms.sort { $0.first < $1.first }
    }

    /// The number of a token's entry in the lexicon; nil where it has none.
    func entry(ofToken token: Int) -> Int? { entries[token] < 0 ? nil : Int(entries[token]) }

    /// Whether the lexicon has a word of the content.
    func isKnown(_ position: Int) -> Bool { entries[Int(content[position])] >= 0 }

    /// The hash of the first token of an item.
    func hash(ofItem index: Int) -> LowercaseHash { hashes[Int(items[index].position)] }

    /// The place of an item in the text.
    func span(of index: Int) -> Span { span(from: Int(items[index].first), to: Int(items[index].last)) }

    /// The place of tokens in the text.
    func span(from first: Int, to last: Int) -> Span {
        Span(start: view.spans[first].start, end: view.spans[last].end)
    }

    func entry(of index: Int) -> SentimentEntry { lexicon.entries[Int(items[index].entry)] }
}
