import PostilCore

/// The standoff format of brat: a text, and a file of annotations beside it.
///
/// Offsets count code points over the text as it stands. A span over line breaks has a piece for each line; names'
/// links are normalizations, other features are notes of the form `key=value; key=value`, with the layer first where
/// it cannot be told from the type.
///
/// Source: brat 1.3, *brat standoff format*; all that Python's `splitlines` breaks a line at counts as a line break.
struct BratFormat: ExchangeFormat {
    let name = "brat"
    let title = "brat standoff"
    let layout = ExchangeLayout.files
    let suffixes = [".txt", ".ann"]
    let offsetUnit: OffsetUnit? = .codepoint
    let needsTokens = false

    /// A label as a type of brat, which has letters, digits, `-` and `_`.
    static func type(_ label: String) -> String {
        let type = String(
            label.unicodeScalars.map { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    || scalar == "-" ? Character(scalar) : "_"
            }
        )
        return type.isEmpty ? "_" : type
    }

    /// Whether a line is broken at a scalar.
    static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
