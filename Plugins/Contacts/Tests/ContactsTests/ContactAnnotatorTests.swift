import Contacts
import PostilCore
import PostilPlugins
import PostilText
import Testing

@Suite struct ContactAnnotatorTests {
    private static func contacts(in text: String) throws -> [String] {
        let pipeline = try Pipeline(name: "test", steps: [ContactAnnotator()], available: [Segmenter()])
        let document: Document = pipeline.annotate(Document(text: Text(text)))
        let found = try #require(document[.contacts])
        return found.map { "\($0.value.kind.rawValue) \($0.value.canonical) \($0.value.scope ?? "-")" }
    }

    /// What a text holds, each as kind, canonical form and scope.
    @Test(arguments: [
        ("Write to Ada.Obi@Example.ORG today.", ["EMAIL Ada.Obi@example.org example.org"]),
        ("See https://Example.org/A?b=1.", ["URL https://example.org/A?b=1 example.org"]),
        ("See http://192.0.2.7:8080/x now.", ["URL http://192.0.2.7:8080/x 192.0.2.7"]),
        ("Call +44 20 7946 0018 now.", ["PHONE +442079460018 international"]),
        ("Pay GB29 NWBK 6016 1331 9268 19.", ["IBAN GB29NWBK60161331926819 GB"]),
        ("Pay DE89370400440532013000, please.", ["IBAN DE89370400440532013000 DE"]),
        ("Pay GB30 NWBK 6016 1331 9268 19.", []),
        ("Pay GB29 NWBK 6016 1331 9268 190.", []),
        (
            "Ask 10.0.0.7, 127.0.0.1 and 203.0.113.9.",
            ["IPV4 10.0.0.7 private", "IPV4 127.0.0.1 loopback", "IPV4 203.0.113.9 documentation"]
        ),
        ("Not 300.1.2.3, 01.2.3.4, 1.2.3, 1.2.3.4.5 nor version 1.2.3.4.", []),
        ("It has 2001:0db8:0:0:0:0:0:7 and fe80::1.", ["IPV6 2001:db8::7 documentation", "IPV6 fe80::1 link-local"]),
        ("At 12:30:45 std::vector said a::b.", []),
        ("", []),
    ])
    func findsWhatIsSound(_ text: String, _ expected: [String]) throws {
        #expect(try Self.contacts(in: text) == expected)
    }

    @Test func saysWhySomethingIsNone() throws {
        let pipeline = try Pipeline(name: "test", steps: [ContactAnnotator()], available: [Segmenter()])
        let document: Document = pipeline.annotate(Document(text: "Pay GB30 NWBK 6016 1331 9268 19."))
        let name = LayerKey<ContactValue>.contacts.name
        let candidates = try #require(try pipeline.candidates(for: name, in: document.text.span, of: document))
        #expect(candidates.map { document.text[$0.span] } == ["GB30 NWBK 6016 1331 9268 19"])
        let answer = try pipeline.explain(.whyNot(name, span: Span(start: 4, end: 8)), in: document)
        #expect(answer?.summary.contains("check digits are wrong") == true)
    }

    @Test func conforms() throws {
        let texts: [Text] = [
            "Write to ada@example.org or 10.0.0.7.", "Pay GB29 NWBK 6016 1331 9268 19, call +44 20 7946 0018.",
        ]
        let report = checkAnnotator(ContactAnnotator(), available: [try Segmenter()], on: texts)
        #expect(report.isConforming, "\(report)")
    }
}
