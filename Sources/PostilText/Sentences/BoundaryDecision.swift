/// What a rule says about a gap.
struct BoundaryDecision: Equatable {
    let endsSentence: Bool
    let rule: BoundaryRule

    static func ends(_ rule: BoundaryRule) -> BoundaryDecision { BoundaryDecision(endsSentence: true, rule: rule) }

    static func goesOn(_ rule: BoundaryRule) -> BoundaryDecision { BoundaryDecision(endsSentence: false, rule: rule) }
}
