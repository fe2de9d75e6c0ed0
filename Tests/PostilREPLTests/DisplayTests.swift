import PostilCore
import Testing

@testable import PostilREPL

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "Text takes as many columns as terminals give it",
        arguments: [
            ("", 0), ("word", 4), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("ｆｕｌｌ", 8), ("한국", 4), ("👩‍👩‍👧", 2),
            ("👇🏾", 2), ("🇳🇴🇵🇹", 4), ("❤\u{FE0F}", 2), ("❤", 1), ("1\u{FE0F}\u{20E3}", 2), ("\u{200B}", 0),
            ("naïve – “no”", 12), ("ￂ", 1), ("𠀀", 2), ("Ω", 1), ("\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", 2),
            ("नमस्ते", 4), ("हिन्दी", 5), ("🇬", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("x\u{200D}", 1), ("สวัสดี", 4),
        ]
    )
    func width(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test(
        "Cutting never gives more columns than asked for",
        arguments: ["plain words", "東京タワー", "e\u{301}e\u{301}e\u{301}", "👩‍👩‍👧👇🏾🇳🇴"]
    )
    func cutting(text: String) {
        for width in 0...14 {
            let cut = DisplayText.cut(text, to: width)
            let cutStart = DisplayText.cutStart(of: text, to: width)
            #expect(DisplayWidth.columns(of: cut) <= width)
            #expect(DisplayWidth.columns(of: cutStart) <= width)
            if DisplayWidth.columns(of: text) <= width { #expect(cut == text && cutStart == text) }
        }
    }

    @Test("Nothing that a terminal would obey leaves a row")
    func controlCharacters() {
        #expect(DisplayText.oneLine("a\u{1B}[31mb\r\nc\td\u{7F}\u{9B}") == "a␛[31mb⏎c d␡\u{FFFD}")
        #expect(DisplayText.printable("a\u{1B}]0;x\u{07}\r\nb\tc") == "a␛]0;x␇\nb\tc")
    }
}

@Suite("Rows of text")
struct DisplayLinesTests {
    /// Pieces that are hard to lay out, joined in many orders.
    static let pieces = [
        "word", " ", "  ", "\n", "\r\n", "\r", "\t", "東", "é", "e\u{301}", "👩‍👩‍👧", "🇳🇴", "\u{301}", "\u{1B}",
        "averylongwordthatfitsnowhere", "…", "\u{200B}", "\u{85}", "ａ",
    ]

    @Test("Rows hold every byte once, in order, and are no wider than asked for", arguments: 0..<200)
    func coversText(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let count = Int.random(in: 0...40, using: &generator)
        let string = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
        let text = Text(string)
        let width = Int.random(in: 2...30, using: &generator)
        var next: UInt32 = 0
        for line in DisplayLines(text: text, width: width) {
            #expect(line.span.start == next)
            #expect(line.span.end > line.span.start)
            #expect(line.columns <= max(width, 8))
            #expect(text.isScalarBoundary(line.span.end))
            for (cell, following) in zip(line.cells, line.cells.dropFirst()) {
                #expect(cell.span.end == following.span.start)
                #expect(cell.column + cell.width == following.column)
            }
            next = line.span.end
        }
        #expect(next == UInt32(text.count))
    }

    @Test("A span has the columns of its characters")
    func columns() throws {
        let text = Text("a東e\u{301}z")
        let line = try #require(Array(DisplayLines(text: text, width: 20)).first)
        #expect(line.columns(of: Span(0..<1)) == 0..<1)
        #expect(line.columns(of: Span(1..<4)) == 1..<3)
        #expect(line.columns(of: Span(4..<7)) == 3..<4)
        #expect(line.columns(of: Span(5..<7)) == 3..<4)
        #expect(line.columns(of: Span(7..<8)) == 4..<5)
        #expect(line.columns(of: Span(8..<8)) == 5..<5)
        #expect(line.columns(of: Span(0..<8)) == 0..<5)
    }
}

@Suite("Tables")
struct TextTableTests {
    @Test("Columns are as wide as their cells, and the last give way")
    func layout() {
        var table = TextTable(header: ["#", "text"], rightAligned: [0])
        table.add(["1", "short"])
        table.add(["10", "a text that is much too long for the row\nand has two lines"])
        let lines = table.lines(width: 30, style: Style())
        #expect(lines == [" #  text", " 1  short", "10  a text that is much too l…"])
    }
}
