import PostilCore

/// The labels of tokens by which names are marked: outside, or at the beginning, inside, the last or the only
/// token of a name of a kind.
///
/// The five positions tell neighbours apart and let the model learn how names begin and end (Ratinov and Roth,
/// *Design Challenges and Misconceptions in Named Entity Recognition*, 2009).
enum EntityLabels {
    /// Outside of names.
    static let outside = 0

    /// Where a token stands in its name.
    enum Position: Int, CaseIterable {
        case begin, inside, last, unit
    }

    /// The names of the labels: `O`, then four for each kind.
    static var names: [String] {
        ["O"] + EntityKind.names.flatMap { kind in ["B-", "I-", "L-", "U-"].map { $0 + kind } }
    }

    /// The label of a position in a name of a kind.
    static func label(_ position: Position, _ kind: EntityKind) -> Int {
        1 + 4 * Int(kind.rawValue) + position.rawValue
    }

    /// The position and kind that a label means; nil for the one outside.
    static func meaning(of label: Int) -> (position: Position, kind: EntityKind)? {
        guard label > 0, let position = Position(rawValue: (label - 1) % 4) else { return nil }
        return (position, EntityKind(rawValue: UInt8((label - 1) / 4)))
    }

    /// Whether `next` may stand behind `label`; nil stands for the sentence's ends.
    static func allows(_ label: Int?, _ next: Int?) -> Bool {
        let before = label.flatMap(meaning)
        let behind = next.flatMap(meaning)
        if let before, before.position == .begin || before.position == .inside {
            guard let behind, behind.kind == before.kind else { return false }
            return behind.position == .inside || behind.position == .last
        }
        guard let behind else { return true }
        return behind.position == .begin || behind.position == .unit
    }

    /// The labels, as bits, of a position in a name of one of `kinds`.
    static func bits(_ position: Position, _ kinds: some Sequence<EntityKind>) -> UInt64 {
        kinds.reduce(0) { $0 | 1 << UInt64(label(position, $1)) }
    }

    /// The labels, as bits, of any position in a name of one of `kinds`.
    static func bits(_ kinds: some Sequence<EntityKind>) -> UInt64 {
        kinds.reduce(0) { set, kind in Position.allCases.reduce(set) { $0 | 1 << UInt64(label($1, kind)) } }
    }

    /// The bit of the label outside of names.
    static var outsideBit: UInt64 { 1 }

    /// All labels, as bits.
    static var all: UInt64 { outsideBit | bits(EntityKind.all) }
}
