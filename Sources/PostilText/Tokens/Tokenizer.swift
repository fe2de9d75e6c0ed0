import PostilCore

/// Finds the tokens of UTF-8 text in one pass.
///
/// Tokens are the words of Universal Dependencies' English-EWT treebank: contractions are split
/// (*do|n't*), hyphenated words too unless a prefix or suffix stands at the hyphen, abbreviations keep
/// their point. A loop over byte classes takes eight letters a step; the slower rules start only at
/// apostrophes, hyphens, points, slashes, digits and the like.
///
/// Every byte that is not white space lies in exactly one token. Byte order marks and zero-width spaces
/// count as white space.
public struct Tokenizer: Sendable {
    private let tables: TokenizerTables

    /// Makes a tokeniser; the tables are shared by all of them.
    public init() { tables = TokenizerTables.shared }

    /// The rules by number, for answering why a token is one.
    public static var rules: [TokenRule.Entry] { TokenRule.entries }

    /// Appends the tokens of `bytes` in order.
    ///
    /// - Parameters:
    ///   - bytes: Valid UTF-8, at most 4 GiB. In invalid text no token is promised to end at a scalar.
    ///   - tokens: Where to append; spans are offsets into `bytes`, never empty, never overlapping.
    /// - Complexity: O(n).
    public func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, into tokens: inout TokenBuffer) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        tables.classes.withUnsafeBufferPointer { classes in
            tables.fused.withFilter { fused in
                tables.stems.withFilter { stems in
                    withBatch { batch in
                        guard let classes = classes.baseAddress else { return }
                        var scanner = TokenScanner(
                            base: base,
                            count: bytes.count,
                            classes: classes,
                            fusedFilter: fused,
                            stemFilter: stems,
                            tables: tables,
                            batch: batch
                        )
                        while scanner.position < scanner.count {
                            scanner.produced = 0
                            scanner.run()
                            tokens.append(batch, count: scanner.produced)
                        }
                    }
                }
            }
        }
    }

    private func withBatch(_ body: (TokenBatch) -> Void) {
        let capacity = TokenBatch.capacity
        withUnsafeTemporaryAllocation(of: Span.self, capacity: capacity) { spans in
            withUnsafeTemporaryAllocation(of: Token.self, capacity: capacity) { values in
                withUnsafeTemporaryAllocation(of: RuleIdentifier.self, capacity: capacity) { rules in
                    if let spans = spans.baseAddress, let values = values.baseAddress, let rules = rules.baseAddress {
                        body(TokenBatch(spans: spans, values: values, rules: rules))
                    }
                }
            }
        }
    }
}
