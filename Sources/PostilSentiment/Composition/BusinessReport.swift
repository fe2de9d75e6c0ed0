import PostilCore
import PostilText

/// Tells paragraphs that report on business from others by their words.
///
/// Growing and shrinking figures are good and bad news there, and *interest*, *share* or *security* are
/// things, not feelings.
enum BusinessReport {
    /// Whether the paragraph of the tokens in `range` is one.
    static func isOne(_ range: Range<Int>, of composer: Composer) -> Bool {
        let words = range.count { token in
            composer.entry(ofToken: token).map { composer.lexicon.entries[$0].roles.contains(.business) } ?? false
        }
        return words >= CompositionConstants.businessWordsAtLeast
            && words * 100 >= CompositionConstants.businessWordsPerHundred * range.count
    }
}
