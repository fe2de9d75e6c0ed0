import PostilCore

/// The bytes of a text and its tokens, as a lexicon scans them; valid only inside the call that it is handed to.
public struct LexiconInput {
    /// The text's bytes.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// Where the tokens are, in order.
    public let spans: UnsafeBufferPointer<Span>
    /// What they are.
    public let values: UnsafeBufferPointer<Token>

    /// Makes an input of tokens that lie in `bytes`.
    public init(
        bytes: UnsafeBufferPointer<UInt8>,
        spans: UnsafeBufferPointer<Span>,
        values: UnsafeBufferPointer<Token>
    ) {
        self.bytes = bytes
        self.spans = spans
        self.values = values
    }

    /// Calls `body` with the input of a text and its layer of tokens.
    public static func with<Result>(
        _ text: Text,
        tokens: Layer<Token>,
        _ body: (LexiconInput) -> Result
    ) -> Result {
        text.bytes.withUnsafeBufferPointer { bytes in
            tokens.spans.withUnsafeBufferPointer { spans in
                tokens.values.withUnsafeBufferPointer { values in
                    body(LexiconInput(bytes: bytes, spans: spans, values: values))
                }
            }
        }
    }

    /// The pieces of the text, in order.
    ///
    /// - Complexity: O(n).
    func pieces() -> [NamePiece] {
        var pieces: [NamePiece] = []
        pieces.reserveCapacity(spans.count + spans.count / 8)
        guard let base = bytes.baseAddress else { return [] }
        var splitter = PieceSplitter()
        var previousEnd = 0
        for index in 0..<min(spans.count, values.count) {
            let start = Int(spans[index].start)
            let end = Int(spans[index].end)
            guard start >= previousEnd, end > start, end <= bytes.count else { continue }
            let gap = start - previousEnd
            let isBlock = gap > 1 && hasEmptyLine(previousEnd..<start)
            previousEnd = end
            let count = end - start
            let token = UInt32(truncatingIfNeeded: index)
            var place: NamePiece.Place = [.startsToken, .endsToken]
            if isBlock { place.insert(.startsBlock) }
            if count == 1 || ByteKind.isPlainWord(base + start, count: count, readable: bytes.count - start) {
                if count == 1, base[start] == 0x2D, gap == 0, isGlued(index) { continue }
                pieces.append(
                    NamePiece(
                        hash: values[index].hash.bits,
                        token: token,
                        length: UInt8(clamping: count),
                        shape: LexiconInput.shape(values[index].shape, first: base[start]),
                        place: place
                    )
                )
                continue
            }
            if count == 3, base[start] == 0xE2, gap == 0, isGlued(index) {
                let scalar = UTF8Decoding.scalar(in: bytes, at: start).scalar
                if PieceSplitter.isHyphen(scalar) { continue }
            }
            let first = pieces.count
            splitter.split(UnsafeBufferPointer(rebasing: bytes[start..<end]), token: token, into: &pieces)
            guard pieces.count > first else { continue }
            pieces[first].place.insert(.startsToken)
            pieces[pieces.count - 1].place.insert(.endsToken)
            if isBlock { pieces[first].place.insert(.startsBlock) }
        }
        return pieces
    }

    /// Whether the next token begins where this one ends.
    private func isGlued(_ token: Int) -> Bool {
        token + 1 < spans.count && spans[token + 1].start == spans[token].end
    }

    private func hasEmptyLine(_ gap: Range<Int>) -> Bool {
        var lines = 0
        for offset in gap where bytes[offset] == 0x0A { lines += 1 }
        return lines > 1
    }

    private static func shape(_ shape: TokenShape, first: UInt8) -> PieceShape {
        switch shape {
        case .lower: .lower
        case .capitalized: .capitalized
        case .upper: .upper
        case .mixed: first & 0x20 == 0 ? .capitalized : .lower
        default: .open
        }
    }
}
