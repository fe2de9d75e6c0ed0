import PostilCore
import PostilFormats
import PostilReport
import Testing

@Suite("Reports")
struct ReportPageTests {
    /// A page of records, and what is embedded in it.
    struct Page {
        let page: ReportPage
        let html: String

        init(_ lines: [String], title: String = "Title", limit: Int = .max) {
            var page = ReportPage(title: title, limit: limit)
            var bytes = page.head()
            for (index, line) in lines.enumerated() {
                bytes += Array(line.utf8).withUnsafeBufferPointer { page.add($0, file: "f", number: index + 1) }
            }
            html = String(decoding: bytes + page.end(), as: UTF8.self)
            self.page = page
        }

        /// The contents of the script elements with an attribute.
        func embedded(_ attribute: String) throws -> [JSONValue] {
            try html.components(between: "<script type=\"application/json\" \(attribute)>", and: "</script>")
                .map { try JSONValue(parsing: $0) }
        }

        /// The records as the page's script reads them.
        func records() throws -> [JSONValue] {
            let shapes = try embedded("id=\"shapes\"")[0].array ?? []
            let words = try embedded("id=\"words\"")[0].array ?? []
            func member(_ key: JSONValue, _ value: JSONValue) -> JSONObject.Member {
                if let name = key.array?.first?.string, let number = value.integer {
                    return JSONObject.Member(key: name, value: words[number])
                }
                return JSONObject.Member(key: key.string ?? "", value: unpacked(value))
            }
            func unpacked(_ value: JSONValue) -> JSONValue {
                guard let elements = value.array, let shape = elements.first?.integer else { return value }
                if shape == 0 { return .array(elements.dropFirst().map(unpacked)) }
                let keys = shapes[shape - 1].array ?? []
                return .object(JSONObject(zip(keys, elements.dropFirst()).map(member)))
            }
            return try embedded("class=\"record\"").map(unpacked)
        }
    }

    private static func line(
        _ text: String,
        _ layers: String = "",
        unit: String = "codepoint",
        identifier: String = "d"
    ) -> String {
        let text = JSONValue.string(text).serialized()
        return
            #"{"schema":"postil/1.0","id":"\#(identifier)","status":"ok","text":\#(text),"offset_unit":"\#(unit)"\#(layers)}"#
    }

    @Test(
        "offsets are counted in UTF-16 whatever the unit of the record",
        arguments: [("codepoint", 2, 6), ("utf16", 3, 7), ("utf8", 5, 9)]
    )
    func units(unit: String, start: Int, end: Int) throws {
        let layers = #","entities":[{"id":"e1","start":\#(start),"end":\#(end),"text":"Rome","type":"GPE"}]"#
        let record = try Page([ReportPageTests.line("😀 Rome", layers, unit: unit)]).records()[0]
        let name = try #require(record["entities"]?.array?.first)
        #expect([name["start"]?.integer, name["end"]?.integer] == [3, 7])
        #expect(name["type"]?.string == "GPE")
        #expect(name["text"] == .null)
        #expect(record["problems"] == nil)
    }

    @Test(
        "no text can end the element that it stands in",
        arguments: [
            "</script><script>alert(1)</script>", "<!-- <script>", "a\u{2028}b\u{2029}c", "\"'&<>\\", "]]>",
            "\u{0}\u{FEFF}é",
        ]
    )
    func escapes(text: String) throws {
        let page = Page([ReportPageTests.line(text)], title: text)
        #expect(try page.records().map { $0["text"]?.string } == [text])
        for record in try page.html.components(between: "class=\"record\">", and: "</script>") {
            #expect(!record.utf8.contains(UInt8(ascii: "<")))
            #expect(!record.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
        }
        let title = try #require(page.html.components(between: "<title>", and: "</title>").first)
        #expect(!title.contains("<"))
    }

    @Test("the page asks nobody for anything")
    func isSelfContained() {
        let html = Page([]).html
        #expect(!html.contains("{{"))
        for forbidden in [
            "https:", "<link rel=\"stylesheet\"", " src=", "@import", "url(", "fetch(", "innerHTML", "eval(",
        ] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
    }

    @Test("documents beyond the limit are counted, with those that failed")
    func limit() throws {
        let failed = ReportPageTests.line("x").replacing("\"ok\"", with: "\"error\"")
        let page = Page([ReportPageTests.line("a"), ReportPageTests.line("b"), failed, "", failed], limit: 2)
        #expect([page.page.shown, page.page.documents, page.page.failedBeyond] == [2, 4, 2])
        #expect(try page.records().count == 2)
        let summary = try page.embedded("id=\"summary\"")[0]
        #expect(["documents", "limit", "failedBeyond"].map { summary[$0]?.integer } == [4, 2, 2])
    }

    @Test("lines that are no records are kept apart with their place and reason")
    func unreadable() throws {
        let page = Page(["{", "{}", #"{"schema":"other/1.0","id":"a","text":""}"#, ReportPageTests.line("a")])
        #expect(page.page.documents == 1)
        #expect(page.page.unreadable.map(\.number) == [1, 2, 3])
        #expect(try page.embedded("id=\"summary\"")[0]["unreadable"]?.array?.count == 3)
    }

    @Test(
        "what is unsound in a record is told and not drawn",
        arguments: [
            (#","dates":[{"start":0,"end":99}]"#, "dates[0]: 0:99 is no span of the text"),
            (#","dates":[{"start":2,"end":1}]"#, "dates[0]: 2:1 is no span of the text"),
            (#","dates":[{"start":0,"end":1,"text":"x"}]"#, "dates[0]: the text at 0:1 is not 'x'"),
            (#","dates":[7]"#, "dates[0] is no object"), (#","dates":{}"#, "dates is no array"),
            (#","layers":[{}]"#, "layers[0] has no 'name' or no 'annotations'"),
            (
                #","quotes":[{"start":0,"end":1,"parts":[{"start":0,"end":50}]}]"#,
                "quotes[0].parts[0]: 0:50 is no span of the text"
            ),
        ]
    )
    func unsound(layers: String, problem: String) throws {
        let record = try Page([ReportPageTests.line("abc", layers)]).records()[0]
        #expect(record["problems"]?.array?.map { $0["message"]?.string } == [problem])
    }

    @Test("the caller's own fields are kept as they are, long numbers to the last digit")
    func meta() throws {
        let record = try Page([
            ReportPageTests.line("😀", #","meta":{"start":0,"end":1,"n":12345678901234567890,"type":"mine"}"#)
        ])
        .records()[0]
        #expect(record["meta"]?["end"]?.integer == 1)
        #expect(record["meta"]?["n"]?.string == "12345678901234567890")
        #expect(record["meta"]?["type"]?.string == "mine")
    }

    @Test("a long ledger keeps its largest contributions in order, and says how many it leaves out")
    func ledger() throws {
        let terms = (0..<60).map {
            #"{"start":0,"end":1,"text":"a","contribution":\#($0 == 50 ? -9.5 : Double($0) / 100)}"#
        }
        let layers =
            #","sentiment":[{"level":"document","start":0,"end":1,"terms":[\#(terms.joined(separator: ","))]}]"#
        let judgement = try #require(
            try Page([ReportPageTests.line("a", layers)]).records()[0]["sentiment"]?.array?.first
        )
        let kept = judgement["terms"]?.array?.compactMap { $0["contribution"]?.double } ?? []
        #expect(kept.count == 24)
        #expect(kept.contains(-9.5))
        #expect(kept.filter { $0 > 0 } == kept.filter { $0 > 0 }.sorted())
        #expect(judgement["terms left out"]?.integer == 36)
    }
}

extension String {
    /// What stands between two marks, each time that they stand there.
    fileprivate func components(between start: String, and end: String) throws -> [String] {
        split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.ranges(of: end).first.map { String(part[..<$0.lowerBound]) }
        }
    }
}
