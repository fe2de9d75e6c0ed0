/// A pattern over tokens, as a rule file writes it.
struct Pattern: Sendable {
    /// What the pattern matches.
    indirect enum Form: Sendable {
        /// One token.
        case token(TokenCondition)
        /// All tokens of an annotation.
        case annotation(AnnotationCondition)
        /// All tokens of an entry of the lexicon with this number.
        case entry(Int)
        /// One pattern behind the other.
        case sequence([Pattern])
        /// The first that leads to a match.
        case choice([Pattern])
        /// A pattern several times: as often as possible, or as seldom.
        case repetition(Pattern, atLeast: Int, atMost: Int?, isLazy: Bool)
        /// A pattern whose tokens the capture with this number holds.
        case capture(Int, Pattern)
        /// The beginning of the window.
        case windowStart
        /// The end of the window.
        case windowEnd
        /// A pattern that must, must not, or may be there besides, and takes no token.
        case context(Pattern, ContextSide, ContextDemand)
    }

    /// Whether a context must be there, must not, or may, for its captures.
    enum ContextDemand: Sendable { case present, absent, any }

    /// Where a context stands.
    enum ContextSide: Sendable { case before, after, nearby }

    /// What it matches.
    let form: Form

    /// Where it stands in the file.
    let source: Range<Int>

    init(_ form: Form, _ source: Range<Int>) {
        self.form = form
        self.source = source
    }

    /// Whether the pattern matches nothing at all.
    var canBeEmpty: Bool {
        switch form {
        case .token, .annotation, .entry: false
        case .sequence(let parts): parts.allSatisfy(\.canBeEmpty)
        case .choice(let parts): parts.contains(where: \.canBeEmpty)
        case .repetition(let part, let atLeast, _, _): atLeast == 0 || part.canBeEmpty
        case .capture(_, let part): part.canBeEmpty
        case .windowStart, .windowEnd, .context: true
        }
    }

    /// The patterns that it is made of.
    var parts: [Pattern] {
        switch form {
        case .token, .annotation, .entry, .windowStart, .windowEnd: []
        case .sequence(let parts), .choice(let parts): parts
        case .repetition(let part, _, _, _), .capture(_, let part), .context(let part, _, _): [part]
        }
    }

    /// The layers and the lexicons of which a capture may hold whole annotations and entries, wherever it stands.
    func wholes(ofCapture number: Int) -> (layers: [Int], lexicons: [Int]) {
        if case .capture(number, let part) = form { return part.wholes }
        let wholes = parts.map { $0.wholes(ofCapture: number) }
        return (wholes.flatMap(\.layers), wholes.flatMap(\.lexicons))
    }

    /// The layers and the lexicons whose annotations and entries the pattern takes whole.
    var wholes: (layers: [Int], lexicons: [Int]) {
        switch form {
        case .annotation(let condition): return ([condition.layer], [])
        case .entry(let lexicon): return ([], [lexicon])
        case .context: return ([], [])
        default:
            let wholes = parts.map(\.wholes)
            return (wholes.flatMap(\.layers), wholes.flatMap(\.lexicons))
        }
    }
}

extension Pattern.ContextSide {
    /// The clause that asks for such a context.
    func keyword(_ demand: Pattern.ContextDemand) -> String {
        let keyword: RuleStatement.Keyword =
            switch self {
            case .before: demand == .absent ? .notPrecededBy : .precededBy
            case .after: demand == .absent ? .notFollowedBy : .followedBy
            case .nearby: demand == .absent ? .withoutNearby : .withNearby
            }
        return keyword.rawValue
    }
}
