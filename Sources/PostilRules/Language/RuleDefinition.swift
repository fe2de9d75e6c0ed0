import PostilCore

/// A rule as its file writes it.
struct RuleDefinition: Sendable {
    /// The text in which a match must lie.
    enum Window: String, Sendable, CaseIterable { case sentence, paragraph, document }

    /// Its name, one in the file.
    var name: String

    /// Where the name stands in the file.
    var source: Range<Int>

    /// Rules of higher priority win the text that two match.
    var priority = 0

    /// The text in which a match must lie.
    var window = Window.sentence

    /// What it says of itself; nil for nothing.
    var note: String?

    /// What it matches, contexts included.
    var pattern = Pattern(.sequence([]), 0..<0)

    /// Where what it matches stands in the file, without contexts.
    var patternSource = 0..<0

    /// The names of its captures, by number.
    var captures: [String] = []

    /// The annotations that it makes of a match.
    var actions: [RuleAction] = []

    /// Texts in which it makes annotations, and texts in which it makes none.
    var examples: [RuleExample] = []
}

/// An annotation that a rule makes of each match.
struct RuleAction: Sendable {
    /// Its type; nil for none.
    let type: String?

    /// The capture that it spans; nil for all that was matched.
    let capture: Int?

    /// Its features.
    let features: [(key: String, expression: RuleExpression)]

    /// Where it stands in the file.
    let source: Range<Int>
}

/// What a feature says, computed from a match.
indirect enum RuleExpression: Sendable {
    /// A text.
    case literal(String)
    /// A property of what a capture holds; nil for its text.
    case capture(Int, property: String?)
    /// Texts, one behind the other.
    case joined([RuleExpression])
    /// A function of others.
    case call(RuleFunction, [RuleExpression])
}

/// A function of expressions.
enum RuleFunction: String, Sendable, CaseIterable {
    /// The numbers' sum, exactly.
    case sum
    /// The numbers' product, exactly.
    case product
    /// The text in small letters.
    case lower
    /// The text in capitals.
    case upper
    /// The first that says something.
    case first
}

/// A text that proves a rule.
struct RuleExample: Sendable {
    /// The text without its marks.
    let text: String

    /// Where annotations of the rule are expected, in bytes; empty where any place will do.
    let spans: [Span]

    /// The type that the annotations must have; nil for any.
    let type: String?

    /// The features that the first annotation must have.
    let features: [Feature]

    /// Whether the rule must find nothing.
    let isCounterExample: Bool

    /// Where it stands in the file.
    let source: Range<Int>
}

/// A list of words or phrases that a rule file names.
struct RuleLexiconReference: Sendable {
    /// The path as the file writes it.
    let path: String

    /// Where it stands in the file.
    let source: Range<Int>
}

/// All that a rule file says.
struct RuleFileSyntax: Sendable {
    var name = ""
    var version = ""
    var layer: LayerName?
    var allowsOverlaps = false
    var rules: [RuleDefinition] = []

    /// The lexicons, in the order in which the file names them.
    var lexicons: [RuleLexiconReference] = []

    /// The layers that patterns read as annotations, by the number that conditions have.
    var layers: [LayerName] = []

    /// Whether patterns ask for tags and for lemmas.
    var readsTags = false
    var readsLemmas = false
}
