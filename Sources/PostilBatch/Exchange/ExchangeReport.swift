import PostilCore
import PostilFormats

/// What a conversion did.
public struct ExchangeReport: Sendable {
    /// Documents found.
    public internal(set) var documents = 0

    /// Documents that could not be converted, or that bring the record of a failure.
    public internal(set) var failed = 0

    /// Inputs that could not be read, or not to their end.
    public internal(set) var unreadable = 0

    /// What the format could not hold.
    public internal(set) var omissions = ExchangeOmissions()

    /// The layers that were asked for and that no record of those converted could have or has.
    public internal(set) var missingLayers: [LayerName] = []

    /// Nothing done.
    public init() {}
}
