import PostilCore
import PostilText

/// Reads a rule file.
///
/// A fault ends the statement in which it is; the next ones are read nevertheless, so that all faults of a file are
/// told at once.
struct RuleParser {
    /// What `$name` stands for.
    enum Reference {
        case words([String])
        case lexicon(Int)
        case macro(Range<Int>)
    }

    let source: RuleSource
    var file = RuleFileSyntax()
    var references: [String: Reference] = [:]
    var diagnostics: [RuleDiagnostic] = []
    let tokenizer = Tokenizer()

    /// The captures of the rule that is being read.
    var captures: [String] = []
    /// The macros that are being read, the outermost first.
    var openMacros: [String] = []
    /// How many parts the pattern that is being read has, macros taken for what they stand for.
    var partCount = 0

    /// The most faults that are told.
    private static let maximumDiagnostics = 20

    private init(_ source: RuleSource) { self.source = source }

    /// Reads a file.
    ///
    /// - Throws: ``RuleError`` with the code `rule-syntax` and all faults.
    static func parse(_ source: RuleSource) throws(RuleError) -> RuleFileSyntax {
        var parser = RuleParser(source)
        parser.readFile()
        guard parser.diagnostics.isEmpty else {
            throw RuleError(code: .ruleSyntax, diagnostics: Array(parser.diagnostics.prefix(maximumDiagnostics)))
        }
        return parser.file
    }

    private mutating func readFile() {
        if let invalid = source.bytes.firstInvalidUTF8 {
            diagnostics.append(source.diagnostic(invalid..<(invalid + 1), "this is not UTF-8"))
            return
        }
        let (statements, stray) = RuleStatement.all(in: source)
        if let stray {
            diagnostics.append(unknownStatement(stray))
        }
        var index = 0
        while index < statements.count {
            let statement = statements[index]
            index += 1
            do throws(RuleDiagnostic) {
                if statement.keyword == .rule {
                    let first = index
                    while index < statements.count, statements[index].keyword.isOfRule { index += 1 }
                    try readRule(statement, clauses: statements[first..<index])
                } else {
                    try read(statement)
                }
            } catch {
                // A fault in a macro is met again wherever it is used.
                if !diagnostics.contains(error) { diagnostics.append(error) }
            }
        }
        checkHeader()
    }

    private mutating func checkHeader() {
        let top = 0..<0
        if file.name.isEmpty, diagnostics.isEmpty {
            diagnostics.append(source.diagnostic(top, "the file has no name: write 'name org.example.thing'"))
        }
        if file.version.isEmpty, diagnostics.isEmpty {
            diagnostics.append(source.diagnostic(top, "the file has no version: write 'version 1.0'"))
        }
        if file.rules.isEmpty, diagnostics.isEmpty {
            diagnostics.append(source.diagnostic(top, "the file has no rule: write 'rule NAME' and 'match PATTERN'"))
        }
    }

    private func unknownStatement(_ range: Range<Int>) -> RuleDiagnostic {
        var scanner = RuleScanner(source, in: range)
        guard let word = scanner.word() else {
            return source.diagnostic(
                range,
                "a statement begins with a word such as 'name'; 'postil convert' reads the patterns of spaCy's EntityRuler"
            )
        }
        if let keyword = RuleStatement.Keyword(rawValue: word.text) {
            return source.diagnostic(word.range, "'\(word.text)' is followed by \(keyword.follower.rawValue)")
        }
        let keywords = RuleStatement.Keyword.allCases.map(\.rawValue)
        return source.diagnostic(
            word.range,
            "no statement begins with '\(word.text)'",
            suggestion: Spelling.nearest(to: word.text, among: keywords)
        )
    }

    /// Reads a statement that is not part of a rule.
    private mutating func read(_ statement: RuleStatement) throws(RuleDiagnostic) {
        var scanner = RuleScanner(source, in: statement.body)
        switch statement.keyword {
        case .name: file.name = try identifier(&scanner, "a name such as org.example.casualties").text
        case .version: file.version = try name(&scanner, "a version such as 1.0")
        case .layer:
            let layer = try identifier(&scanner, "a layer's name such as org.example.casualties").text
            file.layer = LayerName(rawValue: layer)
        case .overlaps: file.allowsOverlaps = true
        case .words: try readWords(&scanner)
        case .lexicon:
            let name = try reference(&scanner)
            guard scanner.take("="), let path = try scanner.string(0x22) else {
                throw scanner.error("a lexicon is written: lexicon $places = \"places.txt\"")
            }
            try define(name, as: .lexicon(file.lexicons.count))
            file.lexicons.append(RuleLexiconReference(path: path.text, source: path.range))
        case .macro:
            let name = try reference(&scanner)
            guard scanner.take("=") else { throw scanner.error("a macro is written: let $people = PATTERN") }
            try define(name, as: .macro(scanner.position..<scanner.end))
            captures = []
            partCount = 0
            openMacros = [name.text]
            defer { openMacros = [] }
            var trial = RuleScanner(source, in: scanner.position..<scanner.end)
            _ = try pattern(&trial)
            try expectEnd(&trial)
            return
        default:
            throw source.diagnostic(
                statement.keywordRange,
                "'\(statement.keyword.rawValue)' belongs to a rule: write 'rule NAME' before it"
            )
        }
        try expectEnd(&scanner)
    }

    private mutating func readWords(_ scanner: inout RuleScanner) throws(RuleDiagnostic) {
        let name = try reference(&scanner)
        guard scanner.take("=") else { throw scanner.error("words are written: words $killing = kill slay murder") }
        var words: [String] = []
        while !scanner.isAtEnd() {
            if scanner.take(",") { continue }
            if let string = try scanner.string(0x22) {
                words.append(string.text)
            } else {
                words.append(try identifier(&scanner, "a word, or a text between \" marks,").text)
            }
        }
        guard !words.isEmpty else { throw scanner.error("no word follows '$\(name.text) ='") }
        try define(name, as: .words(words))
    }

    private mutating func define(
        _ name: (text: String, range: Range<Int>),
        as reference: Reference
    ) throws(RuleDiagnostic) {
        guard references[name.text] == nil else {
            throw source.diagnostic(name.range, "'$\(name.text)' has a meaning already: take another name")
        }
        references[name.text] = reference
    }

    /// What `$name` stands for.
    func meaning(of name: (text: String, range: Range<Int>)) throws(RuleDiagnostic) -> Reference {
        guard let reference = references[name.text] else {
            throw source.diagnostic(
                name.range,
                "nothing before this line says what '$\(name.text)' is: write 'words', 'lexicon' or 'let'",
                suggestion: Spelling.nearest(to: name.text, among: references.keys.sorted()).map { "$" + $0 }
            )
        }
        return reference
    }

    /// A name behind `$`.
    func reference(_ scanner: inout RuleScanner) throws(RuleDiagnostic) -> (text: String, range: Range<Int>) {
        guard scanner.take("$"), let name = scanner.word() else {
            throw scanner.error("a name such as $places is expected")
        }
        return name
    }

    func identifier(
        _ scanner: inout RuleScanner,
        _ expected: String
    ) throws(RuleDiagnostic) -> (text: String, range: Range<Int>) {
        guard let word = scanner.word(extra: [0x2E, 0x27]) else { throw scanner.error("\(expected) is expected here") }
        return word
    }

    /// A bare word or a text between `"` marks.
    func name(_ scanner: inout RuleScanner, _ expected: String) throws(RuleDiagnostic) -> String {
        if let string = try scanner.string(0x22) { return string.text }
        return try identifier(&scanner, expected).text
    }

    func expectEnd(_ scanner: inout RuleScanner) throws(RuleDiagnostic) {
        guard !scanner.isAtEnd() else { return }
        let start = scanner.position
        let word = scanner.word()
        let isLineStart =
            source.text(source.range(ofLine: source.line(of: start)).lowerBound..<start).allSatisfy(\.isWhitespace)
        let keywords = RuleStatement.Keyword.allCases.map(\.rawValue)
        if isLineStart, let word, let keyword = RuleStatement.Keyword(rawValue: word.text) {
            throw source.diagnostic(word.range, "'\(word.text)' is followed by \(keyword.follower.rawValue)")
        }
        throw source.diagnostic(
            word?.range ?? start..<(start + 1),
            isLineStart
                ? "no statement begins like this, and the one before ends here" : "the statement ends before this",
            suggestion: isLineStart ? word.flatMap { Spelling.nearest(to: $0.text, among: keywords) } : nil
        )
    }

    /// The number of a layer whose annotations patterns read.
    mutating func number(of layer: LayerName) -> Int {
        if let number = file.layers.firstIndex(of: layer) { return number }
        file.layers.append(layer)
        return file.layers.count - 1
    }
}

extension [UInt8] {
    /// The offset of the first byte that is not UTF-8; nil where all are.
    var firstInvalidUTF8: Int? {
        do throws(AnnotationError) {
            _ = try Text(validating: self)
            return nil
        } catch {
            return error.byteOffset ?? 0
        }
    }
}
