import PostilCore
import PostilEvaluation
import PostilFormats
import Testing

@Suite("Gold in the form of records")
struct GoldRecordTests {
    private static func gold(_ line: String) throws(GoldError) -> GoldRecord {
        try Array(line.utf8).withUnsafeBufferPointer { bytes throws(GoldError) in try GoldRecord(line: bytes) }
    }

    @Test(
        "offsets are in the unit that is named, code points where none is",
        arguments: [("", 2, 6), (#""offset_unit":"utf16","#, 3, 7), (#""offset_unit":"utf8","#, 5, 9)]
    )
    func units(unit: String, start: Int, end: Int) throws {
        let gold = try GoldRecordTests.gold(
            #"{"id":"a",\#(unit)"text":"😀 Rome","entities":[{"start":\#(start),"end":\#(end),"type":"GPE"}]}"#
        )
        let name = try #require(gold.record.entities.first)
        #expect(gold.record.text[name.span] == "Rome")
        #expect(name.kind == "GPE")
        #expect(gold.layers == ["entities"])
    }

    @Test("a layer whose key is there is judged even where it is empty, the layers of plugins by name")
    func layers() throws {
        let gold = try GoldRecordTests.gold(
            #"{"text":"x","dates":[],"layers":[{"name":"org.example.drugs","annotations":[{"start":0,"end":1,"type":"D"}]}]}"#
        )
        #expect(gold.layers == ["dates", "org.example.drugs"])
        #expect(gold.record.layers.first?.annotations.first?.value.type == "D")
    }

    @Test(
        "what cannot be gold is told",
        arguments: [
            ("[]", "the line is no object"),
            (#"{"id":"a"}"#, "the line has no 'text'"),
            (#"{"text":"x","offset_unit":"bytes"}"#, "offset_unit 'bytes' is not one of codepoint, utf8, utf16"),
            (
                #"{"text":"x","dates":[{"start":0,"end":9,"type":"DATE"}]}"#,
                "dates[0]: 0:9 is no span of the text, counted in codepoint"
            ),
            (
                #"{"text":"x","dates":[{"start":0,"end":1,"text":"y"}]}"#,
                "dates[0].text: the text at 0:1 is 'x' and not 'y'"
            ),
            (#"{"text":"x","dates":{}}"#, "dates: expected an array, found an object"),
        ]
    )
    func faults(line: String, message: String) {
        #expect(throws: GoldError(message: message)) { try GoldRecordTests.gold(line) }
    }

    @Test(
        "lines of records are told from lines of sentences and tokens",
        arguments: [
            (#"{"text":"x","entities":[]}"#, true), (#"{"schema":"postil/1.0","text":""}"#, true),
            (#"{"text":"x","sentences":[{"start":0,"end":1}]}"#, true),
            (#"{"text":"x","sentences":[[0,1]],"tokens":[{"start":0,"end":1}]}"#, false), (#"{"text":"x"}"#, false),
        ]
    )
    func kinds(line: String, isRecord: Bool) throws {
        #expect(GoldRecord.isRecord(try JSONValue(parsing: line)) == isRecord)
    }

    @Test("examples become gold of what they mark")
    func examples() throws {
        let date = try #require(
            DateExample.examples(in: "anchor: 2014-06-17\n= 2014-06-16\nWe left [yesterday].", name: "f").first
        )
        let gold = GoldRecord(date)
        #expect(gold.isPartial)
        #expect(gold.record.context.anchor == "2014-06-17")
        #expect(gold.record.dates.map { String(gold.record.text[$0.span]) } == ["yesterday"])
        let number = try #require(NumberExample.examples(in: "MONEY value=5 currency=GBP\n  It cost [£5].").first)
        let priced = GoldRecord(number, identifier: "n").record
        #expect(priced.numbers.map { "\(priced.text[$0.span]) \($0.value ?? "") \($0.currency ?? "")" } == ["£5 5 GBP"])
        let quote = try #require(
            QuoteExample.examples(in: "== a\n[d1 \"Hm,\"] <c1 said> <s1 Ann>.\n= 1 Ann", name: "f").first
        )
        let quoted = GoldRecord(quote).record
        #expect(quoted.quotes.first?.speaker?.canonical == "Ann")
        let opinion = try #require(GoldRecord(opinion: "?negative\tIt rained.", identifier: "o"))
        #expect(opinion.record.sentiment.map(\.polarity) == ["negative"])
        #expect(GoldRecord(opinion: "a\tb\tc", identifier: "o") == nil)
    }
}
