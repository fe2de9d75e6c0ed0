import ArgumentParser
import Postil

/// The options of a command that say how dates are resolved.
struct DateArguments: ParsableArguments {
    @Option(help: "How open dates are resolved: news, narrative or assistant (default: found from each text).")
    var dateStyle: DateStyle?

    @Option(help: "The order of dates in digits where a text does not tell: MDY, DMY or YMD.")
    var dateOrder: DateOrder = .monthDayYear

    /// The options as the annotator takes them.
    var options: DateOptions { DateOptions(style: dateStyle, order: dateOrder) }
}

extension DateStyle: ExpressibleByArgument {}

extension DateOrder: ExpressibleByArgument {}
