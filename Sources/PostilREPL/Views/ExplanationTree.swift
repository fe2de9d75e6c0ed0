import Postil

/// An answer to why, as a tree of lines.
struct ExplanationTree {
    let explanation: Explanation
    let offsets: OffsetMap
    let style: Style

    /// The lines, the answer first and its reasons under it.
    var lines: [String] { lines(of: explanation, first: "", others: "") }

    private func lines(of node: Explanation, first: String, others: String) -> [String] {
        var lines = [style.paint(first, .dim) + text(of: node)]
        for (index, reason) in node.reasons.enumerated() {
            let isLast = index == node.reasons.count - 1
            lines += self.lines(
                of: reason,
                first: others + (isLast ? style.glyphs.lastBranch : style.glyphs.branch),
                others: others + (isLast ? "   " : style.glyphs.stem)
            )
        }
        return lines
    }

    private func text(of node: Explanation) -> String {
        var text = DisplayText.oneLine(node.summary)
        if let span = node.span {
            text += " [\(offsets.offset(of: span.start)):\(offsets.offset(of: span.end))]"
        }
        if let weight = node.weight {
            // Adding zero turns the negative zero of a small negative weight into a plain one.
            let rounded = (weight * 100).rounded() / 100 + 0
            let sign = rounded < 0 ? "" : "+"
            text += " " + style.paint("(\(sign)\(rounded))", rounded < 0 ? .red : .green)
        }
        return text
    }
}
