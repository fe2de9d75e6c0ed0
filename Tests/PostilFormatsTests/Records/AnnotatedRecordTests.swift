import Postil
import Testing

@Suite struct AnnotatedRecordTests {
    @Test(arguments: OffsetUnit.allCases)
    func decodingAndEncodingChangesNoByte(unit: OffsetUnit) throws {
        let lines = try AnnotatedCorpora.lines(unit: unit)
        #expect(lines.count > 50)
        for line in lines {
            let record = try AnnotatedRecord(parsing: line)
            #expect(record.line == line, "\(record.identifier)")
        }
    }

    @Test(arguments: OffsetUnit.allCases)
    func aRecordInAnotherUnitIsTheOneThatWouldHaveBeenWritten(unit: OffsetUnit) throws {
        for (line, wanted) in zip(try AnnotatedCorpora.lines(unit: .codepoint), try AnnotatedCorpora.lines(unit: unit))
        {
            #expect(try AnnotatedRecord(parsing: line).converted(to: unit).line == wanted)
        }
    }

    @Test func aFailureIsDecodedAndEncoded() throws {
        let line = AnnotatedRecordTests.line(
            status: "error",
            text: "",
            error: #"{"code":"invalid-utf8","annotator":null,"message":"byte 3 \"x\"","line":812}"#,
            warnings: #"[{"code":"timeout","annotator":"org.example.slow","message":"m","line":null}]"#
        )
        let record = try AnnotatedRecord(parsing: Array(line.utf8))
        #expect(record.error == RecordFailure(code: .invalidUTF8, message: "byte 3 \"x\"", line: 812))
        #expect(record.warnings.first?.annotator == "org.example.slow")
        #expect(String(decoding: record.line, as: UTF8.self) == line)
    }

    @Test func keysMayStandInAnyOrder() throws {
        let line = AnnotatedRecordTests.line(text: "Vienna", layers: "[]")
        let value = try #require(try JSONValue(parsing: line).object)
        let reversed = JSONValue.object(JSONObject(value.members.reversed())).serialized()
        #expect(String(decoding: try AnnotatedRecord(parsing: Array(reversed.utf8)).line, as: UTF8.self) == line)
    }

    @Test func thePlaceInTheInputIsKept() throws {
        let line = AnnotatedRecordTests.line(text: "Vienna").dropLast() + #","seq":41}"#
        let record = try AnnotatedRecord(parsing: Array(line.utf8))
        #expect(record.sequence == 41)
        #expect(String(decoding: record.line, as: UTF8.self) == line)
    }

    @Test func placesInFeaturesAreCountedInTheUnitOfTheRecord() throws {
        let line = AnnotatedRecordTests.line(
            text: "😊 Vienna",
            layers: """
                [{"name":"org.example.x","annotations":[{"start":0,"end":8,"text":"😊 Vienna","type":null,"features":[\
                {"key":"place.span","value":"2:8"},{"key":"ratio","value":"2:8"}],"score":null,"source":"x","rule":null}]}]
                """
        )
        let record = try AnnotatedRecord(parsing: Array(line.utf8))
        #expect(record.layers[0].annotations[0].value.features.map(\.value) == ["5:11", "2:8"])
        let converted = String(decoding: record.converted(to: .utf16).line, as: UTF8.self)
        #expect(converted.contains(##"{"key":"place.span","value":"3:9"},{"key":"ratio","value":"2:8"}"##))
    }

    /// A change of a sound line, and what the error is to say.
    private static let faults: [(from: String, to: String, problem: String)] = [
        (#"{"schema""#, #"["schema""#, "not JSON"),
        (#""schema":"postil/1.0""#, #""schema":"postil/2.0""#, "schema: the record is in 'postil/2.0'"),
        (#""dates":[],"#, "", "dates: is missing"),
        (#""dates":[],"#, #""dates":[],"dates":[],"#, "dates: stands twice"),
        (#""dates":[],"#, #""dates":[],"mine":1,"#, "'mine' is no field of postil/1.0"),
        (#""dates":[]"#, #""dates":{}"#, "dates: expected an array, found an object"),
        (#""id":"a""#, #""id":1"#, "id: expected a string, found a number"),
        (#""offset_unit":"codepoint""#, #""offset_unit":"bytes""#, "offset_unit: 'bytes' is not one of"),
        (#""status":"ok""#, #""status":"error""#, "status: is 'error' although the error is null"),
        (#""end":6"#, #""end":9"#, "tokens[0]: 0:9 is no span of the text, counted in codepoint"),
        (#""end":6"#, #""end":6.5"#, "tokens[0].end: expected a whole number"),
        (#""end":6"#, #""end":5"#, "tokens[0].text: the text at 0:5 is 'Vienn' and not 'Vienna'"),
        (#""start":0"#, #""start":7"#, "tokens[0]: 7:6 is no span"),
        (#""start":0"#, #""start":-1"#, "tokens[0]: -1:6 is no span"),
        (#""kind":"word""#, #""kind":null"#, "tokens[0].kind: expected a string, found null"),
        (#""lemma":null"#, #""lemma":true"#, "tokens[0].lemma: expected a string or null, found a Boolean"),
        (#""anchor":null"#, #""anchor":3"#, "context.anchor: expected a string or null, found a number"),
        (#""tokens":["#, #""tokens":[7,"#, "tokens[0]: expected an object, found a number"),
    ]

    @Test(arguments: faults.indices)
    func errorsNameTheFieldAtFault(index: Int) throws {
        let (original, changed, problem) = AnnotatedRecordTests.faults[index]
        let token = #"{"start":0,"end":6,"text":"Vienna","kind":"word","upos":null,"xpos":null,"lemma":null}"#
        let line = AnnotatedRecordTests.line(text: "Vienna é", tokens: "[\(token)]")
        _ = try AnnotatedRecord(parsing: Array(line.utf8))
        #expect(line.contains(original))
        let error = #expect(throws: RecordError.self) {
            try AnnotatedRecord(parsing: Array(line.replacing(original, with: changed).utf8))
        }
        #expect(error?.description.hasPrefix(problem) == true, "\(error?.description ?? "")")
    }

    @Test func damagedLinesAreErrorsOrRecords() throws {
        var generator = SplitMix64(seed: 7)
        for line in try AnnotatedCorpora.lines(unit: .codepoint) where line.count < 20_000 {
            for _ in 0..<10 {
                var damaged = line
                let position = Int(generator.next() % UInt64(line.count))
                switch generator.next() % 3 {
                case 0: damaged[position] = UInt8(truncatingIfNeeded: generator.next())
                case 1: damaged.remove(at: position)
                default: damaged.removeSubrange(position..<min(position + 20, damaged.count))
                }
                guard let record = try? AnnotatedRecord(parsing: damaged) else { continue }
                #expect(try AnnotatedRecord(parsing: record.line) == record)
            }
        }
    }

    private static func line(
        status: String = "ok",
        text: String,
        tokens: String = "[]",
        layers: String = "[]",
        error: String = "null",
        warnings: String = "[]"
    ) -> String {
        #"{"schema":"postil/1.0","id":"a","status":"\#(status)","text":"\#(text)","offset_unit":"codepoint","#
            + #""context":{"anchor":null,"anchor_source":null,"date_order":null},"pipeline":"p","sentences":[],"dates":[],"#
            + #""numbers":[],"entities":[],"quotes":[],"sentiment":[],"tokens":\#(tokens),"layers":\#(layers),"#
            + #""warnings":\#(warnings),"error":\#(error),"meta":{"n":1}}"#
    }
}
