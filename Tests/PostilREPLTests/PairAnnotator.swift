import Postil

@testable import PostilREPL

/// Marks each pair of equal letters in capitals, from the first to the second, so that spans nest and cross:
/// in `AxBxAxB` A's crosses B's.
struct PairAnnotator: Annotator {
    let name: AnnotatorName = "org.example.pairs"
    let version = "1"
    let provides = [AnyLayerKey(.pairs)]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var pairs = LayerBuilder<PairValue>()
        let bytes = document.text.bytes
        for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") {
            guard let first = bytes.firstIndex(of: letter), let last = bytes.lastIndex(of: letter), first < last
            else { continue }
            pairs.append(Span(first..<last + 1), PairValue(letter: String(Unicode.Scalar(letter))))
        }
        try output.provide(pairs.build(), for: .pairs)
    }
}

struct PairValue: LayerValue {
    let letter: String
    var type: String? { "PAIR" }
    var features: [Feature] { [Feature("letter", letter)] }

    init(letter: String) { self.letter = letter }

    init?(type: String?, features: [Feature]) {
        guard type == "PAIR", let letter = features.first, letter.key == "letter" else { return nil }
        self.init(letter: letter.value)
    }
}

extension LayerKey where Value == PairValue {
    static var pairs: LayerKey<PairValue> { LayerKey("org.example.pairs") }
}

/// The view that the layer brings.
struct PairView: LayerView {
    func label(of annotation: LayerAnnotation) -> String { "of \(annotation.feature("letter") ?? "?")" }

    func overview(of page: LayerPage) -> [String]? {
        page.annotations.map { "pair \(page.name(of: $0)): \(page.text($0.span))" }
    }

    var commands = [
        LayerCommand(
            name: "letters",
            arguments: "[LETTER]",
            summary: "count the letters of pairs",
            details: "With LETTER, only that one.",
            rows: { page throws(CommandError) in
                guard page.arguments.count < 2 else { throw .wrongArguments }
                let letters = page.annotations.compactMap { $0.feature("letter") }
                    .filter { page.arguments.isEmpty || page.arguments.contains($0) }
                guard !letters.isEmpty else { throw .failed("there is no such pair") }
                let counts = Dictionary(letters.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
                return page.table(
                    header: ["letter", "count"],
                    rows: counts.map { [$0.key, "\($0.value)"] },
                    numeric: [1]
                )
            }
        ),
        LayerCommand(
            name: "nesting",
            summary: "show pairs as a tree",
            rows: { page in
                let leaves = page.annotations.map { Explanation(page.text($0.span), span: $0.span, weight: 1) }
                return page.tree(
                    Explanation("\(page.layerName) \(page.place(page.document.text.span))", reasons: leaves)
                )
            }
        ),
    ]
}
