import PostilFormats
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
    @Test("commas stand between members and elements and nowhere else")
    func commas() {
        var writer = JSONWriter(capacity: 0)
        writer.beginObject()
        writer.key("empty")
        writer.beginArray()
        writer.endArray()
        writer.key("list")
        writer.beginArray()
        writer.integer(1)
        writer.beginObject()
        writer.endObject()
        writer.string("label" as StaticString)
        writer.bool(true)
        writer.bool(false)
        writer.null()
        writer.double(0.98)
        writer.number("1.250")
        writer.endArray()
        writer.key(JSONKey("a\"b"))
        writer.integer(UInt32.max)
        writer.key(escaping: "tab\t")
        writer.string(Array("é".utf8))
        writer.endObject()
        writer.newline()
        writer.integer(-7)
        let expected =
            #"{"empty":[],"list":[1,{},"label",true,false,null,0.98,1.250],"a\"b":4294967295,"tab\t":"é"}"# + "\n-7"
        #expect(String(decoding: writer.buffer.array(), as: UTF8.self) == expected)
    }

    @Test(
        "integers of every length",
        arguments: [
            0, 1, 9, 10, 11, 99, 100, 101, 999, 1_000, 65_535, 99_999, 1_000_000, Int.max, -1, -10, -99, Int.min,
        ]
    )
    func integers(_ value: Int) {
        var writer = JSONWriter()
        writer.integer(value)
        #expect(String(decoding: writer.buffer.array(), as: UTF8.self) == String(value))
        if let small = UInt32(exactly: value) {
            writer.removeAll()
            writer.integer(small)
            #expect(String(decoding: writer.buffer.array(), as: UTF8.self) == String(value))
        }
    }

    @Test("integers around every power of ten and two")
    func integerEdges() {
        var values: Set<Int> = []
        for exponent in 0..<63 {
            for near in -2...2 { values.insert((1 << exponent) + near) }
        }
        var power = 1
        for _ in 0..<18 {
            for near in -2...2 { values.insert(power + near) }
            power *= 10
        }
        var writer = JSONWriter()
        for value in values {
            writer.removeAll()
            writer.integer(value)
            #expect(String(decoding: writer.buffer.array(), as: UTF8.self) == String(value))
        }
    }

    @Test(
        "doubles read back as themselves, and what is no number is null",
        arguments: [
            (0.0, "0.0"), (-0.82, "-0.82"), (1.0, "1.0"), (1e-7, "1e-07"), (1e300, "1e+300"),
            (0.1 + 0.2, "0.30000000000000004"),
            (.infinity, "null"), (.nan, "null"),
        ]
    )
    func doubles(_ value: Double, _ json: String) throws {
        var writer = JSONWriter()
        writer.double(value)
        let bytes = writer.buffer.array()
        #expect(String(decoding: bytes, as: UTF8.self) == json)
        #expect(try JSONValue(parsing: bytes).double ?? .infinity == (value.isFinite ? value : .infinity))
    }

    @Test("hundredths and steps of scores, which are written in whole numbers, come out as other doubles do")
    func shortDoubles() {
        let steps = (-40_000...40_000).map { Double($0 * 3) / 16384 }
        let hundredths = (-1200...1200).map { Double($0) / 100 }
        for value in steps + hundredths + [9.999, 0.125001, 1 / 3, 0.00006103515625] {
            var writer = JSONWriter()
            writer.double(value)
            #expect(String(decoding: writer.buffer.array(), as: UTF8.self) == value.description)
        }
    }

    @Test("floats have no more digits than they need")
    func floats() {
        for (value, json) in [(Float(0.8), "0.8"), (1, "1.0"), (0.3119830787, "0.31198308"), (.nan, "null")] {
            var writer = JSONWriter()
            writer.float(value)
            #expect(String(decoding: writer.buffer.array(), as: UTF8.self) == json)
        }
    }

    @Test("JSON handed in raw comes out on one line")
    func raw() throws {
        let json = Array("{\r\n\t\"a\": [1,\n2]\n}".utf8)
        var writer = JSONWriter()
        writer.beginArray()
        writer.null()
        json.withUnsafeBufferPointer { writer.raw($0) }
        writer.integer(1)
        writer.endArray()
        let bytes = writer.buffer.array()
        #expect(!bytes.contains { $0 < 0x20 })
        #expect(try JSONValue(parsing: bytes) == [.null, ["a": [1, 2]], 1])
    }

    @Test("a buffer grows over many appends and forgets on demand")
    func buffer() {
        var buffer = ByteBuffer(capacity: 1)
        var expected: [UInt8] = []
        for index in 0..<5_000 {
            buffer.append(UInt8(truncatingIfNeeded: index))
            buffer.append([UInt8](repeating: 7, count: index % 13))
            buffer.append("é" as StaticString)
            expected.append(UInt8(truncatingIfNeeded: index))
            expected += [UInt8](repeating: 7, count: index % 13) + [0xC3, 0xA9]
        }
        #expect(buffer.array() == expected)
        buffer.truncate(to: 3)
        #expect(buffer.array() == Array(expected[..<3]))
        buffer.truncate(to: 9)
        buffer.truncate(to: -1)
        #expect(buffer.array().isEmpty)
    }
}
