import PostilCore

/// The bytes of a text and its tokens, for the steps that look at both; valid only inside the call
/// that it is handed to.
public struct TokenView {
    /// The text's bytes.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// Where the tokens are, in order.
    public let spans: UnsafeBufferPointer<Span>
    /// What they are.
    public let values: UnsafeBufferPointer<Token>

    /// The number of tokens.
    @inlinable
    public var count: Int { spans.count }

    /// The offset of the token's first byte.
    @inlinable
    public func start(_ token: Int) -> Int { Int(spans[token].start) }

    /// The offset behind the token's last byte.
    @inlinable
    public func end(_ token: Int) -> Int { Int(spans[token].end) }

    /// The token's length in bytes.
    @inlinable
    public func length(_ token: Int) -> Int { Int(spans[token].end &- spans[token].start) }

    /// The token's first byte.
    @inlinable
    public func firstByte(_ token: Int) -> UInt8 { bytes[Int(spans[token].start)] }

    /// The token's last byte.
    @inlinable
    public func lastByte(_ token: Int) -> UInt8 { bytes[Int(spans[token].end) &- 1] }

    /// The number of bytes between the token and the next.
    @inlinable
    public func gap(after token: Int) -> Int { Int(spans[token &+ 1].start &- spans[token].end) }

    /// The first token that starts behind `offset`; the last token does.
    ///
    /// - Parameter first: A token that is not behind the one looked for.
    /// - Complexity: O(log k), k being the tokens between.
    public func firstToken(startingAfter offset: Int, from first: Int) -> Int {
        var step = 1
        var lower = first
        while lower + step < count, start(lower + step) <= offset {
            lower += step
            step *= 2
        }
        var upper = min(lower + step, count - 1)
        if start(lower) > offset { return lower }
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if start(middle) > offset { upper = middle } else { lower = middle }
        }
        return upper
    }

    /// Makes a view of tokens that lie in `bytes`.
    @inlinable
    public init(
        bytes: UnsafeBufferPointer<UInt8>,
        spans: UnsafeBufferPointer<Span>,
        values: UnsafeBufferPointer<Token>
    ) {
        self.bytes = bytes
        self.spans = spans
        self.values = values
    }

    /// Whether the token is a word in lower case.
    @inlinable
    public func isLowerWord(_ token: Int) -> Bool {
        let value = values[token]
        return UInt16(value.kind.rawValue) &<< 8 | UInt16(value.shape.rawValue)
            == UInt16(TokenKind.word.rawValue) &<< 8 | UInt16(TokenShape.lower.rawValue)
    }

    /// Whether the token is a word, a part of one, or a number.
    @inlinable
    public func isWordLike(_ token: Int) -> Bool {
        let kind = values[token].kind
        return kind == .word || kind == .number || kind == .clitic
    }

    /// Whether the token is one of the single characters that end sentences.
    @inlinable
    public func isStop(_ token: Int) -> Bool {
        length(token) == 1 && (firstByte(token) == 0x2E || firstByte(token) == 0x21 || firstByte(token) == 0x3F)
    }

    /// Whether the token's last character ends sentences: a point, an exclamation or question mark, or an
    /// ellipsis character.
    @inlinable
    public func endsInStop(_ token: Int) -> Bool {
        let last = lastByte(token)
        if last == 0x2E || last == 0x21 || last == 0x3F { return true }
        return last == 0xA6 && length(token) >= 3 && bytes[end(token) - 3] == 0xE2 && bytes[end(token) - 2] == 0x80
    }

    /// Whether the token starts with a capital letter.
    @inlinable
    public func isCapitalized(_ token: Int) -> Bool {
        switch values[token].shape {
        case .capitalized, .upper, .initial: true
        case .mixed: firstByte(token) < 0x61
        default: false
        }
    }

    /// Whether the token starts with a lower-case letter.
    @inlinable
    public func startsLower(_ token: Int) -> Bool {
        let first = firstByte(token)
        return first >= 0x61 && first <= 0x7A || first >= 0x80 && values[token].shape == .lower
    }

    /// Whether the token is a closing quotation mark, or one that does not show its side.
    @inline(__always)
    func isQuotationCloser(_ token: Int) -> Bool {
        isCloser(token) && firstByte(token) != 0x29 && firstByte(token) != 0x5D
    }

    /// Whether the token is a closing quotation mark or bracket.
    @inlinable
    public func isCloser(_ token: Int) -> Bool {
        switch length(token) {
        case 1:
            firstByte(token) == 0x22 || firstByte(token) == 0x27 || firstByte(token) == 0x29 || firstByte(token) == 0x5D
        case 2:
            firstByte(token) == 0x27 && lastByte(token) == 0x27 || firstByte(token) == 0xC2 && lastByte(token) == 0xBB
        case 3:
            firstByte(token) == 0xE2 && bytes[start(token) + 1] == 0x80
                && (lastByte(token) == 0x99 || lastByte(token) == 0x9D || lastByte(token) == 0xBA)
        default: false
        }
    }

    /// Calls `body` with a view of `bytes` and of tokens that lie in them.
    @inlinable
    public static func with<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ spans: [Span],
        _ values: [Token],
        _ body: (TokenView) -> Result
    ) -> Result {
        spans.withUnsafeBufferPointer { spans in
            values.withUnsafeBufferPointer { values in
                body(TokenView(bytes: bytes, spans: spans, values: values))
            }
        }
    }
}
