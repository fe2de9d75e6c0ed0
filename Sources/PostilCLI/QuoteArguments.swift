import ArgumentParser
import Postil

/// The options of a command that say how quotations are put together.
struct QuoteArguments: ParsableArguments {
    /// What becomes of a quotation that *he said* interrupts.
    enum Parts: String, ExpressibleByArgument {
        /// One quotation in several parts.
        case joined
        /// A quotation of each part.
        case separate
    }

    @Option(help: "A quotation that 'he said' interrupts: one in parts (joined), or one of each part (separate).")
    var quoteParts = Parts.joined

    /// The options as the annotator takes them.
    var options: QuoteOptions { QuoteOptions(joinsParts: quoteParts == .joined) }
}
