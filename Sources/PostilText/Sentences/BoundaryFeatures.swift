import PostilCore
import PostilLearning

/// The features by which the model decides whether a sentence ends at a gap.
///
/// A feature is a template filled with words (hashes of the lower-cased form) or word classes
/// (``code(_:)``) around the gap: `-1` is the token before it, `+1` the one behind.
struct BoundaryFeatures {
    /// A number that changes with the templates, so that a model trained for others is refused.
    static let version = "boundary-features-2"

    /// The names of the templates, for explanations; a template's number is its place here.
    ///
    /// The first ``firstCount`` are looked at first: where they speak against a sentence's end strongly
    /// enough, the others are not computed.
    static let templates = [
        "word -1", "word +1", "white space, classes", "word +1, class -1", "quotation, word -1, class +1",
        "tokens since a stop, classes",
        "word -2", "word +2", "class -1", "class +1", "class -2", "class +2", "words -2 -1", "classes -2 -1 +1",
        "classes -1 +1 +2", "words +1 +2", "brackets, class -1", "stops in paragraph, classes",
        "capitals in paragraph, classes", "classes +1 +2 +3", "classes -3 -2 -1", "ending -1, class +1",
        "word +3, class +1", "closing mark, stop before it, class +1", "abbreviation class -1, class +1",
        "line end, classes",
    ]

    /// The templates that are looked at first.
    static let firstCount = 6

    let view: TokenView
    private let outside: UInt64 = 0x5EED

    init(view: TokenView) { self.view = view }

    /// Writes the features of a gap that are looked at first to `buffer`.
    @inline(__always)
    func fillFirst(_ buffer: UnsafeMutableBufferPointer<FeatureHash>, gap: GapContext, paragraph: ParagraphContext) {
        let before = gap.token
        let word1 = view.values[before].hash.bits
        let next1 = view.values[before &+ 1].hash.bits
        let class1 = code(before)
        let nextCoarse = code(before &+ 1) &>> 8
        let pair = class1 &<< 32 | nextCoarse
        buffer[0] = FeatureHash(template: 0, word1)
        buffer[1] = FeatureHash(template: 1, next1)
        buffer[2] = FeatureHash(template: 2, pair, UInt64(min(3, view.gap(after: before))))
        buffer[3] = FeatureHash(template: 3, next1, class1)
        buffer[4] = FeatureHash(template: 4, word1, nextCoarse &<< 1 | (gap.isQuoted ? 1 : 0))
        buffer[5] = FeatureHash(template: 5, pair, UInt64(BoundaryFeatures.magnitude(gap.sinceStop)))
    }

    /// Writes the other features of a gap to `buffer`, behind the first.
    @inline(__always)
    func fillRest(_ buffer: UnsafeMutableBufferPointer<FeatureHash>, gap: GapContext, paragraph: ParagraphContext) {
        let before = gap.token
        let behind = before &+ 1
        let bounds = paragraph.tokens
        let word1 = view.values[before].hash.bits
        let word2 = word(before &- 1, in: bounds)
        let next1 = view.values[behind].hash.bits
        let next2 = word(behind &+ 1, in: bounds)
        let next3 = word(behind &+ 2, in: bounds)
        let class1 = code(before)
        let class2 = code(before &- 1, in: bounds)
        let class3 = code(before &- 2, in: bounds)
        let nextClass1 = code(behind)
        let nextClass2 = code(behind &+ 1, in: bounds)
        let nextClass3 = code(behind &+ 2, in: bounds)
        let nextCoarse = nextClass1 &>> 8
        let pair = class1 &<< 32 | nextCoarse
        buffer[6] = FeatureHash(template: 6, word2)
        buffer[7] = FeatureHash(template: 7, next2)
        buffer[8] = FeatureHash(template: 8, class1)
        buffer[9] = FeatureHash(template: 9, nextClass1)
        buffer[10] = FeatureHash(template: 10, class2)
        buffer[11] = FeatureHash(template: 11, nextClass2)
        buffer[12] = FeatureHash(template: 12, word2, word1)
        buffer[13] = FeatureHash(template: 13, class2 &<< 32 | class1, nextClass1)
        buffer[14] = FeatureHash(template: 14, class1 &<< 32 | nextClass1, nextClass2)
        buffer[15] = FeatureHash(template: 15, next1, next2)
        buffer[16] = FeatureHash(template: 16, class1 &<< 2 | UInt64(gap.brackets))
        buffer[17] = FeatureHash(template: 17, pair, UInt64(paragraph.stops))
        buffer[18] = FeatureHash(template: 18, pair, UInt64(paragraph.capitals))
        buffer[19] = FeatureHash(template: 19, nextClass1 &<< 32 | nextClass2, nextClass3)
        buffer[20] = FeatureHash(template: 20, class3 &<< 32 | class2, class1)
        buffer[21] = FeatureHash(template: 21, ending(before), nextClass1)
        buffer[22] = FeatureHash(template: 22, next3, nextClass1)
        buffer[23] = FeatureHash(template: 23, closing(before, in: bounds, isQuoted: gap.isQuoted), nextCoarse)
        buffer[24] = FeatureHash(template: 24, abbreviation(before), nextCoarse)
        buffer[25] = FeatureHash(template: 25, pair, lineEnd(after: before) ? 1 : 0)
    }

    /// Writes all features of a gap to `buffer`, one for each template.
    func fill(_ buffer: UnsafeMutableBufferPointer<FeatureHash>, gap: GapContext, paragraph: ParagraphContext) {
        fillFirst(buffer, gap: gap, paragraph: paragraph)
        fillRest(buffer, gap: gap, paragraph: paragraph)
    }

    @inline(__always)
    private func word(_ token: Int, in bounds: Range<Int>) -> UInt64 {
        token >= bounds.lowerBound && token < bounds.upperBound ? view.values[token].hash.bits : outside
    }

    /// The class of a token: for punctuation its first characters; for words the capitals, a coarse
    /// length and whether a point ends it; for numbers the number of digits. The lower eight bits hold
    /// the finer half.
    @inline(__always)
    private func code(_ token: Int, in bounds: Range<Int>) -> UInt64 {
        guard token >= bounds.lowerBound, token < bounds.upperBound else { return 0x01 &<< 8 }
        return code(token)
    }

    @inline(__always)
    func code(_ token: Int) -> UInt64 {
        let value = view.values[token]
        let length = view.length(token)
        let start = view.start(token)
        let kind: UInt64 = 1 &<< UInt64(value.kind.rawValue)
        if kind & BoundaryFeatures.markKinds != 0 {
            let first = view.bytes[start]
            var bits = UInt64(first) &<< 8
            // A run of exclamation and question marks is as its first.
            if first == 0x21 || first == 0x3F { return bits }
            if length > 1 { bits |= UInt64(view.bytes[start &+ 1]) &<< 16 }
            if length > 2, first >= 0xE0 { bits |= UInt64(view.bytes[start &+ 2]) &<< 24 }
            return bits
        }
        if kind & BoundaryFeatures.numberKinds != 0 {
            return 0x02 &<< 8 | UInt64(value.kind.rawValue) &<< 12 | UInt64(min(length, 4))
        }
        let coarse = UInt64(value.shape.rawValue) | UInt64(value.kind.rawValue) &<< 4
        let point: UInt64 = length > 1 && view.lastByte(token) == 0x2E ? 0x10 : 0
        return 0x03 &<< 8 | coarse &<< 12 | (point &<< 20) | point
            | UInt64(min(length, value.shape == .lower ? 2 : 4))
    }

    /// The kinds of marks, and of numbers, as bits at their raw values.
    private static var markKinds: UInt64 { bit(.punctuation) | bit(.symbol) | bit(.emoji) }
    private static var numberKinds: UInt64 { bit(.number) | bit(.phone) | bit(.version) | bit(.time) }

    @inline(__always)
    private static func bit(_ kind: TokenKind) -> UInt64 { 1 &<< UInt64(kind.rawValue) }

    /// The last three bytes of a token.
    @inline(__always)
    private func ending(_ token: Int) -> UInt64 {
        let end = view.end(token)
        var bits: UInt64 = 0
        for position in max(view.start(token), end &- 3)..<end {
            let byte = view.bytes[position]
            bits = bits &<< 8 | UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
        return bits
    }

    /// For a closing mark, the mark and the last byte of the token before it; else 0.
    @inline(__always)
    private func closing(_ token: Int, in bounds: Range<Int>, isQuoted: Bool) -> UInt64 {
        guard token > bounds.lowerBound, view.isCloser(token) else { return 0 }
        return UInt64(view.firstByte(token)) &<< 16 | UInt64(view.lastByte(token &- 1)) &<< 8
            | UInt64(view.lastByte(token)) &<< 24 | (isQuoted ? 1 : 2)
    }

    /// The bits of the token's abbreviation class; 0 where it does not end in a point.
    @inline(__always)
    private func abbreviation(_ token: Int) -> UInt64 {
        guard view.length(token) > 1, view.lastByte(token) == 0x2E else { return 0 }
        return UInt64(Abbreviations.classification(of: view.values[token].hash).rawValue) &<< 1 | 1
    }

    @inline(__always)
    private func lineEnd(after token: Int) -> Bool {
        for position in view.end(token)..<view.start(token &+ 1)
        where view.bytes[position] == 0x0A || view.bytes[position] == 0x0D {
            return true
        }
        return false
    }

    /// The binary logarithm, rounded down.
    @inline(__always)
    private static func magnitude(_ value: Int) -> Int { Int.bitWidth &- 1 &- max(1, value).leadingZeroBitCount }
}
