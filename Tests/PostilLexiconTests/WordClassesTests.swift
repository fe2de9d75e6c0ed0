import PostilCore
import PostilLexicon
import Testing

struct WordClassesTests {
    private func classes(_ table: String) throws -> WordClasses {
        var builder = WordClassesBuilder()
        try builder.add(Array(table.utf8), name: "t.tsv")
        return try WordClasses(LexiconFile(LexiconBytes(copying: builder.build())))
    }

    @Test func wordsAreKnownAsTheyAreWrittenDigitsAside() throws {
        let classes = try classes("may\t0\t0110\nMay\t1\t01110\n0000\t2\t1\n#\t2\t1\n")
        #expect(classes.classCount == 3)
        #expect(classes[CasedHash(word: "may")] == 0)
        #expect(classes[CasedHash(word: "May")] == 1)
        #expect(classes[CasedHash(word: "1998")] == 2)
        #expect(classes[CasedHash(word: "#")] == 2)
        #expect(classes[CasedHash(word: "MAY")] == nil)
    }

    @Test func wordsAreFoundInLowerCaseWhateverTheirCapitals() throws {
        let classes = try classes("maße\t0\t0\nmay-0000\t1\t1\n")
        func found(_ word: String) -> UInt16? {
            Array(word.utf8).withUnsafeBufferPointer { classes[lowercasing: $0] }
        }
        #expect(found("MAße") == 0)
        #expect(found("May-2014") == 1)
        #expect(found("June") == nil)
        #expect(found("") == nil)
        #expect(found(String(repeating: "May", count: 9)) == nil)
    }

    @Test func aPathsBeginningsAreNumbersThatTellLengthsApart() throws {
        let classes = try classes("a\t0\t0110\nb\t1\t011010\n")
        #expect(classes.path(of: 0) == 0b1_0110)
        #expect(classes.path(of: 0, upTo: 2) == 0b1_01)
        #expect(classes.path(of: 1, upTo: 4) == classes.path(of: 0, upTo: 4))
        #expect(classes.path(of: 0, upTo: 10) != classes.path(of: 1, upTo: 10))
        #expect(classes.path(of: 9) == 0)
    }

    @Test func thousandsOfWordsAreAllFoundAndNoOthers() throws {
        let letters = Array("abcdefghij")
        func word(_ number: Int) -> String { String(String(number).map { letters[Int(String($0)) ?? 0] }) }
        let table = (0..<5000).map { "\(word($0 * 3))\t\($0 % 900)\t1\(String($0 % 900, radix: 2))\n" }.joined()
        let classes = try classes(table)
        for number in 0..<5000 {
            #expect(classes[CasedHash(word: word(number * 3))] == UInt16(number % 900))
            #expect(classes[CasedHash(word: word(number * 3 + 1))] == nil)
        }
    }

    @Test(arguments: [
        ("a", "1:2"), ("a\tx\t1", "1:3"), ("a\t1023\t1", "1:3"), ("a\t1\t12", "1:5"), ("a\t1\t1\nb\t1\t0", "2:5"),
        ("a\t1\t1\na\t2\t0", "2:1"),
    ])
    func aFaultIsNamedWithItsPlace(_ table: String, place: String) throws {
        var builder = WordClassesBuilder()
        let error = try #require(throws: LexiconError.self) { try builder.add(Array(table.utf8), name: "t") }
        #expect(error.place == "t:" + place)
    }

    @Test func theProgramsClassesByContextsAreSound() throws {
        let contexts = try WordClasses.embeddedContexts
        #expect(contexts.classCount == 1000)
        let kenya = try #require(contexts[CasedHash(word: "kenya")])
        let uganda = try #require(contexts[CasedHash(word: "uganda")])
        let article = try #require(contexts[CasedHash(word: "the")])
        #expect(contexts.path(of: kenya, upTo: 4) == contexts.path(of: uganda, upTo: 4))
        #expect(contexts.path(of: kenya, upTo: 4) != contexts.path(of: article, upTo: 4))
    }

    @Test func theProgramsOwnClassesAreSound() throws {
        let classes = try WordClasses.embedded
        #expect(classes.classCount == 1000)
        let tuesday = try #require(classes[CasedHash(word: "Tuesday")])
        let thursday = try #require(classes[CasedHash(word: "Thursday")])
        let article = try #require(classes[CasedHash(word: "the")])
        #expect(classes.path(of: tuesday, upTo: 6) == classes.path(of: thursday, upTo: 6))
        #expect(classes.path(of: tuesday, upTo: 6) != classes.path(of: article, upTo: 6))
        #expect(classes[CasedHash(word: "qzxvjkqq")] == nil)
    }
}

struct CasedHashTests {
    @Test(arguments: ["", "a", "Paris", "twelve-letter", "2014-06-17T10:30", "naïve café", "x1y2z3x1y2z3x1y2z3"])
    func bothWaysOfReadingGiveOneHash(_ word: String) {
        let bytes = Array(word.utf8)
        let padded = bytes + Array("9999999999".utf8)
        let short = bytes.withUnsafeBufferPointer { CasedHash($0) }
        let long = padded.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { CasedHash($0, count: bytes.count, readable: padded.count) }
        }
        #expect(short == long)
        #expect(short == CasedHash(word: word))
    }

    @Test func caseCountsAndDigitsDoNot() {
        #expect(CasedHash(word: "May") != CasedHash(word: "may"))
        #expect(CasedHash(word: "1998-b7") == CasedHash(word: "0000-b0"))
        #expect(CasedHash(word: "a:b;c") != CasedHash(word: "a0b0c"))
        #expect(CasedHash(word: "paris").bits != LowercaseHash(word: "paris").bits)
    }
}
