import PostilCore
import Testing

@Suite("Layers")
struct LayerTests {
    @Test("a builder puts annotations in document order, and equal spans in the order of their arrival")
    func builderSorts() {
        let arrivals: [(span: Span, name: String)] = [
            (Span(start: 5, end: 9), "c"), (Span(start: 0, end: 2), "b"), (Span(start: 5, end: 9), "d"),
            (Span(start: 0, end: 4), "a"), (Span(start: 5, end: 5), "f"), (Span(start: 5, end: 9), "e"),
        ]
        var builder = LayerBuilder<Named>()
        for (index, arrival) in arrivals.enumerated() {
            builder.append(arrival.span, Named(arrival.name), rule: RuleIdentifier(rawValue: UInt16(index + 1)))
        }
        #expect(builder.count == 6)
        let layer = builder.build()
        #expect(layer.map(\.value.name) == ["a", "b", "c", "d", "e", "f"])
        #expect(layer.map(\.rule.rawValue) == [4, 2, 1, 3, 6, 5])
        #expect(layer.spans == layer.spans.sorted())
    }

    @Test("every order of arrival of distinct spans gives the same layer")
    func arrivalOrderDoesNotMatter() {
        let spans = [Span(start: 0, end: 3), Span(start: 0, end: 1), Span(start: 1, end: 1), Span(start: 2, end: 4)]
        for order in permutations(of: Array(spans.indices)) {
            var builder = LayerBuilder<Named>()
            for index in order { builder.append(spans[index], Named("\(index)"), score: Float(index) / 4) }
            let layer = builder.build()
            #expect(layer.spans == spans)
            #expect(layer.map(\.value.name) == ["0", "1", "2", "3"])
            #expect(layer.scores == [0, 0.25, 0.5, 0.75])
        }
    }

    @Test("scores are kept where one is given, and nil then counts as 1")
    func scores() {
        var builder = LayerBuilder<Unvalued>()
        builder.append(Span(start: 0, end: 1))
        #expect(builder.build()[0].score == nil)
        builder = LayerBuilder()
        builder.append(Span(start: 0, end: 1))
        builder.append(Span(start: 1, end: 2), score: 0.5)
        #expect(builder.build().map(\.score) == [1, 0.5])
    }

    @Test("layers are equal where their annotations are")
    func equality() {
        let spans = [Span(start: 0, end: 1), Span(start: 1, end: 2)]
        let unspecified = [RuleIdentifier.unspecified, .unspecified]
        let ruled = [RuleIdentifier(rawValue: 1), .unspecified]
        let values = [Named("a"), Named("b")]
        #expect(Layer(sorted: spans) == Layer(sorted: spans, rules: unspecified))
        #expect(Layer(sorted: spans) != Layer(sorted: spans, rules: ruled))
        #expect(Layer(sorted: spans) != Layer(sorted: [spans[0]]))
        #expect(Layer(sorted: spans, values: values) != Layer(sorted: spans, values: values.reversed()))
        #expect(Layer(sorted: spans, values: values) != Layer(sorted: spans, values: values, scores: [1, 1]))
        let erased: any AnyLayer = Layer(sorted: spans, values: values, rules: ruled, scores: [1, 0.5])
        #expect(erased.isEqual(to: Layer(sorted: spans, values: values, rules: ruled, scores: [1, 0.5])))
        #expect(!erased.isEqual(to: Layer(sorted: spans, values: values, rules: ruled)))
        #expect(!erased.isEqual(to: Layer(sorted: spans, rules: ruled)))
    }

    @Test("an annotation agrees with one that says the same elsewhere")
    func agreement() {
        let here = Layer(sorted: [Span(start: 0, end: 1)], values: [Named("a")])
        let there: [(layer: any AnyLayer, agrees: Bool)] = [
            (Layer(sorted: [Span(start: 5, end: 9)], values: [Named("a")]), true),
            (Layer(sorted: [Span(start: 0, end: 1)], values: [Named("b")]), false),
            (
                Layer(sorted: [Span(start: 0, end: 1)], values: [Named("a")], rules: [RuleIdentifier(rawValue: 2)]),
                false
            ),
            (Layer(sorted: [Span(start: 0, end: 1)], values: [Named("a")], scores: [0.5]), false),
            (Layer(sorted: [Span(start: 0, end: 1)]), false),
        ]
        for (layer, agrees) in there { #expect(here.agrees(at: 0, with: layer, at: 0, movedBy: 3) == agrees) }
    }

    @Test("spans that a value holds are listed, mapped in its features, and moved before they are compared")
    func spansOfValues() {
        func layer(place: Span?) -> any AnyLayer {
            var vowel = Vowel("a")
            vowel.place = place
            return Layer(sorted: [Span(start: 0, end: 1)], values: [vowel])
        }
        let here = layer(place: Span(start: 4, end: 9))
        #expect(here.spansOfValue(at: 0) == [Span(start: 4, end: 9)])
        #expect(layer(place: nil).spansOfValue(at: 0).isEmpty)
        let halved = here.features(at: 0) { Span(start: $0.start / 2, end: $0.end / 2) }
        #expect(halved == [Feature("letter", "a"), Feature("place", "2:4")])
        #expect(here.features(at: 0) == [Feature("letter", "a"), Feature("place", "4:9")])
        #expect(here.agrees(at: 0, with: layer(place: Span(start: 7, end: 12)), at: 0, movedBy: 3))
        #expect(here.agrees(at: 0, with: layer(place: Span(start: 3, end: 8)), at: 0, movedBy: -1))
        #expect(!here.agrees(at: 0, with: here, at: 0, movedBy: 3))
    }

    @Test("a layer without values shows none in the general form")
    func unvalued() {
        let layer: any AnyLayer = Layer(sorted: [Span(start: 0, end: 1)])
        #expect(layer.type(at: 0) == nil && layer.features(at: 0).isEmpty && layer.score(at: 0) == nil)
        #expect(layer.rule(at: 0) == .unspecified)
        #expect(layer.isRestored(at: 0))
        #expect(Unvalued(type: "X", features: []) == nil)
        #expect(Unvalued(type: nil, features: [Feature("a", "b")]) == nil)
    }

    @Test("every kind and shape of token comes back from its general form, and nothing else does")
    func tokens() {
        for kind in TokenKind.all {
            for shape in TokenShape.all {
                for hash in [0, 1, UInt64.max] {
                    let token = Token(hash: LowercaseHash(bits: hash), kind: kind, shape: shape)
                    #expect(Token(type: token.type, features: token.features) == token)
                }
            }
        }
        let shape = Feature("shape", "lower")
        let hash = Feature("hash", "ff")
        let refused: [(type: String?, features: [Feature])] = [
            (nil, [shape, hash]), ("unknown", [shape, hash]), ("word", []), ("word", [shape]), ("word", [hash, shape]),
            ("word", [Feature("colour", "lower"), hash]), ("word", [shape, Feature("hash", "xyz")]),
            ("word", [Feature("shape", "tall"), hash]), ("word", [shape, hash, hash]),
        ]
        for (type, features) in refused { #expect(Token(type: type, features: features) == nil) }
        #expect(Token(type: "word", features: [shape, hash])?.hash.bits == 255)
    }

    @Test("names of kinds and shapes are distinct, and unknown raw values have one too")
    func names() {
        #expect(Set(TokenKind.all.map(\.name)).count == 14)
        #expect(Set(TokenShape.all.map(\.name)).count == 6)
        #expect(TokenKind(rawValue: 14).name == "unknown" && TokenShape(rawValue: 255).name == "unknown")
    }

    private func permutations(of elements: [Int]) -> [[Int]] {
        guard !elements.isEmpty else { return [[]] }
        return elements.flatMap { first in
            permutations(of: elements.filter { $0 != first }).map { [first] + $0 }
        }
    }
}
