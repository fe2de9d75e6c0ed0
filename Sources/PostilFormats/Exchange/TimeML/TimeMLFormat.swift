import PostilCore

/// TimeML: the text as XML with `TIMEX3` elements round dates, one document a file.
///
/// Only dates are written. When read, other elements inside of the text make a layer `timeml`, with the element's name
/// as type and its attributes as features.
///
/// Source: TimeML 1.2.1, *Annotation guidelines* and `timeml_1.2.1.dtd`; TempEval-3 for the frame of the document.
public struct TimeMLFormat: ExchangeFormat {
    public let name = "timeml"
    public let title = "TimeML"
    public let layout = ExchangeLayout.files
    public let suffixes = [".tml"]
    public let offsetUnit: OffsetUnit? = nil
    public let needsTokens = false

    /// The format.
    public init() {}

    /// The layer of elements other than TIMEX3.
    static let layer: LayerName = "timeml"
}
