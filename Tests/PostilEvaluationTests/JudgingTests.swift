import PostilCore
import PostilEvaluation
import PostilFormats
import Testing

@Suite("Judging by gold")
struct JudgingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let gold: String
        let found: String
        /// Outcomes and faults with their counts; those that are nil are not named.
        let counts: String

        var testDescription: String { "\(gold) | \(found)" }
    }

    static let cases = [
        Case(gold: "<GPE Rome> and <GPE Oslo>", found: "<GPE Rome> and <GPE Oslo>", counts: "correct 2"),
        Case(gold: "<GPE Rome>", found: "<ORG Rome>", counts: "incorrect 1, type 1"),
        Case(gold: "<ORG Bank of Oslo>", found: "Bank of <ORG Oslo>", counts: "partial 1, boundary 1"),
        Case(gold: "<ORG Bank of Oslo>", found: "Bank of <GPE Oslo>", counts: "partial 1, boundary 1, type 1"),
        Case(gold: "<GPE Rome> fell", found: "Rome <GPE fell>", counts: "missing 1, spurious 1"),
        Case(gold: "<GPE Rome>", found: "Rome", counts: "missing 1"),
        Case(gold: "Rome", found: "<GPE Rome>", counts: "spurious 1"),
        Case(gold: "<GPE=Rome Rome>", found: "<GPE=Roma Rome>", counts: "incorrect 1, value 1"),
        Case(gold: "<GPE Rome>", found: "<GPE=Roma Rome>", counts: "correct 1"),
        Case(gold: "{DATE=2014 then}", found: "{DATE=2015 then}", counts: "incorrect 1, value 1"),
        Case(gold: "{DATE=2014 then}", found: "{TIME=2015 th}en", counts: "partial 1, boundary 1, type 1, value 1"),
        // One of the pair that overlap both takes the one that it covers more of.
        Case(gold: "<ORG Bank of> <GPE Oslo>", found: "<ORG Bank of Oslo>", counts: "missing 1, partial 1, boundary 1"),
        // Of two in one place that of the same type is taken.
        Case(gold: "<GPE Rome>", found: "<ORG <GPE Rome>>", counts: "correct 1, spurious 1"),
        // A leading article and a possessive ending are nobody's fault.
        Case(gold: "<ORG the Times>", found: "the <ORG Times>", counts: "correct 1"),
        Case(gold: "<ORG Times>’s", found: "<ORG Times’s>", counts: "correct 1"),
        Case(gold: "É <GPE Zürich>", found: "É <GPE Zürich>", counts: "correct 1"),
    ]

    @Test("annotations stand in their classes, faults are counted apart", arguments: cases)
    func counts(_ example: Case) throws {
        let gold = MarkedRecord(example.gold)
        let found = MarkedRecord(example.found).record
        try #require(gold.record.text == found.text)
        var score = CorpusScore()
        score.add(found, gold: gold.gold)
        var total = AnnotationScore()
        for layer in score.layers { total.add(layer.score) }
        // A layer without gold is not judged unless it is asked for.
        if total.gold == 0 {
            var options = CorpusScore.Options()
            options.layers = ["entities"]
            var asked = CorpusScore(options: options)
            asked.add(found, gold: gold.gold)
            for layer in asked.layers { total.add(layer.score) }
        }
        let outcomes = AnnotationScore.Outcome.allCases.map { ($0.rawValue, total.outcomes[$0] ?? 0) }
        let faults = AnnotationScore.Fault.allCases.map { ($0.rawValue, total.faults[$0] ?? 0) }
        let told = Set((outcomes + faults).filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" })
        #expect(told == Set(example.counts.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)))
        let parts = outcomes.prefix(3).reduce(0) { $0 + $1.1 }
        #expect(total.gold == parts + (total.outcomes[.missing] ?? 0))
        #expect(total.found == parts + (total.outcomes[.spurious] ?? 0))
    }

    @Test("each measure counts what it says")
    func measures() throws {
        let gold = MarkedRecord("<GPE=A Rome>, <ORG=B Bank of Oslo>, <GPE=C Bonn>, <PERSON=D Ann>, Kyiv")
        let found = MarkedRecord("<ORG=A Rome>, Bank of <ORG=X Oslo>, <GPE=C Bonn>, Ann, <GPE=E Kyiv>")
        var score = CorpusScore()
        score.add(found.record, gold: gold.gold)
        let layer = try #require(score.layers.first?.score)
        let matched = AnnotationScore.Measure.allCases.map { "\($0.rawValue) \(layer.figures($0)?.matched ?? -1)" }
        #expect(matched == ["exact 2", "strict 1", "relaxed 3", "type 2", "value 2", "exact_value 2"])
        let strict = try #require(layer.figures(.strict))
        #expect(strict.precision == 25)
        #expect(strict.recall == 25)
        #expect(layer.figures(.relaxed)?.f1 == 75)
    }

    @Test("the score of a type counts what was found under the type that it was found with")
    func types() throws {
        let gold = MarkedRecord("<GPE Rome> and <GPE Oslo> and <ORG Reuters>")
        let found = MarkedRecord("<ORG Rome> and <GPE Oslo> and <ORG Reuters>")
        var score = CorpusScore()
        score.add(found.record, gold: gold.gold)
        let told = score.types.map { row, score in
            "\(row.name ?? "") \(score.gold) \(score.found) \(score.figures(.strict)?.matched ?? -1)"
        }
        #expect(told == ["GPE 2 1 1", "ORG 1 2 1"])
    }

    @Test("gold that marks one expression of many does not make the others wrong")
    func partialGold() {
        var gold = MarkedRecord("<GPE Rome>, Oslo, Bonn").gold
        gold.isPartial = true
        var score = CorpusScore()
        score.add(MarkedRecord("<ORG Rome>, <GPE Oslo>, <GPE Bonn>").record, gold: gold)
        #expect(score.layers.map(\.score.found) == [1])
        // Where nothing is marked nothing may be found.
        var silent = MarkedRecord("Rome").gold
        silent.isPartial = true
        score.add(MarkedRecord("<GPE Rome>").record, gold: silent)
        #expect(score.layers.first?.score.outcomes[.spurious] == 1)
    }

    @Test("documents of other texts are not judged, those without a prediction miss all")
    func documents() {
        var score = CorpusScore()
        score.add(MarkedRecord("<GPE Roma>").record, gold: MarkedRecord("<GPE Rome>").gold)
        #expect(score.ofOtherText == 1)
        #expect(score.documents == 0)
        score.add(nil, gold: MarkedRecord("<GPE Rome>", identifier: "b").gold)
        var failed = MarkedRecord("Rome").record
        failed.error = RecordFailure(code: "timeout", message: "too slow")
        score.add(failed, gold: MarkedRecord("<GPE Rome>", identifier: "c").gold)
        #expect(score.withoutPrediction == 2)
        #expect(score.layers.map { $0.score.outcomes } == [[.missing: 2]])
        #expect(score.remarks.map { $0.prefix { $0 != " " } } == ["d:", "b:", "c:"])
    }

    @Test("types can be chosen, and taken together to classes")
    func chosenTypes() {
        var judge = AnnotationJudge()
        judge.types = ["GPE"]
        var score = CorpusScore(judge: judge)
        score.add(MarkedRecord("<GPE Rome> <ORG Ann>").record, gold: MarkedRecord("<GPE Rome> <PERSON Ann>").gold)
        #expect(score.layers.map { $0.score.outcomes } == [[.correct: 1]])
        judge = AnnotationJudge()
        judge.judgesClasses = true
        score = CorpusScore(judge: judge)
        score.add(MarkedRecord("<GPE Rome>").record, gold: MarkedRecord("<FAC Rome>").gold)
        #expect(score.types.map(\.row.name) == ["LOC"])
    }

    @Test("samples of errors are the same whatever the order of the documents")
    func samples() {
        let documents = (0..<40).map { MarkedRecord("<GPE Rome> number \($0)", identifier: "d\($0)") }
        func sampled(_ documents: [MarkedRecord]) -> [String] {
            var options = CorpusScore.Options()
            options.errorsPerClass = 3
            var score = CorpusScore(options: options)
            for document in documents {
                let identifier = document.record.identifier
                let found = MarkedRecord("<ORG Rome> number \(identifier.dropFirst())", identifier: identifier)
                score.add(found.record, gold: document.gold)
            }
            return score.errors.map { "\($0.className) \($0.identifier) \($0.gold?.line ?? "") \($0.foundSays)" }
        }
        let told = sampled(documents)
        #expect(told.count == 3)
        #expect(told == sampled(documents.reversed()))
        #expect(told.allSatisfy { $0.contains("[Rome] number") && $0.hasSuffix("ORG (test)") })
    }
}
