/// Things of the text of which one is met wherever a pattern matches.
struct RuleKeys {
    let keys: Set<RuleTriggers.Key>

    init(_ keys: Set<RuleTriggers.Key>) { self.keys = keys }

    /// All keys of sets that are all known; nil where one is not.
    init?(allOf sets: [RuleKeys?]) {
        var keys: Set<RuleTriggers.Key> = []
        for set in sets {
            guard let set else { return nil }
            keys.formUnion(set.keys)
        }
        self.keys = keys
    }

    /// How often one of them is met, in thousandths of the tokens.
    var frequency: Double {
        var frequency = 0.0
        for key in keys { frequency += key.frequency }
        return frequency
    }

    /// The rarest of sets; nil where there is none.
    static func rarest(_ sets: [RuleKeys]) -> RuleKeys? { sets.min { $0.frequency < $1.frequency } }
}

extension Pattern {
    /// The things of which one begins each match; nil where a match may begin with anything.
    var startKeys: RuleKeys? {
        switch form {
        case .token(let condition): return condition.keys(canLieInside: false)
        case .annotation(let condition): return RuleKeys([.layer(condition.layer)])
        case .entry(let number): return RuleKeys([.entry(number)])
        case .capture(_, let part), .repetition(let part, _, _, _): return part.startKeys
        case .choice(let parts): return RuleKeys(allOf: parts.map(\.startKeys))
        case .sequence(let parts):
            var starts: [RuleKeys?] = []
            for part in parts where !part.takesNothing {
                starts.append(part.startKeys)
                if !part.canBeEmpty { return RuleKeys(allOf: starts) }
            }
            return nil
        case .windowStart, .windowEnd, .context: return nil
        }
    }

    /// The things of which one lies in the window of each match, the rarest that are known; nil where there are none.
    var requiredKeys: RuleKeys? {
        switch form {
        case .token(let condition): condition.keys(canLieInside: true)
        case .annotation(let condition): RuleKeys([.layer(condition.layer)])
        case .entry(let number): RuleKeys([.entry(number)])
        case .capture(_, let part): part.requiredKeys
        case .repetition(let part, let atLeast, _, _): atLeast > 0 ? part.requiredKeys : nil
        case .context(let part, _, let demand): demand == .present ? part.requiredKeys : nil
        case .choice(let parts): RuleKeys(allOf: parts.map(\.requiredKeys))
        case .sequence(let parts): RuleKeys.rarest(parts.compactMap(\.requiredKeys))
        case .windowStart, .windowEnd: nil
        }
    }

    /// Whether it never takes a token.
    private var takesNothing: Bool {
        switch form {
        case .windowStart, .windowEnd, .context: true
        default: false
        }
    }
}

extension TokenCondition {
    /// The things of which one makes a token fulfil the condition, the rarest that are known.
    fileprivate func keys(canLieInside: Bool) -> RuleKeys? {
        RuleKeys.rarest(
            clauses.filter { !$0.isNegated }.compactMap { clause in
                RuleKeys(allOf: clause.alternatives.map { $0.keys(canLieInside: canLieInside) })
            }
        )
    }
}

extension TokenPredicate {
    fileprivate func keys(canLieInside: Bool) -> RuleKeys? {
        switch self {
        case .lower(let hash), .text(_, let hash): RuleKeys([.word(hash)])
        case .lemma(let hash): RuleKeys([.lemma(hash)])
        case .listed(.lower, let set): RuleKeys(Set(set.members.map { .word($0) }))
        case .listed(.lemma, let set): RuleKeys(Set(set.members.map { .lemma($0) }))
        case .inside(let condition): canLieInside ? RuleKeys([.layer(condition.layer)]) : nil
        default: nil
        }
    }
}
