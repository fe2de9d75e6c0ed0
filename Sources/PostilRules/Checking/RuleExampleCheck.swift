import PostilCore

/// Tries the rules of a file on their examples and counter-examples.
struct RuleExampleCheck {
    private let annotator: RuleAnnotator
    private let available: [any Annotator]

    /// The most failures that are told.
    private static let maximumDiagnostics = 10

    init(_ annotator: RuleAnnotator, available: [any Annotator]) {
        self.annotator = annotator
        self.available = available
    }

    /// Tries all examples.
    ///
    /// - Throws: ``RuleError`` with the code `rule-example` and what failed, or `rule-syntax` where a layer that the
    ///   rules read is made by nobody.
    func run() throws(RuleError) {
        let source = annotator.compiled.source
        let pipeline: Pipeline
        do throws(PipelineError) {
            pipeline = try Pipeline(name: "examples", steps: [annotator], available: available)
        } catch {
            throw RuleError(code: .ruleSyntax, diagnostics: [source.diagnostic(0..<0, error.message)])
        }
        var failures: [RuleDiagnostic] = []
        for (number, rule) in annotator.compiled.definitions.enumerated() {
            for example in rule.examples {
                let document = pipeline.annotate(Document(text: Text(example.text)))
                guard let problem = problem(with: example, of: number, in: document, pipeline) else { continue }
                failures.append(source.diagnostic(example.source, problem))
                if failures.count >= RuleExampleCheck.maximumDiagnostics { break }
            }
        }
        if !failures.isEmpty { throw RuleError(code: .ruleExample, diagnostics: failures) }
    }

    /// What is wrong with what the rule found; nil where it is as it should be.
    private func problem(
        with example: RuleExample,
        of number: Int,
        in document: Document,
        _ pipeline: Pipeline
    ) -> String? {
        if let failure = document.failures.first { return failure.description }
        guard let layer = document[annotator.layer] else { return "the annotator made no layer" }
        let rule = annotator.identifier(of: number)
        let name = annotator.compiled.definitions[number].name
        let found = layer.filter { $0.rule == rule }
        if example.isCounterExample {
            guard let first = found.first else { return nil }
            return "the rule '\(name)' finds '\(document.text[first.span])' here and should find nothing"
        }
        for span in example.spans where !found.contains(where: { $0.span == span }) {
            return "the rule '\(name)' does not find '\(document.text[span])'"
                + (found.first.map { ", but '\(document.text[$0.span])'" }
                    ?? reason(for: span, rule: number, in: document))
        }
        if !example.spans.isEmpty, let other = found.first(where: { !example.spans.contains($0.span) }) {
            return "the rule '\(name)' finds '\(document.text[other.span])' besides what is marked"
        }
        guard let first = found.first else {
            return "the rule '\(name)' finds nothing here" + reason(for: document.text.span, rule: number, in: document)
        }
        if let type = example.type, let other = found.first(where: { $0.value.type != type }) {
            return "'\(document.text[other.span])' is \(other.value.type ?? "without a type"), not \(type)"
        }
        for feature in example.features where first.value[feature.key] != feature.value {
            return "'\(document.text[first.span])' has \(feature.key)=\(first.value[feature.key] ?? "nothing"), "
                + "not \(feature.value)"
        }
        return nil
    }

    /// Why a rule found nothing in a span, in a few words.
    private func reason(for span: Span, rule: Int, in document: Document) -> String {
        var only = annotator
        only.focus = rule
        let answer = try? only.answer(to: .whyNot(annotator.layer.name, span: span), about: document)
        return answer.map { ": " + $0.summary } ?? ""
    }
}
