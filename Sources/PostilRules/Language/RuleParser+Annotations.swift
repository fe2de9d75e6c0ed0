import PostilCore

extension RuleParser {
    /// Reads an annotation or an entry of a lexicon that is taken whole: `<number CARDINAL, value > 10>`, `<$places>`.
    mutating func annotation(_ scanner: inout RuleScanner) throws(RuleDiagnostic) -> Pattern {
        let start = scanner.position
        scanner.advance()
        if scanner.peek() == 0x24 {
            let name = try reference(&scanner)
            guard case .lexicon(let number) = try meaning(of: name) else {
                throw source.diagnostic(name.range, "'$\(name.text)' is no lexicon: write it without '<' and '>'")
            }
            guard scanner.take(">") else { throw scanner.error("'>' is expected behind a lexicon") }
            return Pattern(.entry(number), start..<scanner.position)
        }
        let name = try identifier(&scanner, "the name of a layer, such as number or org.example.thing,")
        guard case .layer(let layer)? = attribute(called: name.text) else {
            throw source.diagnostic(
                name.range,
                "there is no layer '\(name.text)'",
                suggestion: Spelling.nearest(
                    to: name.text,
                    among: ["entity", "number", "date", "quote"] + RuleParser.layers.map(\.rawValue)
                )
            )
        }
        var types: [TextExpression] = []
        var features: [AnnotationCondition.FeatureCondition] = []
        while !scanner.take(">") {
            guard !scanner.isAtEnd() else {
                throw source.diagnostic(start..<(start + 1), "this '<' has no '>' behind it")
            }
            if scanner.take(",") || scanner.take(";") { continue }
            let position = scanner.position
            if let key = scanner.word(extra: [0x2E]), let comparison = featureComparison(&scanner) {
                features.append(try featureCondition(key.text, comparison, &scanner))
                continue
            }
            scanner.move(to: position)
            guard types.isEmpty, features.isEmpty else {
                throw scanner.error("conditions on features are written key: value, or key > number")
            }
            repeat {
                let (value, range) = try value(&scanner)
                types += try self.types(value, of: layer, range)
            } while scanner.take("|")
        }
        let condition = AnnotationCondition(layer: number(of: layer), types: types, features: features)
        return Pattern(.annotation(condition), start..<scanner.position)
    }

    /// A comparison of a feature; `>` is one only where a number follows, else it ends the annotation.
    private func featureComparison(_ scanner: inout RuleScanner) -> Comparison? {
        let position = scanner.position
        guard let comparison = comparison(&scanner) else { return nil }
        if comparison == .above, !(scanner.peek().map { (0x30...0x39).contains($0) || $0 == 0x2D } ?? false) {
            scanner.move(to: position)
            return nil
        }
        return comparison
    }

    private func featureCondition(
        _ key: String,
        _ comparison: Comparison,
        _ scanner: inout RuleScanner
    ) throws(RuleDiagnostic) -> AnnotationCondition.FeatureCondition {
        guard comparison == .equal || comparison == .notEqual else {
            guard let text = scanner.word(extra: [0x2E])?.text, let number = ExactDecimal(text: text) else {
                throw scanner.error("a number is expected here")
            }
            return AnnotationCondition.FeatureCondition(key: key, comparison: comparison, values: [], number: number)
        }
        var values: [TextExpression] = []
        repeat { values += expressions(of: try value(&scanner).0) } while scanner.take("|")
        return AnnotationCondition.FeatureCondition(key: key, comparison: comparison, values: values, number: nil)
    }
}
