import PostilCore

/// The tokens of a text as columns: one span, one value and one rule each.
///
/// A worker keeps one and empties it between texts, so that its storage is allocated once.
public struct TokenBuffer: Sendable {
    /// Where the tokens are, in order: UTF-8 byte offsets into the tokenised bytes.
    public private(set) var spans: [Span] = []
    /// What they are.
    public private(set) var values: [Token] = []
    /// The rule that made each; see ``Tokenizer/rules``.
    public private(set) var rules: [RuleIdentifier] = []

    /// Makes an empty buffer.
    public init() {}

    /// The number of tokens.
    public var count: Int { spans.count }

    /// Drops all tokens.
    public mutating func removeAll(keepingCapacity: Bool = true) {
        spans.removeAll(keepingCapacity: keepingCapacity)
        values.removeAll(keepingCapacity: keepingCapacity)
        rules.removeAll(keepingCapacity: keepingCapacity)
    }

    /// Makes room for `count` tokens in all.
    public mutating func reserveCapacity(_ count: Int) {
        spans.reserveCapacity(count)
        values.reserveCapacity(count)
        rules.reserveCapacity(count)
    }

    /// Appends the first `count` tokens of a full batch.
    mutating func append(_ batch: TokenBatch, count: Int) {
        spans.append(contentsOf: UnsafeBufferPointer(start: batch.spans, count: count))
        values.append(contentsOf: UnsafeBufferPointer(start: batch.values, count: count))
        rules.append(contentsOf: UnsafeBufferPointer(start: batch.rules, count: count))
    }
}

/// Uninitialised room for a few hundred tokens, written by the scanner without checks and emptied into
/// a ``TokenBuffer`` whenever it is nearly full.
struct TokenBatch {
    /// How many tokens fit.
    static let capacity = 1024
    /// What one step of the scanner may add at most.
    static let stepLimit = 16

    let spans: UnsafeMutablePointer<Span>
    let values: UnsafeMutablePointer<Token>
    let rules: UnsafeMutablePointer<RuleIdentifier>
}
