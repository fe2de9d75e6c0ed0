import PostilCore
import PostilLexicon
import Testing

struct LexiconPropertyTests {
    private static let words = ["ba", "be", "bi", "bo", "bu", "da", "de", "di"]

    private func phrase(_ count: ClosedRange<Int>, _ generator: inout SplitMix64) -> [String] {
        (0..<Int.random(in: count, using: &generator)).map { _ in
            LexiconPropertyTests.words[Int.random(in: 0..<8, using: &generator)]
        }
    }

    @Test(arguments: 0..<60)
    func matchesAgreeWithANaiveSearchForAnyDictionaryAndText(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let names = Set((0..<Int(1 + seed % 40)).map { _ in phrase(1...4, &generator) })
        let lexicon = try lexicon(
            names.sorted { $0.joined() < $1.joined() }.map {
                LexiconEntry(surface: $0.joined(separator: " "), kind: .term)
            }
        )
        let words = phrase(0...80, &generator)
        let text = TokenizedText(words.joined(separator: " "))
        var all: [Range<Int>] = []
        for start in words.indices {
            for end in stride(from: words.count, to: start, by: -1) where names.contains(Array(words[start..<end])) {
                all.append(start..<end)
            }
        }
        var longest: [Range<Int>] = []
        for range in all where longest.last?.lowerBound != range.lowerBound { longest.append(range) }
        var separate: [Range<Int>] = []
        for range in longest where range.lowerBound >= separate.last?.upperBound ?? 0 { separate.append(range) }
        #expect(text.matches(lexicon, scan: .all).map(\.tokens) == all)
        #expect(text.matches(lexicon, scan: .longest).map(\.tokens) == longest)
        #expect(text.matches(lexicon, scan: .separate).map(\.tokens) == separate)
    }

    @Test func everyNameOfALargeDictionaryIsFoundAndNoOther() throws {
        var builder = LexiconBuilder()
        for number in 0..<20_000 {
            try builder.add(LexiconEntry(surface: "Name\(number * 2) Of", kind: .term, link: "n:\(number)"))
        }
        let lexicon = try Lexicon(LexiconFile(LexiconBytes(copying: builder.build())))
        for number in stride(from: 0, to: 20_000, by: 7) {
            let match = try #require(TokenizedText("Name\(number * 2) Of").matches(lexicon).first)
            #expect(lexicon.senses(of: match).map(\.link) == ["n:\(number)"])
            #expect(TokenizedText("Name\(number * 2 + 1) Of").matches(lexicon).isEmpty)
            #expect(TokenizedText("Name\(number * 2) Or").matches(lexicon).isEmpty)
        }
    }

    @Test func theSameEntriesGiveTheSameBytes() throws {
        func bytes() throws -> [UInt8] {
            var builder = LexiconBuilder()
            try builder.add(bytesOfFile("Examples/dictionary.tsv"), name: "dictionary.tsv")
            return try builder.build(facts: [("sources", "tests")])
        }
        #expect(try bytes() == bytes())
    }

    @Test func anEmptyLexiconFindsNothing() throws {
        #expect(TokenizedText("Anything at all").matches(try lexicon([])).isEmpty)
    }
}

struct LexiconFileTests {
    private func bytes() throws -> [UInt8] {
        var builder = LexiconBuilder()
        try builder.add(bytesOfFile("Examples/dictionary.tsv"), name: "dictionary.tsv")
        return try builder.build(facts: [("sources", "tests")])
    }

    private func code(of bytes: [UInt8], isTrusted: Bool = false) -> ErrorCode? {
        do throws(LexiconError) {
            _ = try Lexicon(LexiconFile(LexiconBytes(copying: bytes), isTrusted: isTrusted))
            return nil
        } catch {
            return error.code
        }
    }

    @Test func aHeaderSaysWhatWasCompiled() throws {
        let file = try LexiconFile(LexiconBytes(copying: bytes()))
        #expect(file["sources"] == "tests")
        #expect(file["names"] == "21")
    }

    @Test func anyChangedByteIsSeen() throws {
        let sound = try bytes()
        for index in sound.indices {
            var damaged = sound
            damaged[index] ^= UInt8(1 << (index % 8))
            let expected: Set<ErrorCode> = [.lexiconDamaged, .lexiconVersion]
            #expect(expected.contains(try #require(code(of: damaged))))
        }
    }

    @Test func anyCutIsSeen() throws {
        let sound = try bytes()
        for count in stride(from: 0, to: sound.count, by: 13) {
            #expect(code(of: Array(sound[..<count])) == .lexiconDamaged)
        }
    }

    @Test func anotherVersionIsNamed() throws {
        var other = try bytes()
        other[8] = 9
        #expect(code(of: other) == .lexiconVersion)
    }

    @Test func aTableOfWordClassesIsNoLexiconOfNames() throws {
        #expect(code(of: WordClassesBuilder().build()) == .lexiconDamaged)
    }

    @Test(arguments: 0..<300)
    func aDamagedLexiconWhoseChecksumIsNotReadStillReadsOnlyItsOwnBytes(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var damaged = try bytes()
        for _ in 0..<20 {
            let index = Int.random(in: 32..<damaged.count, using: &generator)
            damaged[index] = UInt8.random(in: 0...255, using: &generator)
        }
        guard code(of: damaged, isTrusted: true) == nil else { return }
        let lexicon = try Lexicon(LexiconFile(LexiconBytes(copying: damaged), isTrusted: true))
        let text = TokenizedText("Tal Varis ZU New Yarl City Reading machine learning B&T 3Q Zembla")
        for match in text.matches(lexicon, scan: .all, accepting: .ignored) {
            #expect(match.tokens.upperBound <= text.tokens.spans.count)
            _ = lexicon.senses(of: match)
        }
    }
}

struct LexiconTableTests {
    @Test(arguments: [
        ("Zembla", 1, 7, "a name and its kind are needed"), ("a\tcity\n\nb\tplanet", 3, 3, "\"planet\" is no kind"),
        ("a\tcity\t\t\tmany", 1, 10, "a weight is a whole number"), ("é\tcity\t\t\t-1", 1, 10, "a weight is"),
        ("\tcity", 1, 1, "the name has no letter"), ("a\tcity\t\t\t\t\tb|\u{200D}", 1, 12, "the name has no letter"),
        ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\tcity", 1, 1, "the name has 17 parts"),
        ("a\tcity\t\t\t\t\t\tmore", 1, 13, "more than seven fields"),
    ])
    func aFaultIsNamedWithFileLineAndColumn(_ table: String, line: Int, column: Int, text: String) throws {
        var builder = LexiconBuilder()
        let error = try #require(throws: LexiconError.self) { try builder.add(Array(table.utf8), name: "t.tsv") }
        #expect(error.code == .invalidEntry)
        #expect(error.place == "t.tsv:\(line):\(column)")
        #expect(error.message.contains(text))
    }

    @Test func bytesThatAreNoUTF8AreRefused() throws {
        var builder = LexiconBuilder()
        let error = try #require(throws: LexiconError.self) {
            try builder.add([0x41, 0xFF, 0x09, 0x63], name: "t.tsv")
        }
        #expect(error.place == "t.tsv:1:1")
    }

    @Test func byteOrderMarksCRLFCommentsAndOntoNotesTypesAreTaken() throws {
        var builder = LexiconBuilder()
        try builder.add(Array("\u{FEFF}Alpha\tGPE\r\n# Beta\tORG\r\n\r\nGamma\tORG\r\n".utf8), name: "t.tsv")
        #expect(builder.nameCount == 2)
        let lexicon = try Lexicon(LexiconFile(LexiconBytes(copying: builder.build())))
        #expect(TokenizedText("Alpha Beta Gamma").matches(lexicon).map(\.kinds.kinds) == [[.place], [.organization]])
    }

    @Test(arguments: LexiconKind.all) func eachKindHasItsOwnName(_ kind: LexiconKind) {
        #expect(LexiconKind(name: kind.description) == kind)
    }
}
