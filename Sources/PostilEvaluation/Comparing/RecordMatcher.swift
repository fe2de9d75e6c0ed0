/// Finds the records of two runs that belong together, as they arrive in turn.
///
/// Records of one identifier belong together, the first with the first, the second with the second. Where both runs
/// are in the same order, one record at a time is kept; out of order, those that wait for their partner are.
public struct RecordMatcher<Record> {
    private var waiting: [RecordSide: [String: [(order: Int, record: Record)]]] = [.first: [:], .second: [:]]
    private var count = 0

    /// A matcher that has seen nothing.
    public init() {}

    /// Adds a record.
    ///
    /// - Returns: The record with its partner, where that is there already.
    /// - Complexity: O(1).
    public mutating func add(
        _ record: Record,
        identifier: String,
        side: RecordSide
    ) -> (first: Record, second: Record)? {
        count += 1
        let other: RecordSide = side == .first ? .second : .first
        if var partners = waiting[other]?[identifier], !partners.isEmpty {
            let partner = partners.removeFirst().record
            waiting[other]?[identifier] = partners.isEmpty ? nil : partners
            return side == .first ? (record, partner) : (partner, record)
        }
        waiting[side]?[identifier, default: []].append((count, record))
        return nil
    }

    /// The records that no identifier has brought together, in the order in which they came; the matcher has none
    /// afterwards.
    ///
    /// - Complexity: O(n log n).
    public mutating func takeLeftovers() -> (first: [Record], second: [Record]) {
        func ordered(_ side: RecordSide) -> [Record] {
            (waiting[side] ?? [:]).values.joined().sorted { $0.order < $1.order }.map(\.record)
        }
        defer { waiting = [.first: [:], .second: [:]] }
        return (ordered(.first), ordered(.second))
    }
}

extension RecordMatcher: Sendable where Record: Sendable {}
