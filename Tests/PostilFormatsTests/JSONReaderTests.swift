import PostilFormats
import Testing

@Suite("JSON readers")
struct JSONReaderTests {
    @Test("members come in order with their bytes, repeated keys each time")
    func members() throws {
        let line = Array(
            #" { "id" : "d\u00e9" ,"n":-12,"n":1.5e3, "list":[ 1, {"a":[]} ],"none":null,"yes":true} "#.utf8
        )
        try line.withUnsafeBufferPointer { bytes in
            var reader = try JSONObjectReader(bytes)
            var seen: [String] = []
            while let member = try reader.next() {
                let raw = String(decoding: member.value.raw, as: UTF8.self)
                #expect(Array(member.value.raw) == Array(bytes[member.value.range]))
                seen.append("\(try member.key.string()) \(member.value.kind.name) \(raw)")
            }
            #expect(
                seen == [
                    #"id a string "d\u00e9""#, "n a number -12", "n a number 1.5e3", #"list an array [ 1, {"a":[]} ]"#,
                    "none null null", "yes a Boolean true",
                ]
            )
            #expect(try reader.next() == nil)
        }
    }

    @Test("what lies inside is read the same way")
    func nested() throws {
        let line = Array(#"{"meta":{"deep":[10,{"x":"y"},[]]}}"#.utf8)
        try line.withUnsafeBufferPointer { bytes in
            var outer = try JSONObjectReader(bytes)
            var meta = try #require(try outer.next()).value.members()
            var elements = try #require(try meta.next()).value.elements()
            #expect(try elements.next()?.integer == 10)
            var inner = try #require(try elements.next()).members()
            let member = try #require(try inner.next())
            #expect(member.key.equals("x"))
            #expect(try member.value.string() == "y")
            var empty = try #require(try elements.next()).elements()
            #expect(try empty.next() == nil)
            #expect(try elements.next() == nil)
            #expect(try meta.next() == nil)
            #expect(try outer.next() == nil)
        }
    }

    @Test(
        "another value than an object is of the wrong type",
        arguments: [
            ("[1]", "an array"), ("  \"a\"", "a string"), ("1", "a number"), ("null", "null"), ("true", "a Boolean"),
        ]
    )
    func wrongType(_ text: String, _ found: String) {
        let error = #expect(throws: JSONError.self) { try readAll(Array(text.utf8)) }
        #expect(error?.code == .wrongType)
        #expect(error?.message == "expected an object, found \(found)")
    }

    @Test(
        "integers are read where they are written as such and fit",
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("9223372036854775807", Int.max),
            ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("-9223372036854775809", nil),
            ("99999999999999999999", nil), ("1.0", nil), ("1e2", nil), ("\"1\"", nil),
        ] as [(String, Int?)]
    )
    func integers(_ text: String, _ value: Int?) throws {
        let line = Array("[\(text)]".utf8)
        try line.withUnsafeBufferPointer { bytes in
            var reader = try JSONArrayReader(bytes)
            let element = try #require(try reader.next())
            #expect(element.integer == value)
            #expect(try JSONValue(element).integer == value)
        }
    }

    @Test("asking for another type is an error with the place")
    func accessors() throws {
        let line = Array(#"[1,"a",false,2.5]"#.utf8)
        try line.withUnsafeBufferPointer { bytes in
            var reader = try JSONArrayReader(bytes)
            let number = try #require(try reader.next())
            let error = #expect(throws: JSONError.self) { try number.string() }
            #expect(error == JSONError(code: .wrongType, offset: 1, message: "expected a string, found a number"))
            #expect(throws: JSONError.self) { try number.members() }
            #expect(throws: JSONError.self) { try number.elements() }
            #expect(number.double == 1)
            #expect(number.bool == nil)
            #expect(number.contents.isEmpty)
            let string = try #require(try reader.next())
            #expect(string.double == nil)
            #expect(!string.isNull)
            #expect(try reader.next()?.bool == false)
            #expect(try reader.next()?.double == 2.5)
        }
    }

    @Test(
        "a decoded string replaces what the buffer held, an appended one follows it",
        arguments: ["plain", #"e\u0073c"#]
    )
    func decoding(_ escaped: String) throws {
        let plain = escaped == "plain" ? "plain" : "esc"
        let line = Array(#"["\#(escaped)",{}]"#.utf8)
        try line.withUnsafeBufferPointer { bytes in
            var reader = try JSONArrayReader(bytes)
            let value = try #require(try reader.next())
            var buffer = Array("a much longer text from before".utf8)
            #expect(try value.decode(into: &buffer) == 0)
            #expect(buffer == Array(plain.utf8))
            #expect(try value.appendDecoded(to: &buffer) == 0)
            #expect(buffer == Array((plain + plain).utf8))
            #expect(try value.decodedBytes() == Array(plain.utf8))
            #expect(try value.string() == plain)
            let object = try #require(try reader.next())
            let error = #expect(throws: JSONError.self) { try object.decode(into: &buffer) }
            #expect(error?.code == .wrongType)
        }
    }

    @Test("a tree keeps order, repeated keys and the digits of numbers")
    func tree() throws {
        let text = #"{"b":1.500,"a":[true,null,"é"],"b":{"c":123456789012345678901234567890}}"#
        let value = try JSONValue(parsing: text)
        #expect(value.serialized() == text)
        #expect(value["b"]?["c"] == .number("123456789012345678901234567890"))
        #expect(value.object?.duplicateKeys == ["b"])
        #expect(value["a"]?.array == [true, .null, "é"])
        #expect(value["missing"] == nil)
        #expect(JSONValue.string("a")["a"] == nil)
        #expect(JSONValue.number("1.5").double == 1.5)
        #expect(JSONValue.number("-9e999").double == -.infinity)
        #expect(JSONValue.integer(-3) == -3)
        #expect(value["a"]?.array?.first?.bool == true)
        #expect(value["a"]?.array?.last?.string == "é")
        #expect(value.string == nil && value.bool == nil && value.double == nil && value.array == nil)
    }

    @Test("a tree is changed by key and written again")
    func edit() {
        var object = JSONObject()
        object["name"] = "first"
        object["count"] = 3
        object["name"] = "second"
        object["list"] = [1, ["x": false]]
        object["count"] = nil
        #expect(JSONValue.object(object).serialized() == #"{"name":"second","list":[1,{"x":false}]}"#)
    }
}
