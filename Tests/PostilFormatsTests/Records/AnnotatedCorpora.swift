import Postil
import PostilTestSupport

/// The texts of `corpora/` and some that are hard to count in, annotated by the standard pipeline.
enum AnnotatedCorpora {
    private static let layers: [LayerName] =
        RecordOptions.standardLayers + ["tokens", "paragraphs", "tags", "lemmas"]

    private static let pipeline = Result { try Pipeline.standard(providing: layers) }

    /// Texts in which offsets of different units, line ends and signs of markup are easily mistaken.
    static let hostileTexts = [
        "", " ", "\n\n", "Plain text here.", "  Led by blanks, Anna Weiss paid $5.50 on 3 May 2024. ",
        "😊 Anna Weiss met Dr. Okoye in Vienna 🇳🇴. “It leaks,” she said. 👩🏿‍🍳 cooks at 5 p.m.",
        "𝒊 is italic; E\u{301}mile Zola left Paris on Friday.",
        "One line\r\nAnother in Berlin\r\n\r\nA third, 12 %.\r\n",
        "Tabs\tin\tVienna\tand 5 km/h", "AT&T <b>said</b> \"no\" to 'Vienna' & left > 44 behind.",
        "\u{FEFF}A mark before Vienna.", "nul \0 byte in Vienna", "a\u{2028}b\u{2029}c \u{B} \u{C} Vienna\u{85}!",
        "“He said: ‘Go to Vienna,’ and I went,” said Anna Weiss.", "back\\slash _x_ [y] {z} *w* | v ; u # t",
    ]

    private static let linesByUnit = Result {
        try OffsetUnit.allCases.reduce(into: [:]) { $0[$1] = try annotatedLines(unit: $1) }
    }

    /// The lines of records, without line ends.
    static func lines(unit: OffsetUnit) throws -> [[UInt8]] { try linesByUnit.get()[unit] ?? [] }

    private static func annotatedLines(unit: OffsetUnit) throws -> [[UInt8]] {
        let pipeline = try pipeline.get()
        let options = RecordOptions(layers: layers, offsetUnit: unit)
        let encoder = RecordEncoder(pipeline: pipeline, options: options)
        let texts = PackageFiles.texts(matching: "corpora/*/*.txt").map(\.text) + hostileTexts
        return texts.enumerated().map { index, text in
            let text = Text(text)
            let input = InputDocument(
                identifier: "é \(index)",
                text: .success(text),
                context: DocumentContext(referenceDate: "2014-06-17", referenceDateSource: "field"),
                meta: Array(#""page" : 1.50, "tags": ["a", {"b":null}]"#.utf8)
            )
            var writer = JSONWriter()
            encoder.encode(pipeline.annotate(Document(text: text, context: input.context)), input: input, into: &writer)
            return Array(writer.buffer.array().dropLast())
        }
    }

    /// The records in code points.
    static let records = Result { try lines(unit: .codepoint).map { try AnnotatedRecord(parsing: $0) } }
}

extension AnnotatedRecord {
    /// The record's line, without its line end.
    var line: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return Array(writer.buffer.array().dropLast())
    }
}
