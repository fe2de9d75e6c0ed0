import PostilCore

/// A text that annotators are run on, with a name for reports.
struct TextSample: Sendable {
    let name: String
    let text: Text

    init(_ name: String, _ text: Text) {
        self.name = name
        self.text = text
    }

    /// The bytes shown before a place, behind it and of it at most.
    private static let margin = 20

    /// The text at `span`, or at its start, cut short and on one line.
    func excerpt(around span: Span?) -> String {
        let bytes = text.bytes
        let place = (span?.range ?? 0..<0).clamped(to: 0..<bytes.count)
        let start = boundary(near: max(0, place.lowerBound - TextSample.margin))
        let end = boundary(near: min(bytes.count, min(place.upperBound, place.lowerBound + 20) + TextSample.margin))
        let shown = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
        let escaped = shown.unicodeScalars.map(TextSample.visible).joined()
        return (start > 0 ? "…" : "") + escaped + (end < bytes.count ? "…" : "")
    }

    private func boundary(near offset: Int) -> Int {
        var offset = offset
        while offset > 0, !text.isScalarBoundary(UInt32(clamping: offset)) { offset -= 1 }
        return offset
    }

    /// The scalar, or an escape for one that a terminal would not show on its own.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator,
            .nonspacingMark, .enclosingMark, .spacingMark:
            scalar.escaped(asASCII: true)
        default: String(scalar)
        }
    }
}
