import Glibc
@testable import PostilCore
import Synchronization
import Testing

/// What an annotation of ``Vowels`` says, soundly or not.
struct Vowel: LayerValue {
    let letter: String
    /// Stands in no feature, so a value in which it is set does not come back.
    var hidden = false
    /// Says something else each time it is asked.
    var isUnstable = false

    /// Where the letter's line stands, or another place.
    var place: Span?
    /// Maps no span, though it may hold one.
    var isFixed = false

    private static let draws = Mutex(0)

    var type: String? { isUnstable ? "UNSTABLE" : isFixed ? "FIXED" : "VOWEL" }

    var features: [Feature] {
        guard isUnstable else {
            return [Feature("letter", letter)] + (place.map { [Feature("place", $0.description)] } ?? [])
        }
        let draw = Vowel.draws.withLock {
            $0 += 1
            return $0
        }
        return [Feature("letter", letter), Feature("draw", "\(draw)")]
    }

    init(_ letter: String) { self.letter = letter }

    init?(type: String?, features: [Feature]) {
        guard let first = features.first, first.key == "letter" else { return nil }
        letter = first.value
        isUnstable = type == "UNSTABLE"
        isFixed = type == "FIXED"
        if features.count > 1, features[1].key == "place" { place = Span(features[1].value) }
    }

    func mappingSpans(_ transform: (Span) -> Span) -> Vowel {
        guard !isFixed else { return self }
        var mapped = self
        mapped.place = place.map(transform)
        return mapped
    }
}

extension LayerKey where Value == Vowel {
    static var vowels: LayerKey<Vowel> { LayerKey("org.example.vowels", neverOverlaps: true) }
}

/// Finds vowels in paragraphs; closures make it misbehave.
struct Vowels: Annotator {
    typealias Found = Annotation<Vowel>

    var name: AnnotatorName = "org.example.vowels"
    var version = "1"
    var requires = [AnyLayerKey(.paragraphs)]
    var provides = [AnyLayerKey(.vowels)]
    var rules = RuleTable([Rule("vowel", "a letter that can be sung")])
    var before: @Sendable (DocumentView, inout LayerOutput) throws(AnnotationError) -> Void = { _, _ in }
    var isSilent: @Sendable (Text) -> Bool = { _ in false }
    var change: @Sendable (Text, [Found]) -> [Found] = { $1 }
    var answer: @Sendable () throws(AnnotationError) -> Explanation? = { nil }
    var candidates: @Sendable (Text) throws(AnnotationError) -> [Span]? = { _ in nil }

    init(_ configure: (inout Vowels) -> Void = { _ in }) { configure(&self) }

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        try before(document, &output)
        guard !isSilent(document.text) else { return }
        var found: [Found] = []
        for paragraph in try document[.paragraphs].spans {
            var start = paragraph.start
            for scalar in document.text[paragraph].unicodeScalars {
                let end = start + UInt32(UTF8.width(scalar))
                if "aeiouö".unicodeScalars.contains(scalar) {
                    found.append(Found(Span(start: start, end: end), Vowel(String(scalar))))
                }
                start = end
            }
        }
        found = change(document.text, found)
        let layer = Layer(
            // The initialiser of the module itself asserts nothing, so a test can break the order.
            spans: found.map(\.span),
            values: found.map(\.value),
            rules: found.map(\.rule),
            scores: found.map { $0.score ?? 1 }
        )
        try output.provide(layer, for: .vowels)
    }

    func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        try answer()
    }

    func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? {
        try candidates(document.text)?.map { Candidate($0, explanation: Explanation("nobody sang it", span: $0)) }
    }
}

extension Annotation<Vowel> {
    init(_ span: Span, _ value: Vowel, rule: UInt16 = 1, score: Float = 1) {
        self.init(span: span, value: value, rule: RuleIdentifier(rawValue: rule), score: score)
    }
}

/// Takes each line that is not empty for a paragraph.
struct Lines: Annotator {
    let name: AnnotatorName = "org.example.lines"
    let version = "1"
    let provides = [AnyLayerKey(.paragraphs)]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        try output.provide(Layer(sorted: Lines.spans(of: document.text)), for: .paragraphs)
    }

    static func spans(of text: Text) -> [Span] {
        text.bytes.split(separator: UInt8(ascii: "\n")).map { Span($0.indices) }
    }
}

/// Says of the whole text and of each line how long it is.
struct Lengths: Annotator {
    let name: AnnotatorName = "org.example.lengths"
    let version = "1"
    let provides = [AnyLayerKey(.names)]
    let rules = RuleTable([Rule("length", "how many bytes there are")])

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var lengths = LayerBuilder<Named>()
        let whole = document.text.isEmpty ? [] : [document.text.span]
        for span in whole + Lines.spans(of: document.text) {
            lengths.append(span, Named("\(span.count) bytes"), rule: RuleIdentifier(rawValue: 1))
        }
        try output.provide(lengths.build(), for: .names)
    }
}

/// What a badly written annotator shares between its runs.
final class Memory: Sendable {
    private let texts = Mutex<Set<Text>>([])
    private let thread = Mutex<pthread_t?>(nil)

    /// Whether the text was asked about before.
    func hasSeen(_ text: Text) -> Bool { texts.withLock { !$0.insert(text).inserted } }

    /// Whether this is the thread that asked first.
    func isFirstThread() -> Bool {
        thread.withLock { first in
            if first == nil { first = pthread_self() }
            return first == pthread_self()
        }
    }
}

extension Vowels: CustomTestStringConvertible {
    var testDescription: String { "vowels" }
}
