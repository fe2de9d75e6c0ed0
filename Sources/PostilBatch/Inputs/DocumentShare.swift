/// One of several equal shares of the documents: every `count`-th from the `index`-th on.
public struct DocumentShare: Hashable, Sendable, LosslessStringConvertible {
    /// Which share, counted from 1.
    public let index: Int

    /// How many there are.
    public let count: Int

    /// The share that `3/8` names; nil where the text names none.
    public init?(_ description: String) {
        let numbers = description.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let index = numbers[0], let count = numbers[1], count >= 1,
            (1...count).contains(index)
        else { return nil }
        self.index = index
        self.count = count
    }

    /// The share as `3/8`.
    public var description: String { "\(index)/\(count)" }

    /// Whether the document with the number `ordinal`, counted from 0, is in the share.
    func contains(_ ordinal: Int) -> Bool { ordinal % count == index - 1 }
}
