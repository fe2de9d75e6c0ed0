import PostilCore
import PostilLearning

/// The features by which the tagger decides.
///
/// A feature is a template filled with what ``TagWord`` says of the token (0) and its neighbours: `-1` is the one
/// before, `+1` the one behind.
struct TagFeatures {
    /// Changes with the templates, so that a model trained for others is refused.
    static let version = "tag-features-1"

    /// The names of the templates, for explanations; a template's number is its place here.
    static let templates = [
        "word", "word, capitals", "word -1", "word +1", "word -2", "word +2", "words -1 0", "words 0 +1",
        "words -1 +1", "words -2 -1", "words +1 +2", "last letter", "last two letters", "last three letters",
        "last four letters", "first letters", "first three letters", "capitals, sentence's capitals",
        "capitals -1 0 +1", "form", "known tags", "known tags -1", "known tags +1", "known tags -1 0",
        "known tags 0 +1", "known tags -1 0 +1", "known tags -2 -1 0", "known tags 0 +1 +2", "known tags in any case",
        "word class", "word class -1", "word class +1", "word classes -1 0", "word classes 0 +1",
        "beginnings of word classes", "known tags -1, word", "word, known tags +1", "word -1, known tags",
        "known tags, word +1", "ending -1", "ending +1", "ending, known tags -1", "ending, known tags +1",
        "spacing, quotation", "spacing, capitals +1", "capitals elsewhere, sentence's capitals",
        "capitals elsewhere, known tags",
    ]

    /// The template of the one feature of a word that has one label only.
    static let closedTemplate: UInt32 = 1000

    /// Whether the sentence is in capitals (1), in title case (2), without capitals (3) or none of these (0).
    var capitals: UInt64 = 0

    /// Writes the features of `words[index]` to `buffer`.
    ///
    /// - Parameters:
    ///   - words: The words of the sentence, two more before and behind.
    ///   - index: The word's place.
    ///   - quotation: Whether the word stands between quotation marks, as bits.
    ///   - isFirst: Whether it begins the sentence.
    /// - Returns: How many there are.
    @inline(__always)
    func fill(
        _ buffer: UnsafeMutablePointer<FeatureHash>,
        words: UnsafePointer<TagWord>,
        index: Int,
        quotation: UInt64,
        isFirst: Bool
    ) -> Int {
        let now = words + index
        if now.pointee.isClosed {
            buffer[0] = FeatureHash(template: TagFeatures.closedTemplate, now.pointee.confined)
            return 1
        }
        let (before, before2) = (words + (index &- 1), words + (index &- 2))
        let (next, next2) = (words + (index &+ 1), words + (index &+ 2))
        let word = now.pointee.word
        let set = now.pointee.set
        let (setBefore, setNext) = (before.pointee.set, next.pointee.set)
        let ending = UInt64(now.pointee.ending)
        let shape = now.pointee.shape
        var count = 0
        @inline(__always)
        func add(_ first: UInt64) {
            buffer[count] = FeatureHash(template: UInt32(count), first)
            count &+= 1
        }
        @inline(__always)
        func add(_ first: UInt64, _ second: UInt64) {
            buffer[count] = FeatureHash(template: UInt32(count), first, second)
            count &+= 1
        }
        add(word)
        add(word, shape)
        add(before.pointee.word)
        add(next.pointee.word)
        add(before2.pointee.word)
        add(next2.pointee.word)
        add(before.pointee.word, word)
        add(word, next.pointee.word)
        add(before.pointee.word, next.pointee.word)
        add(before2.pointee.word, before.pointee.word)
        add(next.pointee.word, next2.pointee.word)
        add(ending &>> 24, shape)
        add(ending &>> 16, shape)
        add(ending &>> 8, shape)
        add(ending, shape)
        add(UInt64(now.pointee.beginning & 0xFFFF))
        add(UInt64(now.pointee.beginning & 0xFF_FFFF))
        add(shape &<< 8 | capitals &<< 1 | (isFirst ? 1 : 0))
        add(before.pointee.shape &<< 16 | shape &<< 8 | next.pointee.shape, isFirst ? 1 : 0)
        add(now.pointee.form, shape)
        add(set, shape)
        add(setBefore)
        add(setNext)
        add(setBefore &<< 16 | set)
        add(set &<< 16 | setNext)
        add(setBefore &<< 32 | set &<< 16 | setNext)
        add(before2.pointee.set &<< 32 | setBefore &<< 16 | set)
        add(set &<< 32 | setNext &<< 16 | next2.pointee.set)
        add(now.pointee.lowerSet, shape &<< 8 | capitals &<< 1 | (isFirst ? 1 : 0))
        add(now.pointee.wordClass, shape)
        add(before.pointee.wordClass)
        add(next.pointee.wordClass)
        add(before.pointee.wordClass &<< 16 | now.pointee.wordClass)
        add(now.pointee.wordClass &<< 16 | next.pointee.wordClass)
        add(before.pointee.path &<< 32 | now.pointee.path &<< 16 | next.pointee.path)
        add(setBefore, word)
        add(word, setNext)
        add(before.pointee.word, set)
        add(set, next.pointee.word)
        add(UInt64(before.pointee.ending &>> 8))
        add(UInt64(next.pointee.ending &>> 8))
        add(ending &>> 8, setBefore)
        add(ending &>> 8, setNext)
        add(word, now.pointee.spacing &<< 4 | quotation)
        add(word, now.pointee.spacing &<< 8 | next.pointee.shape)
        add(now.pointee.elsewhere &<< 16 | shape &<< 8 | capitals &<< 1 | (isFirst ? 1 : 0))
        add(now.pointee.elsewhere &<< 16 | now.pointee.lowerSet, shape &<< 1 | (isFirst ? 1 : 0))
        return count
    }
}
