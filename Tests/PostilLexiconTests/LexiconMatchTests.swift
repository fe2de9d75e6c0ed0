import PostilCore
import PostilLexicon
import Testing

/// A line of `matches.txt`.
struct MatchExample: CustomTestStringConvertible {
    let text: String
    let names: [String]
    let kinds: [String]

    /// Square brackets mark the names, `|` a line end and `¶` an empty line.
    init(line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        var text = ""
        var names: [String] = []
        var name: String?
        for character in fields.first ?? "" {
            switch character {
            case "[": name = ""
            case "]":
                names.append(name ?? "")
                name = nil
            default:
                let plain = character == "|" ? "\n" : character == "¶" ? "\n\n" : String(character)
                text += plain
                name? += plain
            }
        }
        self.text = text
        self.names = names
        kinds = fields.count > 1 ? fields[1].split(separator: ",").map { String($0.drop { $0 == " " }) } : []
    }

    var testDescription: String { text }

    static let all = lines(of: "Examples/matches.txt").map(MatchExample.init)
}

struct LexiconMatchTests {
    private func dictionary() throws -> Lexicon {
        var builder = LexiconBuilder()
        try builder.add(bytesOfFile("Examples/dictionary.tsv"), name: "dictionary.tsv")
        return try Lexicon(LexiconFile(LexiconBytes(copying: builder.build())))
    }

    @Test func theFileOfExamplesIsThere() { #expect(MatchExample.all.count > 10) }

    @Test(arguments: MatchExample.all)
    func theLongestNamesAreFoundWhateverTheirHyphensAccentsAndPoints(_ example: MatchExample) throws {
        let text = TokenizedText(example.text)
        let matches = text.matches(try dictionary(), scan: .separate)
        #expect(matches.map(text.text(of:)) == example.names)
        #expect(matches.map { $0.kinds.kinds.map(\.description).joined(separator: " ") } == example.kinds)
    }

    @Test func aMatchSaysCanonicalFormLinkWeightAndDetail() throws {
        let dictionary = try dictionary()
        let match = try #require(TokenizedText("Tall-Varis").matches(dictionary).first)
        let sense = try #require(dictionary.senses(of: match).first)
        #expect(sense.canonical == "Tal Varis")
        #expect(sense.link == "zembla:7")
        #expect(sense.detail == "ZM")
        #expect(sense.weight <= 80000 && sense.weight * 8 >= 80000 * 7)
        #expect(sense.fit == .asWritten)
    }

    @Test func caseIsIgnoredIfAskedAndTheMatchSaysSo() throws {
        let text = TokenizedText("i read in new yarl city, zu")
        #expect(text.matches(try dictionary()).isEmpty)
        let matches = text.matches(try dictionary(), accepting: .ignored)
        #expect(matches.map(text.text(of:)) == ["new yarl city", "zu"])
        #expect(matches.allSatisfy { $0.fit == .ignored })
    }

    @Test func allMatchesOfATokenComeLongestFirst() throws {
        let text = TokenizedText("New Yarl City")
        #expect(text.matches(try dictionary(), scan: .all).map(text.text(of:)) == ["New Yarl City", "New Yarl"])
    }

    @Test func sensesOfAKindComeWithTheGreaterWeightFirst() throws {
        let lexicon = try lexicon([
            LexiconEntry(surface: "Vyenna", kind: .city, link: "x:1", weight: 10),
            LexiconEntry(surface: "Vyenna", kind: .city, link: "x:2", weight: 1000),
            LexiconEntry(surface: "Vyenna", kind: .city, link: "x:2", weight: 900),
        ])
        let match = try #require(TokenizedText("Vyenna").matches(lexicon).first)
        #expect(lexicon.senses(of: match).map(\.link) == ["x:2", "x:1"])
    }

    @Test(arguments: ["x:0", "x:10", "x:007", "Q42", "x", "12", "x:4294967296", "x:999999999", ""])
    func linksComeBackAsTheyWentIn(_ link: String) throws {
        let lexicon = try lexicon([LexiconEntry(surface: "A", kind: .city, link: link)])
        let match = try #require(TokenizedText("A").matches(lexicon).first)
        #expect(lexicon.senses(of: match).first?.link == link)
    }

    @Test(arguments: [0, 1, 2, 3, 7, 8, 99, 100, 65535, 1_000_000, 4_000_000_000, UInt64.max])
    func weightsAreKeptToAnEighthUpToFourBillion(_ weight: UInt64) throws {
        let lexicon = try lexicon([LexiconEntry(surface: "A", kind: .city, weight: weight)])
        let match = try #require(TokenizedText("A").matches(lexicon).first)
        let kept = try #require(lexicon.senses(of: match).first).weight
        let clamped = min(weight, 4_026_531_839)
        #expect(kept <= clamped && kept + 1 >= (clamped + 1) / 8 * 7)
    }
}

struct LexiconSetTests {
    @Test func aLexiconOfHigherPriorityHidesWhatOverlapsItsMatches() throws {
        var set = LexiconSet()
        set.add(try lexicon([LexiconEntry(surface: "Blue River Bank", kind: .company)]), name: "low", priority: 0)
        set.add(try lexicon([LexiconEntry(surface: "River", kind: .water)]), name: "high")
        let text = TokenizedText("Blue River Bank and River")
        let matches = text.withInput { set.matches(in: $0) }
        #expect(matches.map(text.text(of:)) == ["River", "River"])
        #expect(matches.map { set.members[Int($0.lexicon)].name } == ["high", "high"])
    }

    @Test func lexiconsOfOnePriorityAreBothHeardTheLongerMatchFirst() throws {
        var set = LexiconSet()
        set.add(try lexicon([LexiconEntry(surface: "Blue", kind: .lastName)]), name: "first", priority: 1)
        set.add(try lexicon([LexiconEntry(surface: "Blue River", kind: .water)]), name: "second", priority: 1)
        let text = TokenizedText("Blue River")
        let matches = text.withInput { set.matches(in: $0) }
        #expect(matches.map(text.text(of:)) == ["Blue River", "Blue"])
        #expect(matches.map { set.senses(of: $0).map(\.kind) } == [[.water], [.lastName]])
    }
}
