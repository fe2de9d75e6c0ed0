import PostilCore

/// Numbers the clusters of names of a long text, so that a name in one window is of the cluster that it had in those
/// before.
struct ClusterNumbers {
    private struct Name: Hashable {
        let kind: EntityKind
        let canonical: String
    }

    private var known: [Name: Int] = [:]
    private var next = 1

    /// The names that are remembered at most: then all are forgotten, so that memory is bounded.
    private static let mostKnown = 1 << 16

    /// A name's number.
    mutating func number(of value: EntityValue) -> Int {
        let name = Name(kind: value.kind, canonical: value.canonical)
        if let number = known[name] { return number }
        if known.count >= ClusterNumbers.mostKnown { known.removeAll(keepingCapacity: true) }
        defer { next += 1 }
        known[name] = next
        return next
    }
}
