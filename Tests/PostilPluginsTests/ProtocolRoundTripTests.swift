import Postil
import Testing

@testable import PostilPlugins

/// Sends each document through the protocol and compares what comes out at the other end.
private struct Courier: Annotator {
    let name: AnnotatorName = "org.example.courier"
    let version = "1"
    let requires: [AnyLayerKey]
    let provides = [AnyLayerKey(LayerKey<Unvalued>("org.example.courier"))]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let writer = RequestWriter(offsetUnit: .utf8, layers: requires.map(\.name))
        var line = JSONWriter()
        writer.write(document, number: 7, into: &line)
        let bytes = line.buffer.array()
        do throws(ProtocolViolation) {
            let request = try bytes.withUnsafeBufferPointer { (bytes) throws(ProtocolViolation) in
                try PluginRequest(bytes, keys: requires)
            }
            let arrived = try request.document.mapError { ProtocolViolation("\($0)") }.get()
            guard request.number == 7, arrived.text == document.text, arrived.context == document.context else {
                throw ProtocolViolation("text or context differ")
            }
            for key in requires {
                guard let first = try? document.layer(key.name), let second = arrived.layer(key.name) else {
                    throw ProtocolViolation("the layer \(key.name) did not arrive")
                }
                try Courier.compare(first, second, key.name)
            }
        } catch {
            throw AnnotationError(code: "differs", message: error.message)
        }
        try output.provide(Layer<Unvalued>(), for: LayerKey<Unvalued>("org.example.courier"))
    }

    private static func compare(
        _ first: any AnyLayer,
        _ second: any AnyLayer,
        _ name: LayerName
    ) throws(ProtocolViolation) {
        guard type(of: first) == type(of: second), first.spans == second.spans else {
            throw ProtocolViolation("the layer \(name) has other spans, or values of another type")
        }
        for position in first.spans.indices {
            guard first.type(at: position) == second.type(at: position),
                first.features(at: position) == second.features(at: position),
                first.score(at: position) == second.score(at: position)
            else { throw ProtocolViolation("\(name) \(first.spans[position]) says something else") }
        }
    }
}

/// Writes layers in a unit, as a program answers, and decodes the answer.
private struct Echo: Annotator {
    let name: AnnotatorName = "org.example.echo"
    let version = "1"
    let unit: OffsetUnit
    let requires = [AnyLayerKey(.quotes)]
    let provides = [AnyLayerKey(LayerKey<OpenValue>("org.example.echo"))]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let quotes = try document[.quotes]
        var copies = LayerBuilder<OpenValue>()
        for quote in quotes {
            copies.append(
                quote.span,
                OpenValue(type: "COPY", features: [Feature("at.span", quote.value.content.description)])
            )
        }
        let layer = copies.build()
        var line = JSONWriter()
        line.beginObject()
        line.key("document")
        line.integer(1)
        line.key("layers")
        line.beginArray()
        let map = OffsetMap(text: document.text, unit: unit)
        LayerWriter.write(layer, name: "org.example.echo", map: map, rules: nil, into: &line)
        line.endArray()
        line.endObject()
        var manifest = PluginManifest(identifier: "org.example.echo", version: "1")
        manifest.provides = [PluginLayer("org.example.echo")]
        manifest.offsetUnit = unit
        let bytes = line.buffer.array()
        let answered: LayerOutput? = bytes.withUnsafeBufferPointer { [output] buffer in
            var output = output
            guard let answer = try? Answer(buffer, number: 1) else { return nil }
            return (try? AnswerDecoder(manifest).decode(answer, for: document, into: &output)).map { output }
        }
        guard let answered else { throw AnnotationError(code: "differs", message: "the answer is not understood") }
        output = answered
    }
}

@Suite struct ProtocolRoundTripTests {
    private static let text: Text = """
        PORT QUERN, 3 May 2024 — “The Łódź ferry 🚢 leaks,” Dr. Amina Okoye said on Friday. “It cost $3.2 million,” she
        added, “and that’s the naïve estimate.” At least 44 people left by 05/06/2024.
        """

    @Test func allLayersComeThroughUnchanged() throws {
        let builtIn = try Pipeline.builtInAnnotators()
        let courier = Courier(requires: builtIn.flatMap(\.provides))
        let pipeline = try Pipeline(name: "test", steps: [courier], available: builtIn)
        let context = DocumentContext(
            referenceDate: "2024-05-07",
            referenceDateSource: "option",
            fields: ["a\"b": "ü\n"]
        )
        let document: Document = pipeline.annotate(Document(text: Self.text, context: context))
        #expect(document.failures.isEmpty, "\(document.failures)")
        for key in courier.requires {
            #expect(document.layer(key.name)?.spans.isEmpty == false, "\(key.name) is empty")
        }
    }

    @Test(arguments: OffsetUnit.allCases)
    func offsetsInEveryUnitLeadToTheSamePlaces(_ unit: OffsetUnit) throws {
        let pipeline = try Pipeline(name: "test", steps: [Echo(unit: unit)], available: Pipeline.builtInAnnotators())
        let document: Document = pipeline.annotate(Document(text: Self.text))
        #expect(document.failures.isEmpty, "\(document.failures)")
        let quotes = try #require(document[.quotes])
        let copies = try #require(document[LayerKey<OpenValue>("org.example.echo")])
        #expect(!quotes.isEmpty)
        #expect(copies.spans == quotes.spans)
        #expect(copies.values.map { $0["at.span"] } == quotes.values.map { $0.content.description })
    }
}
