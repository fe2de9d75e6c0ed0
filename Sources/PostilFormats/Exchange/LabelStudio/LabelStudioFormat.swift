import PostilCore

/// Tasks of Label Studio: an array of tasks with predictions, for a configuration with
/// `<Labels name="label" toName="text">` and `<Text name="text" value="$text"/>`.
///
/// Offsets count UTF-16 units, as its JavaScript does. When read, results whose text stands at these offsets counted
/// in code points are taken as such. Annotations come before predictions, and of several the first.
///
/// Source: Label Studio 1.2x, *Import pre-annotated data* and *Export annotations*.
struct LabelStudioFormat: ExchangeFormat {
    let name = "label-studio"
    let title = "Label Studio"
    let layout = ExchangeLayout.array
    let suffixes = [".label-studio.json"]
    let offsetUnit: OffsetUnit? = .utf16
    let needsTokens = false
}
