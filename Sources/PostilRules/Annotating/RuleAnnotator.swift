import PostilCore

/// Finds what the rules of a file describe.
///
/// ## Example
///
/// ```swift
/// let rules = try RuleFile.load(path: "casualties.rules", available: Pipeline.builtInAnnotators())
/// let pipeline = try Pipeline(name: "mine", steps: [rules], available: Pipeline.builtInAnnotators())
/// ```
public struct RuleAnnotator: Annotator {
    /// The name that the file gives itself.
    public let name: AnnotatorName

    /// The version that the file gives itself.
    public let version: String

    /// A hash of the file and of the lists that it names.
    public let configuration: String

    /// The layers that the rules read.
    public let requires: [AnyLayerKey]

    /// The file's layer.
    public let provides: [AnyLayerKey]

    /// The rules by name, with their patterns as the file writes them.
    public let rules: RuleTable

    /// The file's layer.
    public let layer: LayerKey<OpenValue>

    let compiled: CompiledRules

    /// The rule that questions are about; nil for all.
    var focus: Int?

    init(_ compiled: CompiledRules, file: RuleFileSyntax, configuration: String) {
        self.compiled = compiled
        self.configuration = configuration
        name = AnnotatorName(rawValue: file.name)
        version = file.version
        requires = compiled.requires
        layer = LayerKey(compiled.layer, neverOverlaps: !compiled.allowsOverlaps)
        provides = [AnyLayerKey(layer)]
        rules = RuleTable(
            file.rules.map { Rule($0.name, $0.note ?? compiled.source.lineText($0.patternSource)) }
        )
    }

    /// Adds the layer of what the rules find.
    ///
    /// - Complexity: O(n) where the rules find what begins them seldom; at most O(n · the rules' length).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let outcome = try outcome(in: document)
        var found = LayerBuilder<OpenValue>()
        for proposal in outcome.standing {
            found.append(proposal.span, proposal.value, rule: identifier(of: proposal.match.rule))
        }
        try output.provide(found.build(), for: layer)
    }

    func outcome(in document: DocumentView) throws(AnnotationError) -> CompiledRules.Outcome {
        let input = try RuleInput(document, for: compiled)
        var matcher = PatternMatcher(input, programs: compiled.programs)
        return compiled.outcome(of: try compiled.matches(in: &matcher, document: document), in: input)
    }

    func identifier(of rule: Int) -> RuleIdentifier {
        UInt16(exactly: rule + 1).map(RuleIdentifier.init(rawValue:)) ?? .unspecified
    }
}
