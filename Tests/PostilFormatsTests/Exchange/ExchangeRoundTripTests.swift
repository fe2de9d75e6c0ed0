import Postil
import Testing

@Suite struct ExchangeRoundTripTests {
    static let names = ExchangeFormats.all.map(\.name)

    @Test(arguments: names)
    func whatIsReadAndWrittenAgainIsTheSameBytes(name: String) throws {
        let format = try exchangeFormat(name)
        for record in try ExchangeRecords.all.get() {
            let first = try format.written(record).parts
            #expect(first.count == format.suffixes.count)
            let second = try format.written(format.read(first)).parts
            // Files do not hold the names of the documents in them, but for those that say otherwise.
            #expect(first == second, "\(record.identifier): \(ExchangeRoundTripTests.difference(first, second))")
        }
    }

    @Test(arguments: names)
    func whatIsReadIsASoundRecord(name: String) throws {
        let format = try exchangeFormat(name)
        for record in try ExchangeRecords.all.get() {
            let read = try format.read(format.written(record).parts)
            for unit in OffsetUnit.allCases {
                #expect(RecordVerifier().problems(in: read.converted(to: unit).line) == [], "\(record.identifier)")
            }
        }
    }

    /// Formats that hold the text as it is.
    @Test(arguments: names.filter { !["conll2003", "webanno", "timeml"].contains($0) })
    func theTextIsKept(name: String) throws {
        let format = try exchangeFormat(name)
        for record in try ExchangeRecords.all.get() {
            let output = try format.written(record)
            if output.omissions.counts[.outside] != nil { continue }
            let read = try format.read(output.parts)
            #expect(read.text.bytes == record.text.bytes, "\(record.identifier)")
        }
    }

    @Test func theTextOfTimeMLIsKeptButForWhatXMLCannotHold() throws {
        for record in try ExchangeRecords.all.get() {
            let output = try exchangeFormat("timeml").written(record)
            let count = record.text.bytes.count { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }
            #expect(output.omissions.counts[.unwritable] ?? 0 == count)
            if count == 0 { #expect(try exchangeFormat("timeml").read(output.parts).text.bytes == record.text.bytes) }
        }
    }

    /// Formats that hold any span of any layer.
    @Test(arguments: ["brat", "doccano", "label-studio", "prodigy", "uima"])
    func allSpansAreKept(name: String) throws {
        let format = try exchangeFormat(name)
        for record in try ExchangeRecords.all.get() {
            let output = try format.written(record)
            let read = try format.read(output.parts)
            if name == "doccano" {
                #expect(read.labels.sorted() == record.labels.sorted())
            } else {
                #expect(read.labels == record.labels)
            }
        }
    }

    /// Formats that leave spans out, and count what they leave out.
    @Test(arguments: ["conllu", "conll2003", "corenlp", "spacy", "webanno"])
    func spansAreKeptOrCounted(name: String) throws {
        let format = try exchangeFormat(name)
        let layers: [LayerName] = ["entities", "dates", "numbers", "org.example.x"]
        for record in try ExchangeRecords.all.get() {
            var omissions = ExchangeOmissions()
            let all = record.spans(of: layers, omissions: &omissions)
            let output = try format.written(record, layers: layers)
            let read = try format.read(output.parts)
            let counted = output.omissions.counts
            let gone = [.overlapping, .cutting, .crossing].reduce(0) { $0 + (counted[$1] ?? 0) }
            let isWidened = name == "webanno"
            #expect(read.labels.count == all.count - (isWidened ? 0 : gone), "\(record.identifier)")
            #expect(counted[.empty] ?? 0 == omissions.counts[.empty] ?? 0)
        }
    }

    @Test func valuesAreKeptWhereTheFormatHoldsThem() throws {
        for name in ["brat", "label-studio", "prodigy", "uima"] {
            let format = try exchangeFormat(name)
            for record in try ExchangeRecords.all.get() {
                let read = try format.read(format.written(record).parts)
                var (before, after) = (ExchangeOmissions(), ExchangeOmissions())
                let wanted = record.spans(of: nil, omissions: &before)
                let found = read.spans(of: nil, omissions: &after)
                #expect(found.count == wanted.count)
                for (span, wanted) in zip(found, wanted) { #expect(span.features == wanted.features, "\(name)") }
            }
        }
    }

    @Test func quotationsKeepTheirSpeakersAndNest() throws {
        let text = "“He said: ‘Go to Vienna,’ and I went,” said Anna Weiss."
        let record = try #require(try ExchangeRecords.all.get().first { $0.text.string == text })
        #expect(record.quotes.contains { $0.parent != nil && $0.speaker != nil } || record.quotes.count > 1)
        for name in ["brat", "label-studio", "prodigy", "uima"] {
            let format = try exchangeFormat(name)
            let read = try format.read(format.written(record).parts)
            #expect(read.quotes.map(\.parent) == record.quotes.map(\.parent))
            #expect(read.quotes.map(\.speaker) == record.quotes.map(\.speaker))
        }
    }

    @Test(arguments: names.filter { $0 != "postil" })
    func recordsWithoutTokensAreWrittenOrRefused(name: String) throws {
        let format = try exchangeFormat(name)
        var record = try #require(try ExchangeRecords.all.get().first { $0.text.count > 100 })
        record.tokens = []
        if format.needsTokens {
            let error = #expect(throws: ExchangeError.self) { try format.written(record) }
            #expect(error?.message.contains("has no tokens") == true)
        } else {
            #expect(try format.read(format.written(record).parts).text == record.text)
        }
    }

    private static func difference(_ first: [[UInt8]], _ second: [[UInt8]]) -> String {
        for (left, right) in zip(first, second) where left != right {
            let common = zip(left, right).prefix { $0 == $1 }.count
            func around(_ bytes: [UInt8]) -> String {
                String(decoding: bytes[max(0, common - 40)..<min(bytes.count, common + 60)], as: UTF8.self)
            }
            return "'\(around(left))' became '\(around(right))'"
        }
        return "the number of parts"
    }
}
