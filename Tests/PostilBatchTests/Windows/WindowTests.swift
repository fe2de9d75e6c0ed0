import Postil
import Testing

@testable import PostilBatch

@Suite("Windows of long texts")
struct WindowTests {
    private static let paragraph = """
        On 3 May 2019 Dr. Ana Ruiz counted 44 grey herons near Łódź 🦩. “They came back,” she said, “and we had \
        given them up.” The council paid $3.2 million for the reeds. Naïve plans had failed twice.
        """

    /// Texts that are longer than a window, by what makes cutting them hard.
    private static let texts: [(name: String, text: String)] = [
        ("paragraphs", Array(repeating: paragraph, count: 450).joined(separator: "\n\n")),
        ("one paragraph", Array(repeating: paragraph, count: 450).joined(separator: " ")),
        ("CR LF", Array(repeating: paragraph, count: 450).joined(separator: "\r\n\r\n")),
        ("one word", String(repeating: "é", count: 60_000)),
        ("no blanks between sentences", String(repeating: "Herons!", count: 15_000)),
        ("blanks only at the end", "Herons." + String(repeating: " \n", count: 60_000)),
    ]

    private static let window = 64 << 10

    private func record(
        of text: String,
        unit: OffsetUnit = .codepoint,
        windowBytes: Int = window,
        layers: [LayerName] = ["tokens", "sentences", "numbers", "dates", "quotes"]
    ) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let path = try folder.file("text.txt", Array(text.utf8))
        var options = BatchOptions(workerCount: 1, record: RecordOptions(layers: layers, offsetUnit: unit))
        options.windowBytes = windowBytes
        options.spoolFolder = folder.path
        let sink = try ByteSink(path: "\(folder.path)/out")
        let runner = BatchRunner(pipeline: try Pipeline.standard(providing: layers), options: options)
        let report = runner.run([BatchInput(path: path, form: .text)], to: sink)
        try sink.finish()
        #expect(report.failed == 0)
        #expect(report.textBytes == text.utf8.count)
        return try ByteSource(path: "\(folder.path)/out").readAll()
    }

    @Test(
        "records put together from windows are sound in every unit",
        arguments: texts.map(\.name),
        OffsetUnit.allCases
    )
    func recordsAreSound(name: String, unit: OffsetUnit) throws {
        let text = try #require(WindowTests.texts.first { $0.name == name }).text
        let bytes = try record(of: text, unit: unit, layers: ["tokens", "sentences", "numbers"])
        #expect(bytes.last == 0x0A)
        #expect(RecordVerifier().problems(in: bytes.dropLast()) == [])
        let json = try JSONValue(parsing: bytes.dropLast())
        #expect(json["text"]?.string == text)
        #expect(json["warnings"]?.array?.first?["code"]?.string == "windowed")
    }

    @Test("tokens, sentences and numbers are those of the whole text")
    func nothingIsLostBetweenWindows() throws {
        for (name, text) in WindowTests.texts.prefix(3) {
            let parts = try JSONValue(parsing: record(of: text).dropLast())
            let whole = try JSONValue(parsing: record(of: text, windowBytes: .max).dropLast())
            for layer in ["tokens", "sentences", "numbers"] {
                #expect(parts[layer] == whole[layer], "\(layer) of \(name)")
            }
            #expect(parts["quotes"]?.array?.count == whole["quotes"]?.array?.count, "\(name)")
        }
    }

    @Test("the cores of a text follow one another and cover it", arguments: texts.map(\.name))
    func coresCoverTheText(name: String) throws {
        let text = Text(try #require(WindowTests.texts.first { $0.name == name }).text)
        let cutter = WindowCutter(size: WindowTests.window)
        var start = 0
        while start < text.count {
            let window = cutter.window(from: start, in: text)
            #expect(window.extent.contains(start))
            #expect(window.extent.count <= 2 * WindowTests.window)
            let end = cutter.coreEnd(of: window, sentences: [], in: text)
            #expect(end > start && end <= window.extent.upperBound)
            for edge in [window.extent.lowerBound, end, window.extent.upperBound] where edge < text.count {
                #expect(text.bytes[edge] & 0xC0 != 0x80, "\(edge) is inside of a character")
            }
            start = end
        }
        #expect(start == text.count)
    }

    @Test("a quotation refers to what is kept only")
    func referencesToWhatIsLeftOutGo() throws {
        let text = "Ann Lee left. “Bo Day stays,” said Bo Day. “I go,” Ann Lee said."
        let pipeline = try Pipeline.standard(providing: ["entities", "quotes"])
        let document = pipeline.annotate(Document(text: Text(text)))
        let entities = try #require(document[.entities])
        let quotes = try #require(document[.quotes])
        #expect(quotes.count == 2)
        let second = quotes.spans[1].start
        let kept = document.keeping(startsIn: second..<UInt32(text.utf8.count))
        let quote = try #require(kept[.quotes]?.values.first)
        let names = try #require(kept[.entities])
        #expect(kept[.quotes]?.count == 1)
        #expect(names.count < entities.count)
        if let entity = quote.speaker?.entity { #expect(names.spans[entity] == quote.speaker?.span) }
        #expect(document.keeping(startsIn: 0..<second)[.quotes]?.count == 1)
    }

    @Test("a name has one cluster in all windows")
    func clustersGoOn() throws {
        let filler = Array(repeating: "The ferry was late again. Nobody minded much.", count: 1000)
        let text = (["Marta Nowak ran the ferry."] + filler + ["Then Marta Nowak left."] + filler)
            .joined(separator: "\n\n")
        let json = try JSONValue(parsing: record(of: text, layers: ["entities"]).dropLast())
        let names = (json["entities"]?.array ?? []).filter { $0["text"]?.string == "Marta Nowak" }
        #expect(names.count == 2)
        #expect(Set(names.compactMap { $0["cluster"]?.string }).count == 1)
    }

    @Test(
        "memory is shared out to fewer workers before documents must be smaller",
        arguments: [(200 << 20, 8, 1), (700 << 20, 8, 5), (4 << 30, 2, 2)]
    )
    func memoryIsSharedOut(memory: Int, workers: Int, expected: Int) {
        let plan = MemoryPlan(memory: memory, window: 1 << 20, workers: workers)
        #expect(plan.workers == expected)
        #expect(plan.documentBytes >= 1 << 20)
        #expect(plan.documentBytes < memory)
    }
}
