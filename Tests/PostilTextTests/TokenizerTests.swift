import PostilCore
import PostilText
import Testing

@Suite struct TokenizerTests {
    static let examples = TokenExample.parse(textOfFile("Examples/tokens.txt") ?? "")

    @Test func theFileOfExamplesIsRead() {
        #expect(Self.examples.count >= 150)
        #expect(Set(Self.examples.map(\.phenomenon)).count >= 25)
    }

    @Test(arguments: examples) func cutsAsTheExampleSays(_ example: TokenExample) {
        #expect(tokens(of: example.text) == example.tokens)
    }

    @Test(arguments: examples) func aParagraphBeforeChangesNothing(_ example: TokenExample) {
        let prefix = "É is a letter.\n\n"
        let alone = buffer(of: example.text)
        let shifted = buffer(of: prefix + example.text)
        let before = buffer(of: prefix).count
        let shift = UInt32(prefix.utf8.count)
        let spans = shifted.spans.dropFirst(before).map { Span(start: $0.start - shift, end: $0.end - shift) }
        let isSame =
            spans == alone.spans && Array(shifted.values.dropFirst(before)) == alone.values
            && Array(shifted.rules.dropFirst(before)) == alone.rules
        #expect(isSame)
    }

    @Test(arguments: examples) func spansCoverTheTextInOrder(_ example: TokenExample) {
        #expect(violation(in: example.text) == nil)
    }

    @Test(arguments: [
        ("Call (212) 555-0123 now", ["(", "212", ")", "555-0123"], TokenKind.phone),
        ("Call +44 20 7946 0958 now", ["+44", "20", "7946", "0958"], .phone),
        ("Call 020 7946 0958 now", ["020", "7946", "0958"], .phone),
        ("It was 04/30/2001 10:15", ["04/30/2001", "was"], .number),
        ("The count was 123 1234", ["123", "1234"], .number),
        ("See https://example.org/a and example.com", ["https://example.org/a", "example.com"], .url),
        ("Ask me@example.org", ["me@example.org"], .email),
        ("Ask @someone", ["@someone"], .handle),
        ("Read #news", ["#news"], .hashtag),
        ("Open plan-2.doc and a.tar", ["plan-2.doc", "a.tar"], .file),
        ("Use 2.0.1 today", ["2.0.1"], .version),
        ("At 10:30 sharp", ["10:30"], .time),
        ("So 3, 1,000.5 and 1990s", ["3", "1,000.5", "1990s"], .number),
        (".5 of it, or .25", [".5", ".25"], .number),
        ("Fine :) 😊", [":)", "😊"], .emoji),
        ("It's fine, isn't it, cannot say", ["'s", "n't", "not"], .clitic),
        ("A $5, 5% & 3 + 4", ["$", "%", "&", "+"], .symbol),
        ("Well, (yes) — no.", [",", "(", ")", "—", "."], .punctuation),
        ("The U.S. café of O'Brien", ["The", "U.S.", "café", "O'Brien"], .word),
    ])
    func kindsFollowTheSigns(text: String, wanted: [String], kind: TokenKind) {
        let buffer = buffer(of: text)
        let texts = tokens(of: text)
        for token in wanted {
            let found = zip(texts, buffer.values).filter { $0.0 == token }.map(\.1.kind)
            let isExpected = kind == .number && token == "was" ? found == [.word] : found == [kind]
            #expect(isExpected, "\(token) in \(texts) has \(found.map(\.name))")
        }
    }

    @Test(arguments: [
        ("word", TokenShape.lower), ("Word", .capitalized), ("WORD", .upper), ("A", .initial), ("a", .lower),
        ("iPhone", .mixed), ("McDonald", .mixed), ("42", .none), ("J.", .initial), ("U.S.", .upper),
        ("internationally", .lower), ("Internationally", .capitalized), ("INTERNATIONALLY", .upper),
        ("InterNationally", .mixed), ("internationallY", .mixed), ("École", .capitalized), ("ÉCOLE", .upper),
        ("exactlyeight", .lower), ("Eightlet", .capitalized), ("EIGHTLET", .upper),
    ])
    func shapesFollowTheCapitals(text: String, shape: TokenShape) {
        for padded in [text + " is it, said the whole of the town", text + " Ito"] {
            #expect(buffer(of: padded).values.first?.shape == shape, "\(padded)")
        }
    }

    @Test func hashesAreThoseOfTheLowerCasedForm() {
        let text = "The INTERNATIONALLY Known École can't don’t O’Brien , stop. It"
        let buffer = buffer(of: text)
        let words = ["the", "internationally", "known", "école", "ca", "n't", "do", "n't", "o'brien", ",", "stop", "."]
        for (index, word) in words.enumerated() {
            #expect(buffer.values[index].hash == LowercaseHash(word: word), "\(word)")
        }
    }

    @Test func everyTokenNamesARule() {
        for example in Self.examples {
            let rules = buffer(of: example.text).rules.map { Int($0.rawValue) }
            #expect(rules.allSatisfy { (1...Tokenizer.rules.count).contains($0) })
        }
        for (index, entry) in Tokenizer.rules.enumerated() { #expect(Int(entry.rule.rawValue) == index) }
    }

    @Test(arguments: [
        "", " ", "\n", "\r", "\0", "\u{FEFF}", "'", "’", ".", "-", "a", "a.", "a'", "$", "#", "@", "(", "+1", "U.S",
        "U.", "a@",
        "http://", "www.", ".doc", "1.", "1,", "1-", "1:", "1/", "'s", "n't", "\u{301}", "\u{200D}", "\u{1F1EB}",
        "1\u{20E3}",
        "a\rb\rc", "a\u{85}b", "\0a\0", "e\u{301}\u{301}\u{301}", "👩\u{200D}", "\u{E0061}", "…", "—", "```", "''''",
        "’’’",
    ])
    func shortTextsKeepTheInvariants(_ text: String) {
        #expect(violation(in: text) == nil)
        #expect(violation(in: text + text) == nil)
        #expect(violation(in: "The word " + text + " stands in a longer line of text") == nil)
    }

    @Test func noiseKeepsTheInvariants() {
        var generator = Xorshift(state: 0x1234_5678_9ABC_DEF1)
        let pieces = Array(
            "abcXYZ0123456789.,;:!?'’`\"“”()[]{}<>/\\|@#$%^&*-_=+~ \n\t\r\0é漢😊\u{301}\u{200D}\u{A0}…—".unicodeScalars
        )
        for _ in 0..<400 {
            var text = String.UnicodeScalarView()
            for _ in 0..<(1 + generator.next() % 200) {
                text.append(pieces[Int(generator.next() % UInt64(pieces.count))])
            }
            let noise = String(text)
            #expect(violation(in: noise) == nil)
        }
    }

    @Test(arguments: [
        ".", "-", "'", "’", "(", "a", "1", "@", "/", ":", "a.", "a-", "a'", "1-", "1.", "1,1", "(1", "a@", "x&",
        "http://!", "😊",
        "e\u{301}", "漢", "\0", "é", "…?", "non-", "A. ", "'n", "a.b-", "1/1/", "w-\u{A0}", "#a", "'1", "*a", "$a", "_",
        "\u{200D}",
    ])
    func longRepetitionsEnd(_ unit: String) {
        let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
        let buffer = buffer(of: text)
        let end = buffer.spans.last?.range.upperBound ?? 0
        #expect(end <= text.utf8.count && end > 0)
    }

    @Test func aBufferIsEmptiedAndUsedAgain() {
        var buffer = TokenBuffer()
        for _ in 0..<2 {
            buffer.removeAll(keepingCapacity: true)
            var text = String(repeating: "one two, three. ", count: 3000)
            text.withUTF8 { Tokenizer().tokenize($0, into: &buffer) }
            #expect(buffer.count == 15_000)
        }
    }
}
