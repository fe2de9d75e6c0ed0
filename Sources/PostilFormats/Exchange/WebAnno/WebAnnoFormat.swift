import PostilCore

/// WebAnno TSV 3.3, which INCEpTION reads and writes: a line a token, columns for the features of each layer, one
/// document a file.
///
/// Offsets count UTF-16 units. Tags, lemmas and names have the types of DKPro Core, other layers types of their own
/// (`webanno.custom.Dates`). Of values, a name's link and what a date or number is worth have columns. White space
/// between sentences is not in the file: when read, it is blanks.
///
/// Source: INCEpTION 3x, *WebAnno TSV 3.3 file format*.
struct WebAnnoFormat: ExchangeFormat {
    let name = "webanno"
    let title = "WebAnno TSV 3.3"
    let layout = ExchangeLayout.files
    let suffixes = [".tsv"]
    let offsetUnit: OffsetUnit? = .utf16
    let needsTokens = true

    static let header = "#FORMAT=WebAnno TSV 3.3"
    static let custom = "webanno.custom."

    /// A layer of spans in the file.
    struct Column: Equatable {
        let type: String
        /// The features, of which the first is the label.
        let features: [String]
    }

    /// How a layer stands in the file.
    static func column(of layer: LayerName) -> Column {
        switch layer {
        case LayerKey.entities.name: Column(type: UIMAType.name, features: ["value", "identifier"])
        case LayerKey.dates.name: Column(type: custom + "Dates", features: ["label", "value"])
        case LayerKey.numbers.name: Column(type: custom + "Numbers", features: ["label", "value"])
        default: Column(type: custom + BratFormat.type(layer.rawValue), features: ["label"])
        }
    }

    /// The layer that a type stands for.
    static func layer(ofType type: String) -> LayerName {
        switch type {
        case UIMAType.name: LayerKey.entities.name
        case custom + "Dates": LayerKey.dates.name
        case custom + "Numbers": LayerKey.numbers.name
        default: LayerName(rawValue: type.hasPrefix(custom) ? String(type.dropFirst(custom.count)) : type)
        }
    }

    /// The key of a feature under the name that a record has for it.
    static func key(_ name: String) -> String { name == "identifier" ? "link" : name }
}
