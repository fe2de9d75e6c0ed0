import PostilCore
import PostilEvaluation
import PostilFormats
import Testing

@Suite("Differences of two runs")
struct DifferenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let before: String
        let after: String
        let same: Int
        let kinds: [AnnotationChange.Kind]

        var testDescription: String { "\(before) | \(after)" }
    }

    static let cases = [
        Case(before: "<GPE Rome> {DATE=2014 then}", after: "<GPE Rome> {DATE=2014 then}", same: 2, kinds: []),
        Case(before: "<GPE Rome>", after: "Rome", same: 0, kinds: [.removed]),
        Case(before: "Rome", after: "<GPE Rome>", same: 0, kinds: [.added]),
        Case(before: "<GPE Rome>", after: "<ORG Rome>", same: 0, kinds: [.type]),
        Case(before: "<GPE=A Rome>", after: "<ORG=B Rome>", same: 0, kinds: [.type]),
        Case(before: "<GPE=A Rome>", after: "<GPE=B Rome>", same: 0, kinds: [.value]),
        Case(before: "{DATE then}", after: "{DATE=2014 then}", same: 0, kinds: [.value]),
        Case(before: "<ORG Bank of Oslo>", after: "<ORG Bank> of Oslo", same: 0, kinds: [.extent]),
        Case(before: "<ORG Bank of Oslo>", after: "<ORG Bank of <GPE Oslo>>", same: 1, kinds: [.added]),
        Case(before: "<GPE Rome> <GPE Oslo>", after: "<GPE Rome> <ORG Oslo>", same: 1, kinds: [.type]),
        // A name and a date in one place have nothing to do with each other.
        Case(before: "<PERSON May>", after: "{DATE=XXXX-05 May}", same: 0, kinds: [.added, .removed]),
    ]

    @Test("changes are of their kinds", arguments: cases)
    func kinds(_ example: Case) throws {
        let (before, after) = (MarkedRecord(example.before).record, MarkedRecord(example.after).record)
        try #require(before.text == after.text)
        let difference = RecordDifference(from: before, to: after)
        #expect(difference.same.values.reduce(0, +) == example.same)
        #expect(Set(difference.changes.map(\.kind)) == Set(example.kinds))
        #expect(difference.changes.count == example.kinds.count)
        #expect(RecordDifference(from: after, to: before).changes.count == example.kinds.count)
    }

    @Test("another rule alone is a change of evidence, counted under both")
    func evidence() {
        var difference = CorpusDifference(samplesPerGroup: 1)
        difference.add(
            MarkedRecord("<GPE Rome>", rule: "list").record,
            MarkedRecord("<GPE Rome>", rule: "model").record
        )
        #expect(!difference.isEmpty)
        #expect(difference.origins.keys.map(\.rule) == ["list > model"])
        #expect(difference.layers["entities"]?.changes == [.evidence: 1])
        #expect(difference.samples.map(\.said.after) == ["GPE rule=model score=1.0"])
    }

    @Test("identifiers, clusters and the unit of offsets make no difference")
    func numbering() {
        let first = MarkedRecord("É <GPE Rome>").record
        var second = first.converted(to: .utf16)
        second.entities[0].identifier = "e7"
        second.entities[0].cluster = "c9"
        var difference = CorpusDifference()
        difference.add(first, second)
        #expect(difference.isEmpty)
    }

    @Test("documents are counted by what became of them")
    func documents() {
        let plain = MarkedRecord("<GPE Rome>").record
        var failed = MarkedRecord("Rome").record
        failed.error = RecordFailure(code: "timeout", message: "too slow")
        var difference = CorpusDifference()
        difference.add(plain, plain)
        difference.add(plain, failed)
        difference.add(failed, failed)
        difference.add(plain, MarkedRecord("<GPE Roma>").record)
        difference.add(plain, MarkedRecord("<ORG Rome>").record, byText: true)
        difference.addUnmatched("x", side: .first)
        difference.addUnmatched("y", side: .second)
        let counts = difference.documents
        #expect([counts.same, counts.changed, counts.failedOtherwise, counts.failedInBoth] == [1, 1, 1, 1])
        #expect([counts.ofOtherText, counts.matchedByText, counts.onlyInFirst, counts.onlyInSecond] == [1, 1, 1, 1])
        #expect(difference.remarks.count == 4)
        #expect(difference.layers["entities"]?.same == 1)
    }

    @Test("layers can be chosen", arguments: [("entities", 1), ("dates", 0), ("sentiment", 0)])
    func layers(name: String, changes: Int) {
        var difference = CorpusDifference(layers: [LayerName(rawValue: name)])
        difference.add(MarkedRecord("<GPE Rome>").record, MarkedRecord("<ORG Rome>").record)
        #expect((difference.layers["entities"]?.changed ?? 0) == changes)
    }

    @Test("samples do not depend on the order of documents, and show places in the unit of the record")
    func samples() throws {
        let names = (0..<30).map { "d\($0)" }
        func sampled(_ names: [String]) -> [SampledChange] {
            var difference = CorpusDifference(samplesPerGroup: 2)
            for name in names {
                difference.add(
                    MarkedRecord("😀 in <GPE Rome>, \(name)", identifier: name).record,
                    MarkedRecord("😀 in <ORG Rome>, \(name)", identifier: name).record
                )
            }
            return difference.samples
        }
        let samples = sampled(names)
        #expect(samples.count == 2)
        #expect(samples == sampled(names.reversed()))
        let sample = try #require(samples.first?.after)
        #expect([sample.start, sample.end] == [5, 9])
        #expect(sample.line == "😀 in [Rome], \(samples[0].identifier)")
    }
}
