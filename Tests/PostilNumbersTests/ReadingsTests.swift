import PostilCore
import PostilNumbers
import PostilText
import Testing

@Suite("Readings of digits")
struct ReadingsTests {
    @Test(
        "the digits between markers are read as",
        arguments: [
            ("about |3/4| of them", "fraction"), ("on |9/11| they met", "date"), ("|5/17/2018| it was", "date"),
            ("open |24/7| here", "identifier"), ("the season |2012-13| was wet", "yearRange"),
            ("a |5-1/2| inch nail", "fraction"), ("the code |12-1-99| is old", "date"), ("at |10:30| sharp", "time"),
            ("odds of |3:1| today", "ratio"), ("see Fig. |3| there", "label"),
            ("see Figs. 2, 3 and |4| there", "label"),
            ("host |192.168.1.2| is down", "version"), ("on |05.10.1986| she came", "date"),
            ("some |1.234.567| votes", "cardinal"),
            ("|12| Main Street is near", "address"), ("|410| U.S. 113 is cited", "citation"),
            ("|44| geese", "cardinal"),
        ]
    )
    func winner(marked: String, kind: String) throws {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        try #require(parts.count == 3)
        var tokens = TokenBuffer()
        let bytes = Array(parts.joined().utf8)
        let found: Reading? = bytes.withUnsafeBufferPointer { bytes in
            Tokenizer().tokenize(bytes, into: &tokens)
            return TokenView.with(bytes, tokens.spans, tokens.values) { view in
                (0..<view.count).first { view.start($0) == parts[0].utf8.count }.map { Readings(view).winner(at: $0) }
            }
        }
        #expect(found?.kind.rawValue == kind)
    }
}
