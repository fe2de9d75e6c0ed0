import PostilCore
import Redact
import Testing

@Suite struct RedactionTests {
    /// Masks as start, end and replacement, and the text that comes of them.
    @Test(
        arguments: [
            ([], "Ada met Bo in Łódź."),
            ([(0, 3, "[A]"), (8, 10, "[B]")], "[A] met [B] in Łódź."),
            ([(8, 10, "[B]"), (0, 3, "[A]")], "[A] met [B] in Łódź."),
            ([(0, 7, "[A]"), (4, 10, "[B]")], "[A] in Łódź."),
            ([(0, 3, "[A]"), (3, 7, "[B]")], "[A][B] Bo in Łódź."),
            ([(14, 21, "[P]")], "Ada met Bo in [P]."),
            ([(0, 22, "")], ""),
            ([(30, 40, "[X]"), (5, 5, "[Y]")], "Ada met Bo in Łódź."),
        ] as [([(UInt32, UInt32, String)], String)]
    )
    func hidesWhatMasksCover(_ masks: [(UInt32, UInt32, String)], _ expected: String) {
        let redaction = Redaction(
            of: "Ada met Bo in Łódź.",
            masking: masks.map { Mask(Span(start: $0.0, end: $0.1), replacement: $0.2) }
        )
        #expect(redaction.text.string == expected)
    }

    @Test func offsetsGoThereAndBack() {
        let original: Text = "Ada met Bo in Łódź."
        let masks = [
            Mask(Span(start: 0, end: 3), replacement: "[PERSON]"), Mask(Span(start: 8, end: 10), replacement: "*"),
        ]
        let redaction = Redaction(of: original, masking: masks)
        for offset in 0...UInt32(original.count) {
            let masked = redaction.maskedOffset(ofOriginal: offset)
            let back = masked.flatMap(redaction.originalOffset)
            let hidden = masks.first { $0.span.start <= offset && offset < $0.span.end }
            #expect(back == hidden?.span.start ?? offset)
        }
        #expect(redaction.maskedOffset(ofOriginal: 99) == nil)
        #expect(redaction.originalOffset(ofMasked: 99) == nil)
        #expect(redaction.originalSpan(ofMasked: Span(start: 2, end: 5)) == Span(start: 0, end: 3))
        #expect(redaction.maskedSpan(ofOriginal: Span(start: 1, end: 9)) == Span(start: 0, end: 14))
    }
}
