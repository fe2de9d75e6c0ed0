/// What an annotator has to hold to, by the name that reports show.
public struct ConformanceRequirement: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name, in lower case with hyphens.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name.
    public var description: String { rawValue }
}

extension ConformanceRequirement {
    /// The name, version, rules and layers that it declares make a pipeline.
    public static let declarations = ConformanceRequirement(rawValue: "declarations")
    /// The annotators that it needs work; where they do not, nothing can be said of it.
    public static let prerequisites = ConformanceRequirement(rawValue: "prerequisites")
    /// It reads and writes no layer but those that it declares.
    public static let declaredLayers = ConformanceRequirement(rawValue: "declared-layers")
    /// It provides each layer that it declares for every text.
    public static let providedLayers = ConformanceRequirement(rawValue: "provided-layers")
    /// It throws at no text, be it empty, white space, noise or one very long word.
    public static let everyText = ConformanceRequirement(rawValue: "every-text")
    /// Spans are in document order.
    public static let sortedSpans = ConformanceRequirement(rawValue: "sorted-spans")
    /// Spans, those that values hold too, end behind their start and within the text.
    public static let spansInBounds = ConformanceRequirement(rawValue: "spans-in-bounds")
    /// Spans, those that values hold too, start and end on scalar boundaries.
    public static let scalarBoundaries = ConformanceRequirement(rawValue: "scalar-boundaries")
    /// Every span holds a byte: an annotation is of some text, and a record shows it.
    public static let nonEmptySpans = ConformanceRequirement(rawValue: "non-empty-spans")
    /// Spans do not overlap in a layer whose key says so.
    public static let separateSpans = ConformanceRequirement(rawValue: "separate-spans")
    /// Rules that annotations name are in the annotator's table.
    public static let knownRules = ConformanceRequirement(rawValue: "known-rules")
    /// Scores are in [0, 1].
    public static let scoreRange = ConformanceRequirement(rawValue: "score-range")
    /// Values come back unchanged from their general form, type and features.
    public static let restoredValues = ConformanceRequirement(rawValue: "restored-values")
    /// The general form comes back unchanged from JSON.
    public static let restoredJSON = ConformanceRequirement(rawValue: "restored-json")
    /// A second run, after other texts, gives equal layers.
    public static let deterministic = ConformanceRequirement(rawValue: "deterministic")
    /// Two threads at once get equal layers.
    public static let threadSafe = ConformanceRequirement(rawValue: "thread-safe")
    /// Another paragraph before the text moves the annotations and the spans that their values hold, and changes
    /// nothing else.
    public static let shiftInvariant = ConformanceRequirement(rawValue: "shift-invariant")
    /// It says why its annotations are there.
    public static let explained = ConformanceRequirement(rawValue: "explained")
    /// The candidates that it lists are stretches of the text, in document order.
    public static let soundCandidates = ConformanceRequirement(rawValue: "sound-candidates")
}
