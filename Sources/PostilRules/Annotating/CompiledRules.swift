import PostilCore
import PostilLexicon

/// The rules of a file, ready to be applied.
struct CompiledRules: Sendable {
    let source: RuleSource
    let layer: LayerName
    let allowsOverlaps: Bool
    let definitions: [RuleDefinition]

    /// The programs of all rules and of the contexts in them.
    let programs: [PatternProgram]

    /// The number of each rule's program.
    let entryPoints: [Int]

    /// The kind of window of each rule.
    let windowKinds: [RuleDefinition.Window]

    let triggers: RuleTriggers

    /// The layers that patterns read, by number.
    let layers: [LayerName]

    let readsTags: Bool
    let readsLemmas: Bool

    /// Whether a context looks backwards from where it stands.
    let looksBackwards: Bool

    /// The kinds of windows that rules look in.
    let windows: [RuleDefinition.Window]

    /// The lexicons, by number.
    let lexicons: [Lexicon]

    init(_ file: RuleFileSyntax, source: RuleSource, lexicons: [Lexicon]) {
        self.source = source
        self.lexicons = lexicons
        layer = file.layer ?? LayerName(rawValue: file.name)
        allowsOverlaps = file.allowsOverlaps
        definitions = file.rules
        var programs: [PatternProgram] = []
        entryPoints = file.rules.map { PatternProgram.compile($0.pattern, into: &programs) }
        self.programs = programs
        windowKinds = file.rules.map(\.window)
        looksBackwards = programs.contains(where: \.isBackward)
        triggers = RuleTriggers(rules: file.rules, layerCount: file.layers.count, lexiconCount: lexicons.count)
        layers = file.layers
        readsTags = file.readsTags
        readsLemmas = file.readsLemmas || file.rules.contains { $0.actions.contains(where: \.readsLemmas) }
        windows = RuleDefinition.Window.allCases.filter { window in file.rules.contains { $0.window == window } }
    }

    /// The layers that the rules read.
    var requires: [AnyLayerKey] {
        var keys = [AnyLayerKey(.tokens)]
        if windows.contains(.sentence) { keys.append(AnyLayerKey(.sentences)) }
        if windows.contains(.paragraph) { keys.append(AnyLayerKey(.paragraphs)) }
        if readsTags { keys.append(AnyLayerKey(.tags)) }
        if readsLemmas { keys.append(AnyLayerKey(.lemmas)) }
        for layer in layers where !keys.contains(where: { $0.name == layer }) {
            keys.append(AnyLayerKey(readingAnyValuesOf: layer))
        }
        return keys
    }
}

extension RuleAction {
    /// Whether a feature says a lemma.
    fileprivate var readsLemmas: Bool { features.contains { $0.expression.readsLemmas } }
}

extension RuleExpression {
    fileprivate var readsLemmas: Bool {
        switch self {
        case .literal: false
        case .capture(_, let property): property == "lemma"
        case .joined(let parts), .call(_, let parts): parts.contains(where: \.readsLemmas)
        }
    }
}
