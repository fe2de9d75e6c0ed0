import PostilCore

/// The first pass over a paragraph: counts what the features ask of it, and notes the tokens behind which
/// there is something to decide or at which something changes.
///
/// Most tokens are followed by a gap at which no sentence can end; the pass sorts them out without a
/// branch, since which ones they are cannot be predicted.
struct ParagraphSurvey {
    /// The tokens to look at, in order.
    var noted: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

    /// What the features ask of the paragraph.
    let context: ParagraphContext

    private let buffer: UnsafeMutableBufferPointer<UInt32>
    private let count: Int

    /// Surveys a paragraph.
    ///
    /// - Parameters:
    ///   - paragraph: Its tokens, at least one.
    ///   - view: The text.
    ///   - notesAll: Whether every token is noted, as in a list, whose items can begin with lower-case words.
    ///   - buffer: Room for a number for each token of the paragraph and one more.
    init(
        of paragraph: Range<Int>,
        in view: TokenView,
        notesAll: Bool,
        buffer: UnsafeMutableBufferPointer<UInt32>
    ) {
        var count = 0
        var stops = 0
        var capitals = 0
        let last = paragraph.upperBound - 1
        let all = notesAll ? 1 : 0
        ParagraphSurvey.traits.withUnsafeBufferPointer { traits in
            for token in paragraph {
                let value = view.values[token]
                let byte = traits[Int(view.lastByte(token))]
                // Shapes 2 to 4 are those that begin with a capital.
                capitals &+= value.shape.rawValue &- 2 < 3 ? 1 : 0
                stops &+= byte & Trait.stop != 0 && view.length(token) == 1 ? 1 : 0
                guard token < last else { break }
                let isSpaced = view.gap(after: token) != 0 ? 1 : 0
                let isComma = byte & Trait.comma != 0 ? 1 : 0
                let isInside = view.isWordLike(token) && view.isLowerWord(token &+ 1) ? 1 : 0
                let isMarked = byte & (Trait.stop | Trait.ellipsis | Trait.mark) != 0 ? 1 : 0
                buffer[count] = UInt32(truncatingIfNeeded: token)
                count &+= isSpaced & ~isComma & ~isInside & 1 | isMarked | all
            }
        }
        self.buffer = buffer
        self.count = count
        context = ParagraphContext(
            tokens: paragraph,
            stops: min(3, stops),
            capitals: capitals * 4 / paragraph.count
        )
    }

    /// What the last byte of a token can mean.
    private enum Trait {
        /// A point, an exclamation or a question mark.
        static let stop: UInt8 = 1
        static let comma: UInt8 = 2
        /// The last byte of a bracket or a quotation mark.
        static let mark: UInt8 = 4
        /// The last byte of an ellipsis character.
        static let ellipsis: UInt8 = 8
    }

    private static let traits: [UInt8] = (0...255).map { byte in
        switch byte {
        case 0x2E, 0x21, 0x3F: Trait.stop
        case 0x2C: Trait.comma
        case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x60, 0x98, 0x99, 0x9C, 0x9D: Trait.mark
        case 0xA6: Trait.ellipsis
        default: 0
        }
    }
}
