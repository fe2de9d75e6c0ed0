/// What a JSON reader accepts beyond the defaults.
public struct JSONReadingOptions: Hashable, Sendable {
    /// The largest number of arrays and objects that may be open at once.
    public var depthLimit: Int

    /// Whether an escaped surrogate without its partner is read as U+FFFD rather than refused.
    public var replacesLoneSurrogates: Bool

    /// Makes options.
    ///
    /// - Parameters:
    ///   - depthLimit: How many arrays and objects may be open at once.
    ///   - replacesLoneSurrogates: Whether `\ud800` alone is read as U+FFFD.
    public init(depthLimit: Int = 512, replacesLoneSurrogates: Bool = false) {
        self.depthLimit = depthLimit
        self.replacesLoneSurrogates = replacesLoneSurrogates
    }
}
