import PostilCore
import PostilLexicon
import Testing

struct GazetteerTests {
    @Test func theGazetteersBytesAreSound() throws {
        let file = try Lexicon.embedded.file
        #expect(file["sources"]?.contains("GeoNames") == true)
        #expect(Int(file["names"] ?? "").map { $0 > 100_000 } == true)
    }

    @Test(arguments: [
        ("Baquba", LexiconKind.city, "geonames:97990", "IQ"), ("Vienna", .city, "geonames:2761369", "AT"),
        ("Sao Paulo", .city, "geonames:3448439", "BR"), ("the U.S.", .country, "geonames:6252001", "US"),
        ("Tal-Afar", .city, "geonames:90393", "IQ"), ("Nineveh", .state, "iso3166-2:IQ-NI", "IQ-NI"),
        ("Burma", .country, "geonames:1327865", "MM"), ("Texas", .state, "geonames:4736286", "US-TX"),
    ])
    func wellKnownPlacesAreLinked(_ text: String, kind: LexiconKind, link: String, detail: String) throws {
        let lexicon = try Lexicon.embedded
        let senses = TokenizedText(text).matches(lexicon).flatMap { lexicon.senses(of: $0) }
        let sense = try #require(senses.first { $0.kind == kind })
        #expect(sense.link == link)
        #expect(sense.detail == detail)
    }

    @Test(arguments: [
        ("Iraqi", LexiconKind.nationality), ("Frenchman", .nationality), ("Shi'ite", .religion), ("Sunnis", .religion),
        ("Democrats", .politics), ("Kurds", .nationality), ("Danube", .water), ("Middle East", .region),
        ("Swahili", .language), ("Mary", .femaleName), ("Smith", .lastName), ("Nuri", .maleName),
        ("NATO", .institution), ("World War II", .event), ("Prime Minister", .title), ("Cook County", .county),
        ("Reading", .word),
    ])
    func namesOfEachKindAreKnown(_ text: String, kind: LexiconKind) throws {
        let lexicon = try Lexicon.embedded
        #expect(TokenizedText(text).matches(lexicon).contains { $0.kinds.contains(kind) })
    }

    @Test(arguments: ["who said it", "he will march on", "us", "in may", "reading a book"])
    func wordsInSmallLettersAreNoNames(_ text: String) throws {
        #expect(TokenizedText(text).matches(try Lexicon.embedded).isEmpty)
    }
}
