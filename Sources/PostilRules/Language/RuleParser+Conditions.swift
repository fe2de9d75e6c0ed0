import PostilCore

extension RuleParser {
    /// A value that a condition asks for.
    enum Value {
        /// A word, perhaps with `*` and `?` for what may vary.
        case bare(String)
        /// A text between `"` marks: exactly this.
        case exact(String)
        /// A text between `'` marks: this, in capitals or not.
        case folded(String)
        /// A regular expression between `/` marks.
        case expression(TextExpression)
        /// The words of a list.
        case words([String])
    }

    /// What a condition on a token may ask about, by name. Names of other toolkits are known too: those of spaCy's
    /// Matcher in capitals, and TokensRegex's `word` and `ner`.
    static let attributes: [String: Attribute] = [
        "text": .form(.text), "orth": .form(.text), "word": .form(.text), "lower": .form(.lower),
        "lemma": .form(.lemma), "tag": .penn, "xpos": .penn, "pos": .universal, "upos": .universal, "kind": .kind,
        "shape": .shape, "length": .length, "entity": .layer("entities"), "ner": .layer("entities"),
        "ent_type": .layer("entities"), "number": .layer("numbers"), "date": .layer("dates"),
        "quote": .layer("quotes"),
    ]

    /// The standard layers, by which an annotation may be called besides the names in ``attributes``.
    static let layers: [LayerName] = [
        "paragraphs", "sentences", "dates", "numbers", "entities", "quotes", "sentiment",
    ]

    enum Attribute {
        case form(TokenForm), penn, universal, kind, shape, length
        case layer(LayerName)
    }

    func attribute(called name: String) -> Attribute? {
        if let attribute = RuleParser.attributes[name.lowercased()] { return attribute }
        if let layer = RuleParser.layers.first(where: { $0.rawValue == name }) { return .layer(layer) }
        return name.contains(".") ? .layer(LayerName(rawValue: name)) : nil
    }

    /// Reads what is asked of a token: conditions between `[` and `]`, all of which must hold.
    mutating func tokenCondition(_ scanner: inout RuleScanner) throws(RuleDiagnostic) -> TokenCondition {
        let start = scanner.position
        scanner.advance()
        var clauses: [TokenCondition.Clause] = []
        while !scanner.take("]") {
            guard !scanner.isAtEnd() else {
                throw source.diagnostic(start..<(start + 1), "this '[' has no ']' behind it")
            }
            clauses.append(try clause(&scanner))
            guard
                scanner.take(",") || scanner.take(";") || scanner.take("&") || scanner.peek() == 0x5D
                    || scanner.isAtEnd()
            else {
                throw scanner.error("conditions are separated by commas and end with ']'")
            }
        }
        return TokenCondition(clauses: clauses)
    }

    private mutating func clause(_ scanner: inout RuleScanner) throws(RuleDiagnostic) -> TokenCondition.Clause {
        var isNegated = scanner.take("!") || scanner.takeWord("not")
        _ = scanner.peek()
        let start = scanner.position
        if scanner.peek() == 0x7B {
            throw scanner.error(
                "conditions are written without braces, as in [lemma: be, tag: VB*]; 'postil convert' reads spaCy's patterns"
            )
        }
        guard let word = scanner.word(extra: [0x2E, 0x2A, 0x3F]) else {
            return TokenCondition.Clause(isNegated: isNegated, alternatives: try predicates(.form(.lower), &scanner))
        }
        guard let comparison = comparison(&scanner) else {
            if case .layer(let layer)? = attribute(called: word.text) {
                let condition = AnnotationCondition(layer: number(of: layer), types: [], features: [])
                return TokenCondition.Clause(isNegated: isNegated, alternatives: [.inside(condition)])
            }
            scanner.move(to: start)
            return TokenCondition.Clause(isNegated: isNegated, alternatives: try predicates(.form(.lower), &scanner))
        }
        guard let attribute = attribute(called: word.text) else {
            throw source.diagnostic(
                word.range,
                "a token has no '\(word.text)'; it has text, lower, lemma, tag, pos, kind, shape, length and layers "
                    + "such as entity",
                suggestion: Spelling.nearest(
                    to: word.text.lowercased(),
                    among: RuleParser.attributes.keys.sorted() + RuleParser.layers.map(\.rawValue)
                )
            )
        }
        if case .length = attribute {
            guard let number = scanner.number() else { throw scanner.error("a number of characters is expected") }
            return TokenCondition.Clause(isNegated: isNegated, alternatives: [.length(comparison, number)])
        }
        guard comparison == .equal || comparison == .notEqual else {
            throw source.diagnostic(word.range, "'\(word.text)' is no number, so it is not compared by size")
        }
        if comparison == .notEqual { isNegated.toggle() }
        return TokenCondition.Clause(isNegated: isNegated, alternatives: try predicates(attribute, &scanner))
    }

    func comparison(_ scanner: inout RuleScanner) -> Comparison? {
        if scanner.take(":") { return .equal }
        return Comparison.allCases.first { scanner.take($0.rawValue) }
    }

    /// Reads values between `|` and makes the predicates of them.
    private mutating func predicates(
        _ attribute: Attribute,
        _ scanner: inout RuleScanner
    ) throws(RuleDiagnostic) -> [TokenPredicate] {
        var predicates: [TokenPredicate] = []
        repeat {
            let (value, range) = try value(&scanner)
            switch attribute {
            case .form(let form): predicates.append(try predicate(form, value, range))
            case .penn:
                file.readsTags = true
                predicates.append(.penn(try bits(of: value, range, among: PennTag.names, "Penn tag")))
            case .universal:
                file.readsTags = true
                let bits = try bits(of: value, range, among: UniversalTag.names, "universal tag")
                predicates.append(.universal(UInt32(truncatingIfNeeded: bits)))
            case .kind:
                let bits = try bits(of: value, range, among: TokenKind.all.map(\.name), "kind of token")
                predicates.append(.kind(UInt32(truncatingIfNeeded: bits)))
            case .shape:
                let bits = try bits(of: value, range, among: TokenShape.all.map(\.name), "shape")
                predicates.append(.shape(UInt8(truncatingIfNeeded: bits)))
            case .layer(let layer):
                let types = try types(value, of: layer, range)
                predicates.append(
                    .inside(AnnotationCondition(layer: number(of: layer), types: types, features: []))
                )
            case .length: break
            }
        } while scanner.take("|")
        return predicates
    }

    private mutating func predicate(
        _ form: TokenForm,
        _ value: Value,
        _ range: Range<Int>
    ) throws(RuleDiagnostic) -> TokenPredicate {
        if form == .lemma { file.readsLemmas = true }
        switch value {
        case .expression(let expression): return .expression(form, expression)
        case .words(let words):
            guard form != .text else {
                throw source.diagnostic(range, "words are compared by 'lower' or 'lemma'")
            }
            for word in words where form == .lower { _ = try singleToken(word, range) }
            return .listed(form, HashSet(words.map { LowercaseHash(word: $0).bits }))
        case .bare(let text):
            guard !text.contains("*"), !text.contains("?") else {
                return .expression(form, TextExpressionParser.wildcards(text, ignoresCase: form != .text))
            }
            return try exact(form == .text ? .text : form, text, range)
        case .folded(let text): return try exact(form == .text ? .lower : form, text, range)
        case .exact(let text): return try exact(form == .lower ? .text : form, text, range)
        }
    }

    private func exact(_ form: TokenForm, _ text: String, _ range: Range<Int>) throws(RuleDiagnostic) -> TokenPredicate
    {
        if form == .lemma { return .lemma(LowercaseHash(word: text).bits) }
        let token = try singleToken(text, range)
        return form == .text ? .text(token.text, token.hash) : .lower(token.hash)
    }

    /// The only token of a text.
    ///
    /// - Throws: A diagnostic that names the tokens where there are several: then no token could ever match.
    private func singleToken(_ text: String, _ range: Range<Int>) throws(RuleDiagnostic) -> (
        text: [UInt8], hash: UInt64
    ) {
        let readings = readings(of: text)
        guard let token = readings.first(where: { $0.count == 1 })?.first else {
            let tokens = readings.first ?? []
            let parts = tokens.map { String(decoding: $0.text, as: UTF8.self) }
            throw source.diagnostic(
                range,
                parts.isEmpty
                    ? "this is no token"
                    : "'\(text)' is \(parts.count) tokens, \(parts.joined(separator: " and ")), so no single one "
                        + "matches: write it without brackets"
            )
        }
        return token
    }

    /// The names that a value stands for, a bit for each.
    private func bits(
        of value: Value,
        _ range: Range<Int>,
        among names: [String],
        _ what: String
    ) throws(RuleDiagnostic) -> UInt64 {
        let expressions = expressions(of: value)
        var bits: UInt64 = 0
        for (index, name) in names.enumerated() where expressions.contains(where: { $0.matches(name) }) {
            bits |= 1 << UInt64(index)
        }
        guard bits != 0 else {
            let text = source.text(range)
            throw source.diagnostic(
                range,
                "there is no \(what) '\(text)'",
                suggestion: Spelling.nearest(to: text.uppercased(), among: names)
                    ?? Spelling.nearest(to: text.lowercased(), among: names)
            )
        }
        return bits
    }

    /// The types of the standard layers that have a fixed set of them.
    private static let knownTypes: [LayerName: [String]] = [
        "entities": EntityKind.names, "numbers": NumberKind.all.map(\.rawValue), "quotes": QuoteKind.names,
        "dates": ["DATE", "TIME", "DURATION", "SET"],
    ]

    /// The types of a layer that a value asks for; one that the layer never has is a fault.
    func types(_ value: Value, of layer: LayerName, _ range: Range<Int>) throws(RuleDiagnostic) -> [TextExpression] {
        let expressions = expressions(of: value)
        if let known = RuleParser.knownTypes[layer],
            !expressions.contains(where: { expression in known.contains { expression.matches($0) } })
        {
            throw source.diagnostic(
                range,
                "the layer '\(layer)' has no '\(source.text(range))'; it has \(known.joined(separator: ", "))",
                suggestion: Spelling.nearest(to: source.text(range).uppercased(), among: known)
            )
        }
        return expressions
    }

    func expressions(of value: Value) -> [TextExpression] {
        switch value {
        case .bare(let text): [TextExpressionParser.wildcards(text, ignoresCase: false)]
        case .exact(let text): [TextExpression(literal: text)]
        case .folded(let text): [TextExpression(literal: text, ignoresCase: true)]
        case .expression(let expression): [expression]
        case .words(let words): words.map { TextExpression(literal: $0, ignoresCase: true) }
        }
    }

    func value(_ scanner: inout RuleScanner) throws(RuleDiagnostic) -> (Value, Range<Int>) {
        if let string = try scanner.string(0x22) { return (.exact(string.text), string.range) }
        if let string = try scanner.string(0x27) { return (.folded(string.text), string.range) }
        if scanner.peek() == 0x2F { return try regularExpression(&scanner) }
        if scanner.peek() == 0x24 {
            let name = try reference(&scanner)
            guard case .words(let words) = try meaning(of: name) else {
                throw source.diagnostic(name.range, "a condition takes 'words'; '$\(name.text)' is written on its own")
            }
            return (.words(words), name.range)
        }
        guard let word = scanner.word(extra: [0x2A, 0x3F, 0x2E, 0x27, 0x24]) else {
            throw scanner.error("a value is expected here; put marks such as '.' between \" marks")
        }
        return (.bare(word.text), word.range)
    }

    private func regularExpression(_ scanner: inout RuleScanner) throws(RuleDiagnostic) -> (Value, Range<Int>) {
        let start = scanner.position
        scanner.advance()
        var text: [UInt8] = []
        while let byte = scanner.adjacent, byte != 0x2F, byte != 0x0A {
            scanner.advance()
            if byte == 0x5C, scanner.adjacent == 0x2F {
                scanner.advance()
                text.append(0x2F)
            } else {
                text.append(byte)
                if byte == 0x5C, let escaped = scanner.adjacent, escaped != 0x0A {
                    scanner.advance()
                    text.append(escaped)
                }
            }
        }
        guard scanner.take("/") else {
            throw source.diagnostic(start..<scanner.position, "this expression has no closing '/' on its line")
        }
        let ignoresCase = scanner.adjacent == 0x69
        if ignoresCase { scanner.advance() }
        let range = start..<scanner.position
        do throws(TextExpressionParser.Failure) {
            let expression = try TextExpressionParser.expression(
                String(decoding: text, as: UTF8.self),
                ignoresCase: ignoresCase
            )
            return (.expression(expression), range)
        } catch {
            throw source.diagnostic(range, error.message)
        }
    }
}
