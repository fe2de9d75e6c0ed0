import Postil

/// What `.set` changes.
struct Settings: Sendable {
    /// The date to which dates refer; nil where the document says it or nobody does.
    var anchor: String?
    /// How dates are resolved.
    var dates = DateOptions()
    /// The unit in which offsets are shown and read.
    var unit = OffsetUnit.codepoint
    /// How a document is shown.
    var mode = ViewMode.stack
    /// The columns to use; nil for the window's.
    var width: Int?
    var colors = Choice.auto
    var boxes = Choice.auto
    var pager = Choice.auto
    /// Whether the time that annotating took is printed.
    var timer = false
    /// Whether each line of input is printed before its output.
    var echo = false
    /// Whether a script ends with its first error.
    var bail = false
    /// The columns on each side of a concordance line's match.
    var context = 30
    /// The file to which `.expect` and `.reject` append.
    var examples = "examples.jsonl"
    /// What `.sample` draws by.
    var seed: UInt64 = 1

    /// A switch that may be left to the place.
    enum Choice: String, CaseIterable, Sendable {
        case auto, on, off

        /// The choice, or what the place says.
        func resolved(_ automatic: Bool) -> Bool { self == .auto ? automatic : self == .on }
    }
}

/// How a document is shown.
enum ViewMode: String, CaseIterable, Sendable {
    case stack, table, inline, json, jsonl, csv, html, conll, brat
}
