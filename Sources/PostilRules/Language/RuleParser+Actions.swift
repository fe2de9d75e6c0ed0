import PostilCore

extension RuleParser {
    /// The properties of a capture that need no annotation.
    static let tokenProperties = ["text", "lower", "lemma", "span"]
    /// The properties of an entry of a lexicon.
    static let entryProperties = ["canonical", "detail", "link"]

    /// Reads what an annotation is made of: `TYPE on capture (key = expression, …)`.
    mutating func action(
        _ scanner: inout RuleScanner,
        at keyword: Range<Int>,
        of rule: RuleDefinition
    ) throws(RuleDiagnostic) -> RuleAction {
        var type: String?
        var hasPlace = scanner.takeWord("on")
        if !hasPlace, let next = scanner.peek(), next != 0x28 {
            type = try name(&scanner, "the annotation's type")
            hasPlace = scanner.takeWord("on")
        }
        var place: Int?
        if hasPlace { place = try capture(&scanner, of: rule) }
        var features: [(key: String, expression: RuleExpression)] = []
        if scanner.take("(") {
            while !scanner.take(")") {
                let key = try identifier(&scanner, "a feature's name")
                guard scanner.take("=") else { throw scanner.error("a feature is written: \(key.text) = EXPRESSION") }
                if features.contains(where: { $0.key == key.text }) {
                    throw source.diagnostic(key.range, "the feature '\(key.text)' is there already")
                }
                let value = try expression(&scanner, of: rule)
                let isPlace: Bool
                if case .capture(_, property: "span") = value { isPlace = true } else { isPlace = false }
                guard isPlace == key.text.hasSuffix(OpenValue.spanSuffix) else {
                    throw source.diagnostic(
                        key.range,
                        isPlace
                            ? "a feature that holds a place has a name that ends in '.span'"
                            : "a feature whose name ends in '.span' holds a place: write '= capture.span'"
                    )
                }
                features.append((key.text, value))
                guard scanner.take(",") || scanner.peek() == 0x29 else {
                    throw scanner.error("features are separated by commas and end with ')'")
                }
            }
        }
        return RuleAction(
            type: type,
            capture: place,
            features: features,
            source: keyword.lowerBound..<scanner.position
        )
    }

    private func capture(_ scanner: inout RuleScanner, of rule: RuleDefinition) throws(RuleDiagnostic) -> Int {
        guard let name = scanner.word() else { throw scanner.error("the name of a capture is expected here") }
        return try number(ofCapture: name, of: rule)
    }

    private func number(
        ofCapture name: (text: String, range: Range<Int>),
        of rule: RuleDefinition
    ) throws(RuleDiagnostic) -> Int {
        guard let number = rule.captures.firstIndex(of: name.text) else {
            throw source.diagnostic(
                name.range,
                rule.captures.isEmpty
                    ? "the pattern captures nothing: write '\(name.text):(…)' in it"
                    : "the pattern has no capture '\(name.text)'; it has \(rule.captures.joined(separator: ", "))",
                suggestion: Spelling.nearest(to: name.text, among: rule.captures)
            )
        }
        return number
    }

    /// Reads an expression: terms joined by `+`.
    private func expression(
        _ scanner: inout RuleScanner,
        of rule: RuleDefinition,
        depth: Int = 0
    ) throws(RuleDiagnostic) -> RuleExpression {
        guard depth < 20 else { throw scanner.error("the expression nests too deeply") }
        var terms = [try term(&scanner, of: rule, depth: depth)]
        while scanner.take("+") { terms.append(try term(&scanner, of: rule, depth: depth)) }
        return terms.count == 1 ? terms[0] : .joined(terms)
    }

    private func term(
        _ scanner: inout RuleScanner,
        of rule: RuleDefinition,
        depth: Int
    ) throws(RuleDiagnostic) -> RuleExpression {
        if let string = try scanner.string(0x22) { return .literal(string.text) }
        guard let word = scanner.word() else {
            throw scanner.error("a value is a text between \" marks, a capture such as who.text, or a function")
        }
        if scanner.adjacent == 0x28 {
            guard let function = RuleFunction(rawValue: word.text) else {
                let names = RuleFunction.allCases.map(\.rawValue)
                throw source.diagnostic(
                    word.range,
                    "there is no function '\(word.text)'; there are \(names.joined(separator: ", "))",
                    suggestion: Spelling.nearest(to: word.text, among: names)
                )
            }
            scanner.advance()
            var arguments: [RuleExpression] = []
            while !scanner.take(")") {
                arguments.append(try expression(&scanner, of: rule, depth: depth + 1))
                guard scanner.take(",") || scanner.peek() == 0x29 else {
                    throw scanner.error("arguments are separated by commas and end with ')'")
                }
            }
            guard !arguments.isEmpty, arguments.count == 1 || ![.lower, .upper].contains(function) else {
                throw source.diagnostic(
                    word.range,
                    "'\(word.text)' takes \(arguments.isEmpty ? "a value" : "one value")"
                )
            }
            return .call(function, arguments)
        }
        if Int(word.text) != nil { return .literal(word.text) }
        let number = try number(ofCapture: word, of: rule)
        guard scanner.adjacent == 0x2E else { return .capture(number, property: nil) }
        scanner.advance()
        guard let property = scanner.word(extra: [0x2E]) else {
            throw scanner.error("a property is expected behind the point")
        }
        try check(property, ofCapture: number, of: rule)
        return .capture(number, property: property.text)
    }

    /// Proves that what a capture holds can have a property.
    private func check(
        _ property: (text: String, range: Range<Int>),
        ofCapture number: Int,
        of rule: RuleDefinition
    ) throws(RuleDiagnostic) {
        guard !RuleParser.tokenProperties.contains(property.text) else { return }
        let wholes = rule.pattern.wholes(ofCapture: number)
        guard wholes.layers.isEmpty else { return }
        let known =
            RuleParser.tokenProperties + (wholes.lexicons.isEmpty ? [] : RuleParser.entryProperties)
        guard !known.contains(property.text) else { return }
        throw source.diagnostic(
            property.range,
            "'\(rule.captures[number])' holds no annotation that could have '\(property.text)': take one up as in "
                + "\(rule.captures[number]):<number>, or use \(known.joined(separator: ", "))",
            suggestion: Spelling.nearest(to: property.text, among: known)
        )
    }
}
