import Postil
import PostilRules
import Testing

@Suite("Rules, whatever they are")
struct RulePropertyTests {
    static let segmenter: [any Annotator] = (try? Segmenter()).map { [$0] } ?? []

    /// The text `name` and `version` of a file, and a rule without demands on its examples.
    private static func file(_ pattern: String, _ example: String, counter: String = "zzz") -> String {
        """
        name org.example.p
        version 1
        overlaps
        rule r within document
          match \(pattern)
          make X
          example "\(example)"
          counter "\(counter)"
        """
    }

    /// A pattern of random form, with a text for it, the pattern as a tree, and its words.
    private indirect enum Tree {
        case word(Character)
        case sequence([Tree])
        case choice([Tree])
        case repetition(Tree, Int, Int?)

        static func random(_ numbers: inout SplitMix64, depth: Int) -> Tree {
            switch depth == 0 ? 0 : numbers.next() % 5 {
            case 1: .sequence((0..<2).map { _ in random(&numbers, depth: depth - 1) })
            case 2: .choice((0..<2).map { _ in random(&numbers, depth: depth - 1) })
            case 3: .repetition(random(&numbers, depth: depth - 1), Int(numbers.next() % 2), nil)
            case 4: .repetition(random(&numbers, depth: depth - 1), 0, 1 + Int(numbers.next() % 2))
            default: .word(["a", "b", "c"][Int(numbers.next() % 3)])
            }
        }

        var source: String {
            switch self {
            case .word(let letter): String(letter)
            case .sequence(let parts): "(" + parts.map(\.source).joined(separator: " ") + ")"
            case .choice(let parts): "(" + parts.map(\.source).joined(separator: " | ") + ")"
            case .repetition(let part, let low, let high): "(\(part.source)){\(low),\(high.map(String.init) ?? "")}"
            }
        }

        /// The ends of all matches that begin at `start`: the definition, without regard to cost.
        func ends(in text: [Character], from start: Int) -> Set<Int> {
            switch self {
            case .word(let letter): return start < text.count && text[start] == letter ? [start + 1] : []
            case .choice(let parts): return parts.reduce(into: []) { $0.formUnion($1.ends(in: text, from: start)) }
            case .sequence(let parts):
                return parts.reduce(into: [start]) { ends, part in
                    ends = ends.reduce(into: []) { $0.formUnion(part.ends(in: text, from: $1)) }
                }
            case .repetition(let part, let low, let high):
                var all: Set<Int> = low == 0 ? [start] : []
                var current: Set<Int> = [start]
                for count in 1...max(1, high ?? text.count + 1) {
                    current = current.reduce(into: []) { $0.formUnion(part.ends(in: text, from: $1)) }
                    if count >= low { all.formUnion(current) }
                }
                return all
            }
        }
    }

    @Test("a pattern followed by a mark matches exactly where its definition says", arguments: 0..<60)
    func oracle(_ seed: Int) throws {
        var numbers = SplitMix64(seed: UInt64(seed) &+ 77)
        let tree = Tree.random(&numbers, depth: 4)
        // Anchored at both ends, so that which of several matches is preferred makes no difference.
        let annotator = try RuleFile.make(
            RulePropertyTests.file("^ x \(tree.source) $", "x " + RulePropertyTests.member(of: tree)),
            name: tree.source,
            available: RulePropertyTests.segmenter
        )
        let pipeline = try Pipeline(name: "p", steps: [annotator], available: RulePropertyTests.segmenter)
        for _ in 0..<40 {
            let letters = (0..<Int(numbers.next() % 9)).map { _ in
                ["a", "b", "c"][Int(numbers.next() % 3)] as Character
            }
            let text = "x " + letters.map(String.init).joined(separator: " ")
            let found = pipeline.annotate(Document(text: Text(text)))[annotator.layer]?.count ?? -1
            let isMember = tree.ends(in: letters, from: 0).contains(letters.count)
            #expect(found == (isMember ? 1 : 0), "\(tree.source) on \(text)")
        }
    }

    /// A text that a pattern matches.
    private static func member(of tree: Tree) -> String {
        switch tree {
        case .word(let letter): String(letter)
        case .sequence(let parts): parts.map(member).joined(separator: " ")
        case .choice(let parts): parts.first.map(member) ?? ""
        case .repetition(let part, let low, _): (0..<max(low, 1)).map { _ in member(of: part) }.joined(separator: " ")
        }
    }

    /// Patterns that take time exponential or quadratic in the text where choices are tried again and again.
    static let hostile = [
        "(a* )* b", "((a | a)+)+ b", "(a? ){30} a{30} b", "(a+ )+ (a+ )+ b", "([]* )* b", "a []* b", "(a | a a)* b",
        "a (b? []* c? []* )* d",
    ]

    @Test("no pattern takes more than its length times the text's", arguments: hostile)
    func hostilePatterns(_ pattern: String) throws {
        let example = "a " + Array(repeating: "a", count: 32).joined(separator: " ") + " c b d"
        let annotator = try RuleFile.make(
            RulePropertyTests.file(pattern, example.replacing(" c", with: pattern.contains("c") ? " c" : "")),
            name: "hostile",
            available: RulePropertyTests.segmenter
        )
        let pipeline = try Pipeline(name: "p", steps: [annotator], available: RulePropertyTests.segmenter)
        let text = Array(repeating: "a", count: 4_000).joined(separator: " ")
        let document = pipeline.annotate(Document(text: Text(text)))
        #expect(document.failures.isEmpty)
        #expect(document[annotator.layer]?.isEmpty == true)
    }

    @Test("a damaged rule file is refused or loads, and never ends the program", arguments: 0..<40)
    func damagedFiles(_ seed: Int) throws {
        var numbers = SplitMix64(seed: UInt64(seed))
        let original = Array(try ByteSource(path: RuleFiles.good[0]).readAll())
        let pieces = [
            "[", "]", "(", ")", "<", ">", "\"", "$", "|", "*", "{", "}", ":", "\n", "rule ", "\\", "/", "é", "#",
        ]
        for _ in 0..<8 {
            var bytes = original
            for _ in 0..<(1 + numbers.next() % 4) {
                let place = Int(numbers.next() % UInt64(bytes.count))
                switch numbers.next() % 3 {
                case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + Int(numbers.next() % 40)))
                case 1: bytes.insert(contentsOf: pieces[Int(numbers.next() % UInt64(pieces.count))].utf8, at: place)
                default: bytes[place] = UInt8(truncatingIfNeeded: numbers.next())
                }
            }
            do throws(RuleError) {
                let text = String(decoding: bytes, as: UTF8.self)
                _ = try RuleFile.make(text, name: "x", available: RulePropertyTests.segmenter)
            } catch {
                #expect(!error.diagnostics.isEmpty)
                #expect(error.diagnostics.allSatisfy { $0.line >= 1 && $0.column >= 1 && $0.length >= 1 })
            }
        }
    }

    @Test("a rule annotator keeps the rules of annotators")
    func conforms() throws {
        let annotator = try RuleFile.load(path: RuleFiles.good[0], available: RuleFileTests.available)
        let texts = try RuleFiles.texts(in: "seeds")
        let report = ConformanceCheck().run(annotator, available: RuleFileTests.available, on: texts.map { Text($0) })
        #expect(report.isConforming, "\(report)")
        #expect(report.annotationCounts.values.allSatisfy { $0 > 5 })
    }
}
