import PostilCore
import PostilText

/// How much the words of a sentence with a valence concern one thing that it mentions.
///
/// What is done to a thing concerns it most; what it does, less; what stands in its clause concerns it
/// the more the nearer it is, and what stands in other clauses little.
struct TargetRelation {
    /// A verb's object.
    static let object = 1.0
    /// The agent of a hostile act: it is held against it.
    static let hostileAgent = 0.7
    /// The agent of a friendly act: it speaks little for it.
    static let favourableAgent = 0.4
    /// What is behind *than*, with which something else is said to be better or worse: the other way round.
    static let standard = -0.6
    /// A word of the same clause, directly at the target.
    static let clause = 1.0
    /// A word of another clause.
    static let otherClause = 0.25
    /// How many words away a word counts half.
    static let halfDistance = 8.0

    private let firstToken: Int32
    private let lastToken: Int32
    private let targetItem: Int

    init(target: Range<Int>, composer: Composer) {
        firstToken = composer.content[target.lowerBound]
        lastToken = composer.content[target.upperBound - 1]
        let first = firstToken
        targetItem = composer.items.firstIndex { $0.last >= first } ?? 0
    }

    /// How much a term concerns the target, and why.
    func share(of term: ComposedTerm, in composer: Composer) -> (Double, SentimentReason) {
        guard composer.items.indices.contains(targetItem) else { return (0, .distance) }
        let item = Int(term.item)
        let clause = composer.items[targetItem].clause
        guard composer.items.indices.contains(item) else { return (TargetRelation.otherClause, .distance) }
        let roles = composer.items[item].roles
        if composer.items[item].isComparative, item < targetItem, isStandard(of: item, in: composer) {
            return (TargetRelation.standard, [.comparison, .object])
        }
        if term.clause == clause, !roles.isDisjoint(with: [.hostile, .favourable]) {
            let isBefore = targetItem < item
            let isAgent = isBefore != isPassive(item, in: composer)
            if !isAgent { return (TargetRelation.object, .object) }
            return (
                roles.contains(.hostile) ? TargetRelation.hostileAgent : TargetRelation.favourableAgent, .agent
            )
        }
        let distance = Double(abs(item - targetItem))
        let nearness = 1 / (1 + distance / TargetRelation.halfDistance)
        return term.clause == clause
            ? (TargetRelation.clause * nearness, .clause) : (TargetRelation.otherClause * nearness, .distance)
    }

    /// How far *than* stands from the comparative and from what it compares with at most, in words.
    private static let standardReach = 5

    /// Whether the target stands behind the *than* of a comparative.
    private func isStandard(of comparative: Int, in composer: Composer) -> Bool {
        let reach = TargetRelation.standardReach
        let than = (comparative + 1..<targetItem).first { composer.hash(ofItem: $0) == TokenText.than }
        guard let than else { return false }
        return than - comparative <= reach && targetItem - than <= reach
    }

    private static let auxiliaries = HashTable(
        entries: ["was", "were", "been", "being", "is", "are", "be", "got", "get"].map { (LowercaseHash(word: $0), 1) }
    )

    /// Whether a form of *be* stands within two words before a verb, which so is done to what precedes it.
    private func isPassive(_ item: Int, in composer: Composer) -> Bool {
        (max(0, item - 2)..<item).contains { other in
            TargetRelation.auxiliaries.value(for: composer.hash(ofItem: other)) != 0
        }
    }
}
