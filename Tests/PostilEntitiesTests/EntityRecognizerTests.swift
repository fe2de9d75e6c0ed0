import Postil
import PostilEntities
import PostilPlugins
import Testing

@Suite struct EntityRecognizerTests {
    private static let pipeline = Result { try Pipeline.standard(providing: ["entities"]) }

    private func entities(of text: String) throws -> (document: Document, layer: Layer<EntityValue>) {
        let document = try Self.pipeline.get().annotate(Document(text: Text(text)))
        return (document, try #require(document[.entities]))
    }

    @Test(arguments: try NameExample.all("names.txt"))
    func namesAreFound(example: NameExample) throws {
        let (document, layer) = try entities(of: example.text)
        #expect(layer.map { "\($0.value.kind.name) \(document.text[$0.span])" } == example.names)
    }

    @Test func mentionsOfOnePersonAreOneCluster() throws {
        let (document, layer) = try entities(
            of: "Prime Minister Nuri al-Maliki spoke on Monday. Maliki said that the army would return. "
                + "The president of Iraq, Fuad Masum, did not agree with Maliki."
        )
        let maliki = layer.filter { document.text[$0.span].hasSuffix("Maliki") }
        #expect(maliki.count == 3)
        #expect(Set(maliki.map(\.value.cluster)).count == 1)
        #expect(Set(maliki.map(\.value.canonical)) == ["Nuri al-Maliki"])
        #expect(layer.first { document.text[$0.span] == "Fuad Masum" }?.value.cluster != maliki.first?.value.cluster)
    }

    @Test func initialsJoinWhatTheyStandFor() throws {
        let (document, layer) = try entities(
            of: "The World Health Organization sent a team to Geneva. The WHO said that the team had arrived."
        )
        let short = try #require(layer.first { document.text[$0.span] == "WHO" })
        let long = try #require(layer.first { document.text[$0.span] == "World Health Organization" })
        #expect(short.value.cluster == long.value.cluster)
        #expect(short.value.canonical.hasSuffix("World Health Organization"))
    }

    @Test(arguments: [("The talks were held in Vienna.", "Vienna"), ("She left Iraq in May.", "Iraq")])
    func placesBeyondDoubtAreLinked(text: String, name: String) throws {
        let (document, layer) = try entities(of: text)
        let place = try #require(layer.first { document.text[$0.span] == name })
        #expect(place.value.link != nil)
    }

    @Test func aNameInSeveralLinesIsCanonicalInOne() throws {
        let (_, layer) = try entities(of: "They flew to New\nYork from Buenos Aires last week, he said.")
        #expect(layer.map(\.value.canonical).contains("Buenos Aires"))
        #expect(!layer.contains { $0.value.canonical.contains("\n") })
    }

    @Test func reasonsNameFeaturesAndRivals() throws {
        let (document, layer) = try entities(of: "Amina Okafor flew to London.")
        let recognizer = try EntityRecognizer()
        let question = Question.why("entities", position: 0, span: layer.spans[0])
        let reasons = try #require(try recognizer.answer(to: question, about: document)).description
        #expect(reasons.hasPrefix("'Amina Okafor' is PERSON"))
        #expect(reasons.contains("as the beginning of PERSON rather than"))
        let none = Question.whyNot("entities", span: Span(13..<17))
        #expect(
            try #require(try recognizer.answer(to: none, about: document)).description.contains("'flew' as outside")
        )
    }

    @Test func aDictionaryOverridesTheModelAndIsPartOfTheFingerprint() throws {
        var builder = LexiconBuilder()
        try builder.add(Array("Gizmo Park\tfacility\nAmina Okafor\tword\n".utf8), name: "mine.tsv")
        var dictionaries = LexiconSet()
        dictionaries.add(try Lexicon(LexiconFile(LexiconBytes(copying: builder.build()))), name: "mine.tsv")
        let pipeline = try Pipeline.standard(providing: ["entities"], dictionaries: dictionaries)
        let document = pipeline.annotate(Document(text: "Amina Okafor walked to Gizmo Park in London."))
        let layer = try #require(document[.entities])
        #expect(layer.map { "\($0.value.kind.name) \(document.text[$0.span])" } == ["FAC Gizmo Park", "GPE London"])
        let recognizer = try #require(pipeline.steps.first { $0.name == "entities" })
        #expect(recognizer.rules[layer[0].rule]?.name == "dictionary")
        #expect(recognizer.configuration != (try EntityRecognizer()).configuration)
    }

    @Test func theRecognizerConforms() throws {
        let report = checkAnnotator(
            try EntityRecognizer(),
            available: try Pipeline.builtInAnnotators(),
            on: ["Nuri al-Maliki met Maliki's aides in New York.", "IRAQ CRISIS", "the u.s. and malaysia"]
        )
        #expect(report.isConforming, "\(report)")
    }
}
