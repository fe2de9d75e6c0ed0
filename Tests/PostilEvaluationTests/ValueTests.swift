import PostilCore
import PostilEvaluation
import PostilFormats
import Testing

/// Which values count as right, layer by layer.
@Suite("Values judged by gold")
struct ValueTests {
    private static func score(_ layer: String, gold: String, found: String, text: String) throws -> AnnotationScore? {
        func record(_ fields: String) throws -> GoldRecord {
            let line = #"{"id":"d","text":"\#(text)","\#(layer)":[{"start":0,"end":4,\#(fields)}]}"#
            return try Array(line.utf8).withUnsafeBufferPointer { bytes throws(GoldError) in try GoldRecord(line: bytes)
            }
        }
        var score = CorpusScore()
        score.add(try record(found).record, gold: try record(gold))
        return score.layers.first?.score
    }

    @Test(
        "numbers are compared as numbers, with unit and currency where gold has them",
        arguments: [
            (#""kind":"CARDINAL","value":"5""#, #""kind":"CARDINAL","value":"5.0""#, true),
            (#""kind":"CARDINAL","value":"0.3333333""#, #""kind":"CARDINAL","value":"1/3""#, true),
            (#""kind":"CARDINAL","value":"5""#, #""kind":"CARDINAL","value":"6""#, false),
            (#""kind":"CARDINAL","low":"24""#, #""kind":"CARDINAL","value":null,"low":"24""#, true),
            (#""kind":"MONEY","value":"5","currency":"GBP""#, #""kind":"MONEY","value":"5","currency":"USD""#, false),
            (#""kind":"MONEY","value":"5""#, #""kind":"MONEY","value":"5","currency":"USD""#, true),
            (#""kind":"QUANTITY","value":"5","unit":"m""#, #""kind":"QUANTITY","value":"5","unit":"km""#, false),
            (#""kind":"CARDINAL","value":"5""#, #""kind":"CARDINAL""#, false),
        ]
    )
    func numbers(gold: String, found: String, isRight: Bool) throws {
        let score = try #require(try ValueTests.score("numbers", gold: gold, found: found, text: "five km"))
        #expect(score.figures(.value)?.matched == (isRight ? 1 : 0))
    }

    @Test(
        "dates are compared by their resolved value, else by the unresolved one",
        arguments: [
            (#""type":"DATE","value":"2014""#, #""type":"DATE","value":"2014","timex":"XXXX""#, true),
            (#""type":"DATE","value":"2014""#, #""type":"DATE","timex":"2014""#, true),
            (#""type":"DATE","value":"2014""#, #""type":"DATE","value":"2014-01""#, false),
        ]
    )
    func dates(gold: String, found: String, isRight: Bool) throws {
        let score = try #require(try ValueTests.score("dates", gold: gold, found: found, text: "2014."))
        #expect(score.figures(.value)?.matched == (isRight ? 1 : 0))
    }

    @Test("gold without a value has no figure of values")
    func noValue() throws {
        let score = try ValueTests.score(
            "dates",
            gold: #""type":"DATE""#,
            found: #""type":"DATE","value":"2014""#,
            text: "2014"
        )
        #expect(score?.figures(.value) == nil)
        #expect(score?.figures(.strict)?.f1 == 100)
    }

    @Test(
        "a speaker is right by place or by name",
        arguments: [
            (#""speaker":{"start":8,"end":11}"#, #""speaker":{"start":8,"end":11}"#, true),
            (#""speaker":{"start":8,"end":11}"#, #""speaker":{"start":4,"end":7}"#, false),
            (#""speaker":{"start":8,"end":11}"#, #""speaker":null"#, false),
            (
                #""speaker":{"start":8,"end":11,"canonical":"Ann Lee"}"#,
                #""speaker":{"start":12,"end":15,"canonical":"Ann Lee"}"#, true
            ),
        ]
    )
    func speakers(gold: String, found: String, isRight: Bool) throws {
        let kind = #""kind":"direct","#
        let score = try #require(
            try ValueTests.score("quotes", gold: kind + gold, found: kind + found, text: "'Hi' as Ann Lee said")
        )
        #expect(score.figures(.value)?.matched == (isRight ? 1 : 0))
    }

    @Test("each level of sentiment is judged by itself")
    func levels() throws {
        let gold = #""level":"sentence","polarity":"positive""#
        let found = #""level":"target","polarity":"positive""#
        let score = try #require(try ValueTests.score("sentiment", gold: gold, found: found, text: "Good."))
        #expect(score.outcomes == [.missing: 1])
    }
}
