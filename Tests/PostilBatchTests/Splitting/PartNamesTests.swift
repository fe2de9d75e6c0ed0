import Testing

@testable import PostilBatch

@Suite("Names of parts and limits of errors")
struct PartNamesTests {
    @Test(
        "parts are named after the output and its share",
        arguments: [
            ("out.jsonl", nil, 0, "", "out.00000.jsonl", "_manifest.json"),
            ("a/b.c/out.v2.jsonl.zst", nil, 17, "a/b.c/", "out.v2.00017.jsonl.zst", "a/b.c/_manifest.json"),
            ("/x/out.gz", "3/8", 123_456, "/x/", "out.3-of-8.123456.gz", "/x/_manifest.3-of-8.json"),
            ("out", nil, 1, "", "out.00001", "_manifest.json"),
            (".hidden", nil, 1, "", ".hidden.00001", "_manifest.json"),
        ] as [(String, String?, Int, String, String, String)]
    )
    func names(path: String, share: String?, part: Int, folder: String, name: String, manifest: String) {
        let names = PartNames(path: path, share: share.flatMap { DocumentShare($0) })
        #expect(names.folder == folder)
        #expect(names.name(of: part) == name)
        #expect(names.manifestPath == manifest)
        #expect(names.isPart(name))
        #expect(names.isPart(name + ".partial"))
    }

    @Test(
        "other files are no parts",
        arguments: [
            "out.jsonl", "out.0000.jsonl", "out.00000.jsonl.zst", "out.00000.jsonl.journal", "out.1-of-2.00000.jsonl",
            "out.0000x.jsonl", "xout.00000.jsonl", "_manifest.json", ".out.00000.jsonl.part-17",
        ]
    )
    func others(name: String) {
        #expect(!PartNames(path: "out.jsonl", share: nil).isPart(name))
    }

    @Test(
        "limits of errors are counts or percentages",
        arguments: [
            ("0", ErrorLimit.count(0)), ("12", .count(12)), ("2.5%", .percent(2.5)), ("100%", .percent(100)),
            ("-1", nil),
            ("101%", nil), ("%", nil), ("x", nil), ("nan%", nil),
        ] as [(String, ErrorLimit?)]
    )
    func limits(text: String, limit: ErrorLimit?) {
        #expect(ErrorLimit(text) == limit)
    }

    @Test("a percentage is judged where there are documents enough")
    func percentage() {
        let limit = ErrorLimit.percent(1)
        #expect(!limit.isExceeded(by: 50, of: 99, atEnd: false))
        #expect(limit.isExceeded(by: 50, of: 99, atEnd: true))
        #expect(!limit.isExceeded(by: 1, of: 100, atEnd: false))
        #expect(limit.isExceeded(by: 2, of: 100, atEnd: false))
        #expect(!limit.isExceeded(by: 0, of: 0, atEnd: true))
    }
}
