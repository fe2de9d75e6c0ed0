import PostilCore

extension RuleParser {
    /// The priorities that a rule may have.
    private static let priorities = -1000...1000

    /// Reads a rule: its first line and its clauses.
    mutating func readRule(_ head: RuleStatement, clauses: ArraySlice<RuleStatement>) throws(RuleDiagnostic) {
        var scanner = RuleScanner(source, in: head.body)
        let name = try identifier(&scanner, "a rule's name such as killed-passive")
        var rule = RuleDefinition(name: name.text, source: name.range)
        if file.rules.contains(where: { $0.name == name.text }) {
            throw source.diagnostic(name.range, "there is a rule '\(name.text)' already: take another name")
        }
        try readOptions(&scanner, of: &rule)
        captures = []
        partCount = 0
        var parts: (before: [Pattern], match: Pattern?, after: [Pattern]) = ([], nil, [])
        for clause in clauses where clause.keyword == .match {
            guard parts.match == nil else {
                throw source.diagnostic(clause.keywordRange, "a rule has one 'match': join the patterns by '|'")
            }
            let pattern = try wholePattern(clause.body)
            guard !pattern.canBeEmpty else {
                throw source.diagnostic(
                    pattern.source,
                    "this pattern matches even where there is nothing: ask for a token"
                )
            }
            parts.match = pattern
            rule.patternSource = pattern.source
        }
        guard let match = parts.match else {
            throw source.diagnostic(name.range, "the rule has no 'match PATTERN'")
        }
        for clause in clauses {
            if let (side, demand) = clause.keyword.context {
                let pattern = try wholePattern(clause.body)
                let context = Pattern(.context(pattern, side, demand), pattern.source)
                if side == .before { parts.before.append(context) } else { parts.after.append(context) }
            }
        }
        rule.pattern = Pattern(.sequence(parts.before + [match] + parts.after), match.source)
        rule.captures = captures
        for clause in clauses { try readRest(clause, of: &rule) }
        guard !rule.actions.isEmpty else {
            throw source.diagnostic(name.range, "the rule makes nothing: write 'make TYPE'")
        }
        try checkExamples(of: rule)
        file.rules.append(rule)
    }

    private mutating func readOptions(_ scanner: inout RuleScanner, of rule: inout RuleDefinition)
        throws(RuleDiagnostic)
    {
        while let word = scanner.word() {
            switch word.text {
            case "priority":
                guard let priority = signedNumber(&scanner), RuleParser.priorities.contains(priority) else {
                    throw scanner.error("a priority is a whole number from -1000 to 1000")
                }
                rule.priority = priority
            case "within":
                let window = scanner.word()
                guard let named = window.flatMap({ RuleDefinition.Window(rawValue: $0.text) }) else {
                    throw window.map {
                        source.diagnostic(
                            $0.range,
                            "a rule looks within sentence, paragraph or document",
                            suggestion: Spelling.nearest(
                                to: $0.text,
                                among: RuleDefinition.Window.allCases.map(\.rawValue)
                            )
                        )
                    } ?? scanner.error("sentence, paragraph or document is expected here")
                }
                rule.window = named
            default:
                throw source.diagnostic(
                    word.range,
                    "'\(word.text)' is no option of a rule: there are 'priority N' and 'within WINDOW'",
                    suggestion: Spelling.nearest(to: word.text, among: ["priority", "within"])
                )
            }
        }
        try expectEnd(&scanner)
    }

    private func signedNumber(_ scanner: inout RuleScanner) -> Int? {
        let isNegative = scanner.take("-")
        return scanner.number().map { isNegative ? -$0 : $0 }
    }

    private mutating func wholePattern(_ body: Range<Int>) throws(RuleDiagnostic) -> Pattern {
        var scanner = RuleScanner(source, in: body)
        let pattern = try pattern(&scanner)
        try expectEnd(&scanner)
        return pattern
    }

    /// Reads a clause that needs the captures of the patterns.
    private mutating func readRest(_ clause: RuleStatement, of rule: inout RuleDefinition) throws(RuleDiagnostic) {
        var scanner = RuleScanner(source, in: clause.body)
        switch clause.keyword {
        case .make: rule.actions.append(try action(&scanner, at: clause.keywordRange, of: rule))
        case .note:
            guard rule.note == nil, let note = try scanner.string(0x22) else {
                throw scanner.error("a rule has one note, a text between \" marks")
            }
            rule.note = note.text
        case .example, .counterExample:
            rule.examples.append(try example(&scanner, isCounterExample: clause.keyword == .counterExample))
        default: return
        }
        try expectEnd(&scanner)
    }

    private func checkExamples(of rule: RuleDefinition) throws(RuleDiagnostic) {
        guard rule.examples.contains(where: { !$0.isCounterExample }) else {
            throw source.diagnostic(
                rule.source,
                "the rule '\(rule.name)' has no example: write 'example \"a text with [[what it finds]]\"'"
            )
        }
        guard rule.examples.contains(where: \.isCounterExample) else {
            throw source.diagnostic(
                rule.source,
                "the rule '\(rule.name)' has no counter-example: write 'counter \"a text in which it finds nothing\"'"
            )
        }
    }

    /// Reads an example: a text in which `[[` and `]]` mark what is found, and perhaps `=> TYPE key=value …`.
    private func example(_ scanner: inout RuleScanner, isCounterExample: Bool) throws(RuleDiagnostic) -> RuleExample {
        guard let string = try scanner.string(0x22) else {
            throw scanner.error("a text between \" marks is expected here")
        }
        var text: [UInt8] = []
        var spans: [Span] = []
        var open: Int?
        let bytes = Array(string.text.utf8)
        var index = 0
        while index < bytes.count {
            let isDouble = index + 1 < bytes.count && bytes[index] == bytes[index + 1]
            if isDouble, bytes[index] == 0x5B, open == nil {
                open = text.count
                index += 2
            } else if isDouble, bytes[index] == 0x5D, let start = open {
                spans.append(Span(start..<text.count))
                open = nil
                index += 2
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        guard open == nil else { throw source.diagnostic(string.range, "a '[[' has no ']]' behind it") }
        if isCounterExample, !spans.isEmpty {
            throw source.diagnostic(string.range, "a counter-example marks nothing: the rule finds nothing in it")
        }
        var type: String?
        var features: [Feature] = []
        if !isCounterExample, scanner.take("=>") {
            while let word = scanner.word(extra: [0x2E]) {
                if scanner.adjacent == 0x3D {
                    scanner.advance()
                    guard let value = try scanner.string(0x22) ?? scanner.word(extra: [0x2E, 0x3A]) else {
                        throw scanner.error("a value is expected behind '='")
                    }
                    features.append(Feature(word.text, value.text))
                } else if type == nil, features.isEmpty {
                    type = word.text
                } else {
                    throw source.diagnostic(word.range, "features are written key=value, behind the type")
                }
            }
        }
        return RuleExample(
            text: String(decoding: text, as: UTF8.self),
            spans: spans,
            type: type,
            features: features,
            isCounterExample: isCounterExample,
            source: string.range
        )
    }
}

extension RuleStatement.Keyword {
    /// The context that a clause asks for; nil for other clauses.
    fileprivate var context: (side: Pattern.ContextSide, demand: Pattern.ContextDemand)? {
        switch self {
        case .precededBy: (.before, .present)
        case .notPrecededBy: (.before, .absent)
        case .followedBy: (.after, .present)
        case .notFollowedBy: (.after, .absent)
        case .withNearby: (.nearby, .present)
        case .maybeNearby: (.nearby, .any)
        case .withoutNearby: (.nearby, .absent)
        default: nil
        }
    }
}
