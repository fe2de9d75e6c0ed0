import PostilCore
import PostilPlugins
import Testing

@Suite("The conformance check")
struct ConformanceTests {
    /// Texts in which every misbehaviour shows.
    private static let texts: [Text] = ["Two föhns, one aria.\n\nThe Möwe: no öl.", "No vowel: brr", "Ö\u{0}ö"]

    /// A check with little noise, since each case runs one.
    private static var quick: ConformanceCheck {
        var check = ConformanceCheck()
        check.shortNoiseCount = 12
        check.longNoiseByteCount = 4_096
        check.longWordByteCount = 500
        return check
    }

    private func run(_ annotator: any Annotator, with check: ConformanceCheck = quick) -> ConformanceReport {
        check.run(annotator, available: [Lines()], on: ConformanceTests.texts)
    }

    @Test("an annotator that keeps the rules passes, on all of the check's texts and the caller's")
    func good() {
        let report = checkAnnotator(Vowels(), available: [Lines()], on: ConformanceTests.texts)
        #expect(report.isConforming, "\(report)")
        #expect(report.violationCounts.isEmpty && report.unjudgedShifts == 0)
        #expect(report.textCount > 90)
        #expect((report.annotationCounts["org.example.vowels"] ?? 0) > 10_000)
    }

    @Test("a value may hold spans: they move with the text")
    func spansInValues() {
        let report = run(Vowels { $0.change = { valued($1) { $0.place = $1 } } })
        #expect(report.isConforming, "\(report)")
    }

    @Test("an annotation of the whole text may grow by the prefix and say something else then")
    func wholeText() {
        let report = ConformanceTests.quick.run(Lengths(), on: ConformanceTests.texts + [" \n Three \n", "\n"])
        #expect(report.isConforming, "\(report)")
        #expect((report.annotationCounts["org.example.names"] ?? 0) > 20)
    }

    typealias Misbehaviour = (requirement: ConformanceRequirement, layer: LayerName?, annotator: Vowels)

    @Test("each misbehaviour is caught as what it is, and as nothing else", arguments: wrongDeclarations + wrongLayers)
    func caught(_ example: Misbehaviour) throws {
        let report = run(example.annotator)
        #expect(Set(report.violationCounts.keys) == [example.requirement], "\(report)")
        #expect(!report.isConforming && report.violations.count <= 3)
        let violation = try #require(report.violations.first)
        #expect(violation.layer == example.layer, "\(report)")
        #expect((violation.excerpt == nil) == (example.requirement == .declarations))
    }

    static let wrongDeclarations: [Misbehaviour] = [
        (.declarations, nil, Vowels { $0.name = "" }),
        (.declarations, nil, Vowels { $0.version = "" }),
        (
            .declarations, nil,
            Vowels {
                $0.provides = []
                $0.isSilent = { _ in true }
            }
        ),
        (.declarations, nil, Vowels { $0.rules = RuleTable([Rule("vowel", "one"), Rule("vowel", "another")]) }),
        (.declarations, nil, Vowels { $0.requires += [AnyLayerKey(.sentences)] }),
        (.declarations, nil, Vowels { $0.provides += [AnyLayerKey(.vowels)] }),
    ]

    static let wrongLayers: [Misbehaviour] = [
        (
            .declaredLayers, "tokens",
            Vowels { $0.before = { (document, _) throws(AnnotationError) in _ = try document[.tokens] } }
        ),
        (
            .declaredLayers, "tokens",
            Vowels { $0.before = { (_, output) throws(AnnotationError) in try output.provide(Layer(), for: .tokens) } }
        ),
        (
            .declaredLayers, "org.example.vowels",
            Vowels { $0.before = { (_, output) throws(AnnotationError) in try output.provide(Layer(), for: .vowels) } }
        ),
        (.providedLayers, "org.example.vowels", Vowels { $0.isSilent = { $0.isEmpty } }),
        (
            .everyText, nil,
            Vowels {
                $0.before = { (document, _) throws(AnnotationError) in
                    guard document.text.bytes.contains(0) else { return }
                    throw AnnotationError(code: "odd", message: "has a NUL")
                }
            }
        ),
        (.sortedSpans, "org.example.vowels", Vowels { $0.change = { $1.reversed() } }),
        (.spansInBounds, "org.example.vowels", Vowels { $0.change = { moved($1.suffix(1)) { ($0, $1 + 100_000) } } }),
        (
            .scalarBoundaries, "org.example.vowels",
            Vowels { $0.change = { moved($1) { (start, _) in (start, start + 1) } } }
        ),
        (
            .spansInBounds, "org.example.vowels",
            Vowels { $0.change = { valued($1) { $0.place = $1.moved(by: 100_000) } } }
        ),
        (
            .scalarBoundaries, "org.example.vowels",
            Vowels { $0.change = { valued($1) { $0.place = Span(start: $1.start, end: $1.start + 1) } } }
        ),
        (.nonEmptySpans, "org.example.vowels", Vowels { $0.change = { moved($1) { (_, end) in (end, end) } } }),
        (.separateSpans, "org.example.vowels", Vowels { $0.change = { $1.flatMap { [$0, $0] } } }),
        (
            .knownRules, "org.example.vowels",
            Vowels {
                $0.change = { $1.map { Annotation($0.span, $0.value, rule: 2) } }
                $0.answer = { Explanation("it can be sung") }
            }
        ),
        (
            .scoreRange, "org.example.vowels",
            Vowels { $0.change = { $1.map { Annotation($0.span, $0.value, score: 1.01) } } }
        ),
        (
            .scoreRange, "org.example.vowels",
            Vowels { $0.change = { $1.map { Annotation($0.span, $0.value, score: -0.5) } } }
        ),
        (
            .restoredValues, "org.example.vowels",
            Vowels { $0.change = { valued($1) { (value, _) in value.hidden = true } } }
        ),
        (
            .restoredJSON, "org.example.vowels",
            Vowels { $0.change = { valued($1) { (value, _) in value.isUnstable = true } } }
        ),
        (.deterministic, nil, remembering { $0.hasSeen($1) }),
        (.threadSafe, nil, remembering { (memory, _) in !memory.isFirstThread() }),
        // What stands at an offset in the text, what stands there of a fixed size, what began before the prefix ended.
        (.shiftInvariant, "org.example.vowels", Vowels { $0.change = { $1.filter { $0.span.start % 8 < 4 } } }),
        (
            .shiftInvariant, "org.example.vowels",
            Vowels { $0.change = { $1.map { Annotation($0.span, $0.value, score: $0.span.start < 8 ? 0.5 : 1) } } }
        ),
        (.shiftInvariant, "org.example.vowels", Vowels { $0.change = { moved($1.prefix(1)) { (0, $1) } } }),
        // A value with a span that it does not own up to.
        (
            .shiftInvariant, "org.example.vowels",
            Vowels { $0.change = { valued($1) { ($0.place, $0.isFixed) = ($1, true) } } }
        ),
        (
            .shiftInvariant, nil,
            Vowels {
                $0.before = { (document, _) throws(AnnotationError) in
                    guard document.text.bytes.starts(with: "é\n\n".utf8) else { return }
                    throw AnnotationError(code: "odd", message: "does not know what to do")
                }
            }
        ),
        (
            .explained, "org.example.vowels",
            Vowels { $0.change = { $1.map { Annotation($0.span, $0.value, rule: 0) } } }
        ),
        (
            .soundCandidates, "org.example.vowels",
            Vowels { $0.candidates = { $0.isEmpty ? nil : [Span(start: 0, end: UInt32($0.count) + 1)] } }
        ),
        (
            .soundCandidates, "org.example.vowels",
            Vowels {
                $0.candidates = { text in
                    let first = UInt32(text.string.unicodeScalars.first.map { UTF8.width($0) } ?? 0)
                    return first == 0 || Int(first) == text.count
                        ? nil : [text.span, Span(start: 0, end: first)].reversed()
                }
            }
        ),
        (
            .soundCandidates, "org.example.vowels",
            Vowels {
                $0.candidates = { (_) throws(AnnotationError) in throw AnnotationError(code: "odd", message: "lost") }
            }
        ),
        (
            .explained, "org.example.vowels",
            Vowels { $0.answer = { () throws(AnnotationError) in throw AnnotationError(code: "odd", message: "lost") } }
        ),
    ]

    /// An annotator that finds nothing where what it remembers says so.
    private static func remembering(_ findsNothing: @escaping @Sendable (Memory, Text) -> Bool) -> Vowels {
        let memory = Memory()
        return Vowels { $0.change = { findsNothing(memory, $0) ? [] : $1 } }
    }

    @Test(
        "what a prefix changes is said",
        arguments: [
            (
                ["aaa"], "0:1 is not there",
                Vowels { $0.change = { $1.filter { $0.span.start > 4 || $0.span.start == 0 } } }
            ),
            (["aaa"], "0:1 is there only", Vowels { $0.change = { $1.filter { $0.span.start >= 4 } } }),
            (["aaa"], "2:3 is not there", Vowels { $0.change = { $1.filter { $0.span.start < 6 } } }),
            (["abb"], "0:1 begins in that paragraph", Vowels { $0.change = { moved($1) { (0, $1) } } }),
            (
                ["aaa"], "1:2 says something else",
                Vowels { $0.change = { $1.map { Annotation($0.span, $0.value, rule: $0.span.start == 5 ? 2 : 1) } } }
            ),
        ] as [([Text], String, Vowels)]
    )
    func shifts(texts: [Text], change: String, annotator: Vowels) {
        var check = ConformanceCheck()
        (check.shortNoiseCount, check.longNoiseByteCount, check.longWordByteCount) = (0, 0, 0)
        check.violationsListed = 100
        let report = check.run(annotator, available: [Lines()], on: texts)
        let message = report.violations.last {
            $0.requirement == .shiftInvariant && $0.textName == "text 1 of the caller"
        }?
        .message
        #expect(
            message?.hasPrefix(change + " when a paragraph of 4 bytes stands before the text: ") == true,
            "\(report)"
        )
    }

    @Test("where a prerequisite fails, it gets the blame")
    func prerequisites() {
        var broken = Stub("broken")
        broken.provides = [AnyLayerKey(.paragraphs)]
        broken.work = { (_, _) throws(AnnotationError) in throw AnnotationError(code: "odd", message: "is broken") }
        let report = ConformanceTests.quick.run(Vowels(), available: [broken])
        #expect(Set(report.violationCounts.keys) == [.prerequisites])
        #expect(report.textCount == 0)
        #expect(
            report.violations.first?.message
                == "'broken' fails, check it first: odd: annotator 'broken': is broken"
        )
    }

    @Test("where a prerequisite moves badly, the annotator is not blamed for it")
    func unjudged() {
        var fixed = Stub("fixed")
        fixed.provides = [AnyLayerKey(.paragraphs)]
        fixed.work = { (document, output) throws(AnnotationError) in
            let spans = document.text.count < 8 ? [] : [Span(start: 0, end: 8)]
            try output.provide(Layer(sorted: spans), for: .paragraphs)
        }
        let report = ConformanceTests.quick.run(Vowels(), available: [fixed], on: ["aaaaaaaaaaaaaaa"])
        #expect(report.isConforming, "\(report)")
        #expect(report.unjudgedShifts > 0)
    }

    @Test("the prefix and the number of violations listed are the caller's")
    func options() {
        let shifting = Vowels { $0.change = { $1.filter { $0.span.start % 8 < 4 } } }
        var check = ConformanceTests.quick
        for (prefix, isCaught) in [("", false), ("\n\n\n\n\n\n\n\n", false), ("\n", true), ("aaa\n\n", true)] {
            check.prefix = Text(prefix)
            #expect(run(shifting, with: check).isConforming == !isCaught)
        }
        check.violationsListed = 1
        let report = run(shifting, with: check)
        #expect(report.violations.count == 1)
        #expect((report.violationCounts[.shiftInvariant] ?? 0) > 5)
    }

    @Test("two checks give one fingerprint of the output; another output gives another")
    func fingerprints() {
        let first = run(Vowels())
        #expect(first.outputFingerprint == run(Vowels()).outputFingerprint)
        for change: @Sendable (Text, [Vowels.Found]) -> [Vowels.Found] in [
            { $1.dropLast() }, { $1.map { Annotation($0.span, $0.value, score: 0.5) } },
            { $1.map { Annotation($0.span, Vowel("x")) } }, { $1.map { Annotation($0.span, $0.value, rule: 0) } },
        ] {
            #expect(run(Vowels { $0.change = change }).outputFingerprint != first.outputFingerprint)
        }
        var check = ConformanceTests.quick
        check.seed = 2
        #expect(run(Vowels(), with: check).outputFingerprint != first.outputFingerprint)
    }

    @Test("a report says what to do and where, with odd characters as escapes")
    func description() {
        var check = ConformanceTests.quick
        (check.shortNoiseCount, check.longNoiseByteCount, check.violationsListed) = (0, 0, 1)
        var annotator = Vowels { $0.change = { moved($1.suffix(1)) { ($0, $1 + 100_000) } } }
        annotator.before = { (document, _) throws(AnnotationError) in
            guard document.text.bytes.contains(0xB6) else { throw AnnotationError(code: "odd", message: "no ö") }
        }
        let report = check.run(
            annotator,
            available: [Lines()],
            on: ["One brr is\r\nnot two: T\u{0}wö \u{202E}brr brr brr brr brr"]
        )
        #expect(
            report.description == """
                'org.example.vowels' does not conform: \(report.textCount) texts, 1 annotations, output 7bd4ffba
                  every-text: no ö [empty text: ""] (1 of \(report.textCount - 1))
                  spans-in-bounds: layer 'org.example.vowels': 24:100026 does not lie in the text of 49 bytes: count UTF-8 \
                bytes, ends behind starts [text 1 of the caller: "…brr is\\r\\nnot two: T\\0wö \\u{202E}brr brr brr brr brr"]
                """
        )
        let good = check.run(Vowels(), available: [Lines()])
        #expect(good.description.hasPrefix("'org.example.vowels' conforms: \(good.textCount) texts, "))
    }
}

private func moved(
    _ vowels: some Sequence<Vowels.Found>,
    _ ends: (UInt32, UInt32) -> (UInt32, UInt32)
) -> [Vowels.Found] {
    vowels.map { vowel in
        let (start, end) = ends(vowel.span.start, vowel.span.end)
        return Annotation(Span(start: start, end: end), vowel.value)
    }
}

private func valued(_ vowels: [Vowels.Found], _ change: (inout Vowel, Span) -> Void) -> [Vowels.Found] {
    vowels.map { vowel in
        var value = vowel.value
        change(&value, vowel.span)
        return Annotation(vowel.span, value)
    }
}
