/// How output looks: with colours or without, in which characters frames are drawn, how wide it may be.
///
/// Colour only repeats what labels and frames say.
public struct Style: Hashable, Sendable {
    /// Whether colours are used.
    public var hasColors: Bool

    /// Whether frames are drawn in Unicode's box characters; else in ASCII.
    public var hasBoxCharacters: Bool

    /// The columns of a row.
    public var width: Int

    /// The least width in which the views can draw.
    static let minimumWidth = 20

    /// A style.
    public init(hasColors: Bool = false, hasBoxCharacters: Bool = true, width: Int = 80) {
        self.hasColors = hasColors
        self.hasBoxCharacters = hasBoxCharacters
        self.width = max(width, Style.minimumWidth)
    }

    /// The characters that frames are made of.
    var glyphs: Glyphs { hasBoxCharacters ? .box : .ascii }

    /// `text` in a colour.
    func paint(_ text: String, _ color: Color?) -> String {
        guard hasColors, let color, !text.isEmpty else { return text }
        return "\u{1B}[\(color.code)m\(text)\u{1B}[0m"
    }
}

/// A colour or weight of a terminal; the eight colours that all of them have.
struct Color: Hashable, Sendable {
    let code: String

    static let bold = Color(code: "1")
    static let dim = Color(code: "2")
    static let red = Color(code: "31")
    static let green = Color(code: "32")
    static let yellow = Color(code: "33")

    /// The colour of the layer at `position` in the list of a document's layers.
    static func ofLayer(at position: Int) -> Color {
        let codes = ["36", "33", "35", "32", "34", "31"]
        return Color(code: codes[position % codes.count])
    }
}

/// The characters that frames are made of.
struct Glyphs: Hashable, Sendable {
    let open: String
    let line: String
    let close: String
    /// For a span of one column.
    let single: String
    /// For a span without a byte.
    let empty: String
    /// Where a span goes on in the next row, and where it comes from the one before.
    let onward: String
    let backward: String
    let gutter: String
    let branch: String
    let lastBranch: String
    let stem: String
    let ellipsis: String

    static let box = Glyphs(
        open: "╰",
        line: "─",
        close: "╯",
        single: "╵",
        empty: "┴",
        onward: "→",
        backward: "→",
        gutter: "│",
        branch: "├─ ",
        lastBranch: "└─ ",
        stem: "│  ",
        ellipsis: "…"
    )

    static let ascii = Glyphs(
        open: "[",
        line: "-",
        close: "]",
        single: "^",
        empty: "|",
        onward: ">",
        backward: ">",
        gutter: "|",
        branch: "|- ",
        lastBranch: "`- ",
        stem: "|  ",
        ellipsis: "..."
    )
}
