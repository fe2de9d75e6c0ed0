import Postil
import PostilEvaluation
import Testing

/// The tags and lemmas of the sample corpora against their gold.
@Suite struct CorporaTagsTests {
    /// Shares of gold tokens with the right answer are above these, in percent.
    private static let leastShares = (penn: 94.0, universal: 95.0, lemmas: 96.5)

    /// The universal tags that go with each Penn tag.
    private static let universalTags: [String: Set<String>] = [
        "NN": ["NOUN", "PRON", "SYM"], "NNS": ["NOUN"], "NNP": ["PROPN", "ADJ"], "NNPS": ["PROPN"],
        "VB": ["VERB", "AUX"], "VBP": ["VERB", "AUX"], "VBZ": ["VERB", "AUX"], "VBD": ["VERB", "AUX"],
        "VBN": ["VERB", "AUX"], "VBG": ["VERB", "AUX"], "MD": ["AUX"], "JJ": ["ADJ"], "JJR": ["ADJ"], "JJS": ["ADJ"],
        "RB": ["ADV", "PART"], "RBR": ["ADV"], "RBS": ["ADV"], "RP": ["ADP"], "IN": ["ADP", "SCONJ"], "TO": ["PART"],
        "DT": ["DET", "PRON"], "PDT": ["DET"], "WDT": ["DET", "PRON"], "PRP": ["PRON"], "PRP$": ["PRON"],
        "WP": ["PRON"], "WP$": ["PRON"], "WRB": ["ADV"], "EX": ["PRON"], "CC": ["CCONJ"], "CD": ["NUM"],
        "POS": ["PART"], "UH": ["INTJ"], "FW": ["ADV", "NOUN", "X"], "SYM": ["SYM"], "LS": ["NUM"], "ADD": ["PROPN"],
        "$": ["SYM"], "NFP": ["PUNCT", "SYM"], ",": ["PUNCT", "SYM"], "HYPH": ["PUNCT"], ".": ["PUNCT"],
        ":": ["PUNCT"], "``": ["PUNCT"], "''": ["PUNCT"], "-LRB-": ["PUNCT"], "-RRB-": ["PUNCT"],
    ]

    @Test(arguments: try CorporaGold.stems.get())
    func eachTokenHasTagsAndALemma(stem: String) throws {
        let table = try CorporaGold.tags(stem)
        let gold = try CorporaGold.document(stem).tagged(by: table)
        #expect(gold.tags.count == gold.tokens.count)
        #expect(gold.lemmas.count == gold.tokens.count)

        let sentences = table.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0.hasPrefix("# ") }
            .split(separator: "")
        let lengths = gold.sentences.map { sentence in
            gold.tokens.count { $0.start >= sentence.start && $0.end <= sentence.end }
        }
        #expect(sentences.map(\.count) == lengths)
    }

    @Test(arguments: try CorporaGold.stems.get())
    func theTwoTagsOfATokenDoNotContradictEachOther(stem: String) throws {
        let gold = try CorporaGold.document(stem).tagged(by: CorporaGold.tags(stem))
        for (token, tag) in zip(gold.tokens, gold.tags) {
            let tag = try #require(tag)
            let universalTags = Self.universalTags[tag.penn.name] ?? []
            #expect(universalTags.contains(tag.universal.name), "\(gold.text[token]) \(tag)")
        }
    }

    @Test func tagsAndLemmasAgreeWithGold() throws {
        let pipeline = try Pipeline.standard(providing: ["tags", "lemmas"])
        var score = TagScore()
        for stem in try CorporaGold.stems.get() {
            let gold = try CorporaGold.document(stem).tagged(by: CorporaGold.tags(stem))
            score.add(pipeline.annotate(Document(text: gold.text)), gold: gold)
        }
        #expect(score.tagged > 11_000)
        #expect(score.lemmatized == score.tagged)
        func share(_ right: Int) -> Double { 100 * Double(right) / Double(score.tagged) }
        #expect(share(score.penn) > Self.leastShares.penn, "\(score)")
        #expect(share(score.universal) > Self.leastShares.universal, "\(score)")
        #expect(share(score.lemmas) > Self.leastShares.lemmas, "\(score)")
    }

    @Test(arguments: [
        ("It\tPRP\tPRON\tit\nrains\tVBZ\tVERB\train\n", "there are tags for 2 of 3 tokens"),
        ("# note\nIt\tPRP\tPRON\tit\n\nsnows\tVBZ\tVERB\tsnow\n", "line 4 of the tags: 'snows' is not the next token"),
        (
            "It\tPRP\tPRON\n",
            "line 1 of the tags: a form, a Penn tag, a universal tag and a lemma are needed"
        ),
        (
            "It\tPRP\tNAME\tit\n",
            "line 1 of the tags: a form, a Penn tag, a universal tag and a lemma are needed"
        ),
    ])
    func aTableThatPartsFromTheTokensIsRefused(table: String, message: String) throws {
        let gold = try GoldDocument(identifier: "", segmentation: "It rains .", text: Text("It rains."))
        #expect(throws: GoldError(message: message)) { try gold.tagged(by: table) }
    }
}
