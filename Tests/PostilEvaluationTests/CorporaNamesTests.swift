import Postil
import PostilEvaluation
import Testing

/// The names of the sample corpora and the seed text against their gold.
@Suite struct CorporaNamesTests {
    /// Typed exact F1 over the corpora is above this, in percent.
    private static let leastTypedF1 = 63.0

    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    private static let seed = "seeds/iraq-violence-2014"

    /// The documents of the corpora, as paths below the root without an ending.
    private static let corpora = Result {
        var finder = InputFinder()
        return try finder.inputs(at: [root + "/corpora"]).map(\.path)
            .filter { $0.hasSuffix(".txt") }
            .map { String($0.dropFirst(root.count + 1).dropLast(".txt".count)) }
    }

    private static let pipeline = Result { try Pipeline.standard(providing: ["entities"]) }

    private static func text(_ stem: String) throws -> Text {
        try Text(validating: ByteSource(path: "\(root)/\(stem).txt").readAll())
    }

    private static func gold(_ stem: String) throws -> GoldNames {
        let path =
            stem == seed
            ? "\(root)/Tests/PostilEvaluationTests/Gold/\(stem.split(separator: "/").last ?? "").names"
            : "\(root)/\(stem).names"
        let names = String(decoding: try ByteSource(path: path).readAll(), as: UTF8.self)
        #expect(names.hasPrefix("# Good for: "))
        return try GoldNames(names: names, text: text(stem))
    }

    @Test(arguments: try corpora.get())
    func namesBeginAndEndWithTokens(stem: String) throws {
        let gold = try Self.gold(stem)
        let segmentation = try GoldDocument(
            identifier: stem,
            segmentation: String(
                decoding: ByteSource(path: "\(Self.root)/\(stem).segmentation").readAll(),
                as: UTF8.self
            ),
            text: gold.text
        )
        let starts = Set(segmentation.tokens.map(\.start))
        let ends = Set(segmentation.tokens.map(\.end))
        for mark in gold.marks {
            #expect(starts.contains(mark.span.start) && ends.contains(mark.span.end), "\(gold.text[mark.span])")
        }
    }

    @Test(arguments: try corpora.get() + [seed])
    func mentionsOfOneThingAgree(stem: String) throws {
        let gold = try Self.gold(stem)
        func form(_ mark: GoldNames.Mark) -> String {
            gold.text[mark.span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let places: Set = ["FAC", "GPE", "LOC"]
        let forms = Set(gold.marks.map(form))
        for (thing, mentions) in Dictionary(grouping: gold.marks, by: { $0.thing ?? "" }) {
            let types = Set(mentions.map(\.label))
            #expect(types.count == 1 || types.isSubset(of: places), "\(thing)")
            for mention in mentions where !forms.contains(thing) {
                #expect(thing.lowercased().contains(form(mention).lowercased()), "\(thing) is nowhere called so")
            }
        }
        for (name, mentions) in Dictionary(grouping: gold.marks, by: { "\($0.label) \(form($0))" }) {
            #expect(Set(mentions.map(\.thing)).count == 1, "\(name) is said to be several things")
        }
    }

    @Test func namesAgreeWithGold() throws {
        let pipeline = try Self.pipeline.get()
        var score = EntityScore()
        for stem in try Self.corpora.get() {
            let gold = try Self.gold(stem)
            score.add(pipeline.annotate(Document(text: gold.text)), gold: gold)
        }
        #expect(score.typed.gold > 370)
        #expect(score.typed.f1 > Self.leastTypedF1, "\(score)")
    }

    @Test func everyNameOfTheSeedTextIsFoundWithItsType() throws {
        let gold = try Self.gold(Self.seed)
        var score = EntityScore()
        score.add(try Self.pipeline.get().annotate(Document(text: gold.text)), gold: gold)
        #expect(score.differences == [])
    }

    @Test func mentionsOfTheSeedTextJoin() throws {
        let gold = try Self.gold(Self.seed)
        let entities = try #require(Self.pipeline.get().annotate(Document(text: gold.text))[.entities])
        let numbers = Dictionary(entities.map { ($0.span, $0.value.cluster) }) { first, _ in first }
        for (thing, mentions) in Dictionary(grouping: gold.marks, by: { $0.thing ?? "" }) {
            #expect(Set(mentions.map { numbers[$0.span] }).count == 1, "\(thing)")
        }
        let things = Dictionary(gold.marks.map { ($0.span, $0.thing) }) { first, _ in first }
        for (number, mentions) in Dictionary(grouping: entities, by: \.value.cluster) {
            #expect(Set(mentions.map { things[$0.span] }).count == 1, "cluster \(number)")
        }
    }

    @Test(arguments: ["Baquba", "Tal Afar", "Nineveh", "Vienna", "Iraq", "United States"])
    func placesOfTheSeedTextAreLinked(name: String) throws {
        let document = try Self.pipeline.get().annotate(Document(text: Self.text(Self.seed)))
        let mentions = try #require(document[.entities]).filter { document.text[$0.span] == name }
        #expect(!mentions.isEmpty)
        for mention in mentions { #expect(mention.value.link != nil) }
    }
}
