import PostilEvaluation
import PostilFormats
import Testing

@Suite("Figures held against earlier ones")
struct BaselineTests {
    /// Of ten names, the first `right` are found.
    private static func baseline(right: Int) throws -> ScoreBaseline {
        var score = CorpusScore()
        for index in 0..<10 {
            let name = index < right ? "<GPE Rome>" : "Rome"
            score.add(MarkedRecord(name).record, gold: MarkedRecord("<GPE Rome>").gold)
        }
        return try ScoreBaseline(try JSONValue(parsing: score.json.serialized()))
    }

    @Test("what fell by more than the tolerance is named with both figures")
    func regressions() throws {
        let (before, after) = (try BaselineTests.baseline(right: 10), try BaselineTests.baseline(right: 9))
        let fallen = before.regressions(in: after, tolerance: 0.5)
        #expect(fallen.first == "entities exact F1 fell from 100.0 to 94.7368")
        #expect(fallen.count == 4)
        #expect(before.regressions(in: after, tolerance: 6) == [])
        #expect(before.regressions(in: before, tolerance: 0) == [])
        #expect(after.regressions(in: before, tolerance: 0) == [])
    }

    @Test("a layer that is not judged any more has fallen")
    func missingLayer() throws {
        let nothing = try ScoreBaseline(CorpusScore().json)
        let fallen = try BaselineTests.baseline(right: 1).regressions(in: nothing, tolerance: 100)
        #expect(fallen.first == "entities exact F1 was 18.1818 and is not there now")
    }

    @Test("other JSON is refused", arguments: ["{}", "[]", #"{"schema":"postil/1.0"}"#])
    func otherJSON(text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(throws: GoldError.self) { try ScoreBaseline(value) }
    }
}
