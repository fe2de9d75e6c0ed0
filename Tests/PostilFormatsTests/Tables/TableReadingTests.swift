import PostilCore
import PostilFormats
import Testing

@Suite("Documents from tables")
struct TableReadingTests {
    private func columns(_ header: String, _ fields: InputFields = InputFields()) throws -> TableColumns {
        try Array(header.utf8).withUnsafeBufferPointer {
            try TableColumns(header: $0, dialect: .commaSeparated, fields: fields)
        }
    }

    private func document(
        _ row: String,
        under header: String,
        _ fields: InputFields = InputFields()
    ) throws -> InputDocument {
        let columns = try columns(header, fields)
        return Array(row.utf8).withUnsafeBufferPointer {
            RecordReader(fields: fields).document(row: $0, of: columns, line: 4, source: "t.csv")
        }
    }

    @Test("text, identifier and reference date come from their columns, the others go on as strings")
    func columns() throws {
        let fields = InputFields(text: "Body", identifier: "No.", anchor: "Day", passesOthers: true)
        let document = try document(
            "7,\"It rained, \"\"a lot\"\".\",2014-06-17,\"x\ny\",",
            under: "\u{FEFF}No.,Body,Day,note,note",
            fields
        )
        #expect(document.identifier == "7")
        #expect(try document.text.get() == Text("It rained, \"a lot\"."))
        #expect(document.context.referenceDate == "2014-06-17")
        #expect(document.context.referenceDateSource == "field")
        let meta = "\"Day\":\"2014-06-17\",\"note\":\"x\\ny\",\"note.2\":\"\""
        #expect(String(decoding: document.meta, as: UTF8.self) == meta)
        #expect(document.context.fields == ["Day": "2014-06-17", "note": "x\ny", "note.2": ""])
    }

    @Test("what is empty is as if it were not there")
    func empty() throws {
        let document = try document(",one,", under: "id,text,day", InputFields(anchor: "day"))
        #expect(document.identifier == "t.csv:4")
        #expect(document.context.referenceDate == nil)
        #expect(document.warnings.isEmpty)
        let blank = try self.document("", under: "id,text")
        #expect(try blank.text.get() == Text(""))
        #expect(blank.warnings.map(\.code) == [.emptyLine])
    }

    @Test(
        "a row that does not fit its table fails",
        arguments: [
            ("a", ErrorCode.raggedRow), ("a,b,c", .raggedRow), ("a,\"b\"c", .invalidCSV), ("\"a,b", .unterminatedQuote),
        ]
    )
    func failing(_ row: String, _ code: ErrorCode) throws {
        let document = try document(row, under: "id,text")
        #expect(throws: RecordFailure.self) { try document.text.get() }
        if case .failure(let failure) = document.text {
            #expect(failure.code == code)
            #expect(failure.line == 4)
        }
    }

    @Test("a date that is none is left out with a warning")
    func wrongDate() throws {
        let document = try document("one,Tuesday", under: "text,day", InputFields(anchor: "day"))
        #expect(document.warnings.map(\.code) == [.invalidAnchor])
        #expect(document.context.referenceDate == nil)
    }

    @Test(
        "a table without a column that was asked for is refused with the names of those it has",
        arguments: [
            InputFields(text: "body"), InputFields(identifier: "number"), InputFields(anchor: "day"),
        ]
    )
    func missing(_ fields: InputFields) {
        let failure = #expect(throws: RecordFailure.self) { try columns("a,text", fields) }
        #expect(failure?.code == .missingColumn)
        #expect(failure?.message.hasSuffix("its columns are a, text") == true)
    }

    @Test(
        "names that stand twice are told apart",
        arguments: [("text,a,a,a", ["text", "a", "a.2", "a.3"]), ("text,a,a,a.2", ["text", "a", "a.3", "a.2"])]
    )
    func distinct(_ header: String, _ names: [String]) throws {
        #expect(try columns(header).names == names)
    }
}
