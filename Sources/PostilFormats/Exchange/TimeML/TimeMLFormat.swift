import PostilCore

/// TimeML: the text as XML with `TIMEX3` elements round dates, one document a file.
///
/// Only dates are written. When read, other elements inside of the text make a layer `timeml`, with the element's name
/// as type and its attributes as features.
///
/// Source: TimeML 1.2.1, *Annotation guidelines* and `timeml_1.2.1.dtd`; TempEval-3 for the frame of the document.
struct TimeMLFormat: ExchangeFormat {
    let name = "timeml"
    let title = "TimeML"
    let layout = ExchangeLayout.files
    let suffixes = [".tml"]
    let offsetUnit: OffsetUnit? = nil
    let needsTokens = false

    /// The layer of elements other than TIMEX3.
    static let layer: LayerName = "timeml"
}
