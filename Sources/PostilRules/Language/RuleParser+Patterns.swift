import PostilCore
import PostilText

extension RuleParser {
    /// The most parts that the patterns of a rule may have together.
    private static let maximumParts = 2_000
    /// The most times that a pattern may be asked for.
    private static let maximumCount = 100
    /// The deepest nesting of groups and macros.
    private static let maximumDepth = 40

    /// Reads a pattern: choices between sequences.
    mutating func pattern(_ scanner: inout RuleScanner, depth: Int = 0) throws(RuleDiagnostic) -> Pattern {
        guard depth < RuleParser.maximumDepth else { throw scanner.error("groups and macros nest too deeply") }
        _ = scanner.peek()
        let start = scanner.position
        var choices = [try sequence(&scanner, depth: depth)]
        while scanner.take("|") { choices.append(try sequence(&scanner, depth: depth)) }
        if choices.count == 1 { return choices[0] }
        return Pattern(.choice(choices), start..<scanner.position)
    }

    private mutating func sequence(_ scanner: inout RuleScanner, depth: Int) throws(RuleDiagnostic) -> Pattern {
        _ = scanner.peek()
        let start = scanner.position
        var end = start
        var parts: [Pattern] = []
        while let next = scanner.peek(), next != 0x7C, next != 0x29 {
            parts.append(try repeated(try atom(&scanner, depth: depth), &scanner))
            end = scanner.position
        }
        guard !parts.isEmpty else { throw scanner.error("a pattern is expected here") }
        partCount += parts.count
        guard partCount <= RuleParser.maximumParts else {
            throw source.diagnostic(start..<end, "the rule has more than \(RuleParser.maximumParts) parts: split it")
        }
        return parts.count == 1 ? parts[0] : Pattern(.sequence(parts), start..<end)
    }

    /// Reads how often `pattern` is asked for.
    private mutating func repeated(_ pattern: Pattern, _ scanner: inout RuleScanner) throws(RuleDiagnostic) -> Pattern {
        var low = 1
        var high: Int? = 1
        if scanner.take("*") {
            (low, high) = (0, nil)
        } else if scanner.take("+") {
            (low, high) = (1, nil)
        } else if scanner.take("?") {
            (low, high) = (0, 1)
        } else if scanner.take("{") {
            guard let first = scanner.number() else { throw scanner.error("a count is written {2}, {2,} or {2,4}") }
            (low, high) = (first, first)
            if scanner.take(",") { high = scanner.number() }
            guard scanner.take("}"), high.map({ $0 >= low && $0 <= RuleParser.maximumCount }) ?? true,
                low <= RuleParser.maximumCount, high != 0
            else {
                throw scanner.error(
                    "a count is written {2}, {2,} or {2,4}, with numbers up to \(RuleParser.maximumCount)"
                )
            }
        } else {
            return pattern
        }
        let isLazy = scanner.adjacent == 0x3F
        if isLazy { scanner.advance() }
        partCount += size(of: pattern) * max(0, (high ?? low) - 1)
        guard partCount <= RuleParser.maximumParts else {
            throw source.diagnostic(
                pattern.source,
                "repeated this often, the rule has more than \(RuleParser.maximumParts) parts"
            )
        }
        if case .context = pattern.form { throw source.diagnostic(pattern.source, "a context is not repeated") }
        return Pattern(
            .repetition(pattern, atLeast: low, atMost: high, isLazy: isLazy),
            pattern.source.lowerBound..<scanner.position
        )
    }

    private func size(of pattern: Pattern) -> Int {
        if case .repetition(let part, let low, let high, _) = pattern.form {
            return size(of: part) * max(1, high ?? low) + 1
        }
        return pattern.parts.reduce(1) { $0 + size(of: $1) }
    }

    /// Reads one part of a sequence, without how often it is asked for.
    private mutating func atom(_ scanner: inout RuleScanner, depth: Int) throws(RuleDiagnostic) -> Pattern {
        _ = scanner.peek()
        let start = scanner.position
        func ending(_ form: Pattern.Form, _ scanner: RuleScanner) -> Pattern { Pattern(form, start..<scanner.position) }
        switch scanner.peek() {
        case 0x5B:
            return ending(.token(try tokenCondition(&scanner)), scanner)
        case 0x3C:
            return try annotation(&scanner)
        case 0x28:
            scanner.advance()
            let inner = try pattern(&scanner, depth: depth + 1)
            guard scanner.take(")") else {
                throw source.diagnostic(start..<(start + 1), "this '(' has no ')' behind it")
            }
            return Pattern(inner.form, start..<scanner.position)
        case 0x5E:
            scanner.advance()
            return ending(.windowStart, scanner)
        case 0x24:
            scanner.advance()
            guard let next = scanner.adjacent, RuleScanner.isName(next) else { return ending(.windowEnd, scanner) }
            scanner.move(to: start)
            return try referenced(&scanner, depth: depth)
        case 0x22, 0x27:
            let isExact = scanner.peek() == 0x22
            guard let string = try scanner.string(isExact ? 0x22 : 0x27) else {
                throw scanner.error("a text is expected")
            }
            return try phrase(string.text, isExact: isExact, string.range)
        default:
            guard let word = scanner.word() else {
                let mark = source.text(start..<(start + 1))
                if mark == "/" { throw scanner.error("an expression stands in brackets: [text: /[0-9]{4}/]") }
                if mark == "." { throw scanner.error("any token is written []") }
                if mark == "!" { throw scanner.error("a token that is not a word is written [!word]") }
                if mark == "?" {
                    throw scanner.error("a capture is written name:(…), and a context is a clause of its own")
                }
                throw scanner.error(
                    "'\(mark)' is no part of a pattern here: put a mark that the text has between \" marks"
                )
            }
            if scanner.adjacent == 0x3A {
                scanner.advance()
                return try captured(word, &scanner, depth: depth)
            }
            return try phrase(word.text, isExact: false, word.range)
        }
    }

    private mutating func captured(
        _ name: (text: String, range: Range<Int>),
        _ scanner: inout RuleScanner,
        depth: Int
    ) throws(RuleDiagnostic) -> Pattern {
        guard let next = scanner.adjacent, next > 0x20 else {
            throw source.diagnostic(
                name.range,
                "what '\(name.text)' captures follows the colon at once, as in \(name.text):(…)"
            )
        }
        guard openMacros.isEmpty else {
            throw source.diagnostic(name.range, "a macro captures nothing: capture it where it is used")
        }
        let number: Int
        if let earlier = captures.firstIndex(of: name.text) {
            number = earlier
        } else {
            number = captures.count
            captures.append(name.text)
        }
        let inner = try repeated(try atom(&scanner, depth: depth + 1), &scanner)
        return Pattern(.capture(number, inner), name.range.lowerBound..<scanner.position)
    }

    private mutating func referenced(_ scanner: inout RuleScanner, depth: Int) throws(RuleDiagnostic) -> Pattern {
        let name = try reference(&scanner)
        let range = (name.range.lowerBound - 1)..<name.range.upperBound
        switch try meaning(of: name) {
        case .lexicon(let number): return Pattern(.entry(number), range)
        case .words(let words):
            var single: [UInt64] = []
            var choices: [Pattern] = []
            for word in words {
                let readings = self.readings(of: word)
                single += readings.filter { $0.count == 1 }.map { $0[0].hash }
                if readings.contains(where: { $0.count != 1 }) {
                    choices.append(try phrase(word, isExact: false, range))
                }
            }
            if !single.isEmpty {
                choices.append(Pattern(.token(TokenCondition(.listed(.lower, HashSet(single)))), range))
            }
            return choices.count == 1 ? choices[0] : Pattern(.choice(choices), range)
        case .macro(let body):
            guard !openMacros.contains(name.text) else {
                throw source.diagnostic(range, "'$\(name.text)' means itself")
            }
            openMacros.append(name.text)
            defer { openMacros.removeLast() }
            var inner = RuleScanner(source, in: body)
            let pattern = try pattern(&inner, depth: depth + 1)
            return Pattern(pattern.form, range)
        }
    }

    /// A token of a text, with the hash of its lower-cased form.
    typealias LiteralToken = (text: [UInt8], hash: UInt64)

    /// The ways in which a text is cut into tokens, each once: amid other words, at the end of a sentence, where a point
    /// stands apart, and behind a word that it is written to, as *'s* is.
    func readings(of text: String) -> [[LiteralToken]] {
        var readings: [[LiteralToken]] = []
        for (before, after) in [("a ", " b"), ("", ""), ("she", " b")] {
            guard let tokens = tokens(of: text, between: before, and: after), !tokens.isEmpty else { continue }
            if !readings.contains(where: { $0.map(\.text) == tokens.map(\.text) }) { readings.append(tokens) }
        }
        return readings
    }

    /// The tokens of a text between others; nil where one of them holds more than the text.
    private func tokens(of text: String, between before: String, and after: String) -> [LiteralToken]? {
        var buffer = TokenBuffer()
        let bytes = Array((before + text + after).utf8)
        bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &buffer) }
        let place = before.utf8.count..<(before.utf8.count + text.utf8.count)
        var tokens: [LiteralToken] = []
        for (span, value) in zip(buffer.spans, buffer.values) where span.range.overlaps(place) {
            guard place.contains(span.range) else { return nil }
            tokens.append((Array(bytes[span.range]), value.hash.bits))
        }
        return tokens
    }

    /// The pattern of a text's tokens, one behind the other.
    private func phrase(_ text: String, isExact: Bool, _ range: Range<Int>) throws(RuleDiagnostic) -> Pattern {
        let choices = readings(of: text).map { tokens in
            let parts = tokens.map { token in
                Pattern(.token(TokenCondition(isExact ? .text(token.text, token.hash) : .lower(token.hash))), range)
            }
            return parts.count == 1 ? parts[0] : Pattern(.sequence(parts), range)
        }
        guard !choices.isEmpty else { throw source.diagnostic(range, "this text has no token") }
        return choices.count == 1 ? choices[0] : Pattern(.choice(choices), range)
    }
}

extension TokenCondition {
    /// The condition of one predicate.
    init(_ predicate: TokenPredicate) { clauses = [Clause(isNegated: false, alternatives: [predicate])] }
}
