import PostilCore

/// The titles that stand before names of persons and are no part of them.
public enum PersonTitles {
    /// The words of titles.
    static let words: Set<LowercaseHash> = Set(
        """
        mr mr. mrs mrs. ms ms. miss mister dr dr. doctor prof prof. professor sir dame lord lady madam president \
        vice-president vice prime minister premier chancellor secretary senator sen. sen congressman congresswoman \
        representative rep. rep governor gov. gov mayor ambassador general gen. gen lieutenant lt. lt colonel col. col \
        major maj. captain capt. capt sergeant sgt. sgt corporal cpl. private pvt. admiral adm. commander cmdr. marshal king queen prince princess \
        duke duchess earl count countess baron baroness emperor empress sultan sheikh shaikh sheik emir ayatollah imam mullah pope cardinal \
        archbishop bishop father fr. reverend rev. rev rabbi sister brother saint st. judge justice attorney \
        director chairman chairwoman chief chef coach detective inspector officer deputy foreign defense defence interior finance \
        former ex-president uncle aunt hon. honourable honorable
        """.split(separator: " ").map { LowercaseHash(word: $0) }
    )

    /// A span without the titles at its beginning; the last word stays.
    public static func cut(from span: Span, in text: Text) -> Span {
        var start = Int(span.start)
        let end = Int(span.end)
        while let space = text.bytes[start..<end].firstIndex(of: 0x20), space + 1 < end {
            let isTitle = text.bytes[start..<space].withUnsafeBufferPointer {
                words.contains(LowercaseHash(folding: $0))
            }
            guard isTitle else { break }
            start = space + 1
        }
        return Span(start..<end)
    }
}
