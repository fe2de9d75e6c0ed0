/// Which of the matches of a text are reported.
public enum LexiconScan: Sendable {
    /// For each token that begins a match, the longest.
    case longest
    /// For each token that begins a match, all, the longest first.
    case all
    /// The longest at the first token that has one, then on behind it: matches that never overlap.
    case separate
}
