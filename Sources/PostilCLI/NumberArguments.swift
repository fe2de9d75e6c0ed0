import ArgumentParser
import Postil

/// The options of a command that say what is known of numbers.
struct NumberArguments: ParsableArguments {
    @Option(help: "A sign or name of a currency and its code, such as RM=MYR; may be given again.")
    var currency: [CurrencyMark] = []

    /// The options as the annotator takes them.
    var options: NumberOptions { NumberOptions(currencies: currency) }
}

extension CurrencyMark: ExpressibleByArgument {
    /// Reads `MARK=CODE`.
    public init?(argument: String) { self.init(argument) }
}
