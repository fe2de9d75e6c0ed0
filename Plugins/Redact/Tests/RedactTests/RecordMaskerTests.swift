import PostilFormats
import Redact
import Testing

@Suite struct RecordMaskerTests {
    private static func record(_ marks: String, warnings: String = "[]") -> String {
        #"{"id":"a","status":"ok","text":"Zoë met Bo.","offset_unit":"codepoint","layers":[{"name":"org.postil.redactions","annotations":\#(marks)}],"warnings":\#(warnings)}"#
    }

    @Test func marksAreHiddenAndPlacesTold() throws {
        let masked = try RecordMasker().masked(
            Self.record(#"[{"start":8,"end":10,"type":"PERSON"},{"start":0,"end":3,"type":"PERSON"}]"#)
        )
        #expect(masked["text"]?.string == "[PERSON] met [PERSON].")
        let places = masked["replacements"]?.array?.map { mark in
            ["start", "end", "masked_start", "masked_end"].map { mark[$0]?.integer }
        }
        #expect(places == [[0, 3, 0, 8], [8, 10, 13, 21]])
        #expect(!masked.serialized().contains("Bo"))
    }

    @Test(arguments: [
        "", "{}", #"{"text":"Zoë","offset_unit":"codepoint","status":"ok","layers":[],"warnings":[]}"#,
        record(#"[{"start":8,"end":99}]"#), record(#"[{"start":3,"end":3}]"#), record(#"[{"end":3}]"#),
        record("[]", warnings: #"[{"code":"plugin-crashed"}]"#),
    ])
    func whatNobodyHasLookedThroughDoesNotGoOut(_ line: String) {
        #expect(throws: RecordMasker.Refusal.self) { _ = try RecordMasker().masked(line) }
    }
}
