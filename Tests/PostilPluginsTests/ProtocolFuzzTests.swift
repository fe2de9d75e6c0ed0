import Postil
import Testing

@testable import PostilPipelines
@testable import PostilPlugins

/// Decodes damaged answers; what it makes of them must be sound or nothing.
private struct Damaged: Annotator {
    let name: AnnotatorName = "org.example.damaged"
    let version = "1"
    let provides: [AnyLayerKey]
    let decoder: AnswerDecoder
    let line: [UInt8]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var thrown: AnnotationError?
        var result = output
        line.withUnsafeBufferPointer { bytes in
            guard let answer = try? Answer(bytes, number: 1) else { return }
            do throws(AnnotationError) {
                try decoder.decode(answer, for: document, into: &result)
            } catch {
                thrown = error
            }
        }
        output = result
        if let thrown { throw thrown }
    }
}

@Suite struct ProtocolFuzzTests {
    private static let answers = [
        #"{"document":1,"annotations":[{"start":0,"end":3,"type":"A","features":{"at.span":"1:2","n":[1,"two",true]},"score":0.5,"rule":"r"}]}"#,
        #"{"document":1,"layers":[{"name":"x.y","annotations":[{"start":4,"end":9,"features":[{"key":"k","value":"v"}]},{"start":0,"end":1}]}],"warnings":["w"]}"#,
        #"{"document":1,"error":"no"}"#,
    ]

    /// `line` with some bytes changed, taken out, doubled or put in.
    private static func damaged(_ line: String, _ random: inout SplitMix64) -> [UInt8] {
        var bytes = Array(line.utf8)
        for _ in 0...Int(random.next() % 4) where !bytes.isEmpty {
            let index = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 5 {
            case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(bytes[Int(random.next() % UInt64(bytes.count))], at: index)
            case 3:
                bytes.insert(
                    contentsOf: Array(
                        ["-", "9999999999", "[[", "{}", "null", "\\ud800", "1e9"][Int(random.next() % 7)].utf8
                    ),
                    at: index
                )
            default: bytes.removeSubrange(index..<min(bytes.count, index + 1 + Int(random.next() % 12)))
            }
        }
        return bytes
    }

    @Test func damagedAnswersGiveSoundLayersOrNone() {
        var manifest = PluginManifest(identifier: "org.example.damaged", version: "1")
        manifest.provides = [PluginLayer("x.y")]
        manifest.rules = [Rule("r", "a rule")]
        var random = SplitMix64(seed: 7)
        let text: Text = "Zoë, naïve 🚢 here."
        for round in 0..<20_000 {
            manifest.offsetUnit = OffsetUnit.allCases[round % 3]
            let decoder = AnswerDecoder(manifest)
            let line = Self.damaged(Self.answers[round % Self.answers.count], &random)
            let annotator = Damaged(provides: decoder.keys, decoder: decoder, line: line)
            guard let document = try? annotator.annotated(Document(text: text)), let layer = document.layer("x.y")
            else {
                continue
            }
            for (position, span) in layer.spans.enumerated() {
                for place in [span] + layer.spansOfValue(at: position) {
                    #expect(place.start <= place.end && Int(place.end) <= text.count)
                    #expect(text.isScalarBoundary(place.start) && text.isScalarBoundary(place.end))
                }
            }
        }
    }

    @Test func damagedRequestsManifestsAndPipelineFilesAreRefused() {
        let request =
            #"{"document":1,"text":"Zoë left.","context":{"reference_date":null,"fields":{"a":"b"}},"layers":[{"name":"tokens","annotations":[{"start":0,"end":4,"type":"word","features":[{"key":"shape","value":"title"},{"key":"hash","value":"ab"}]}]}],"question":{"layer":"tokens","start":0,"end":4,"position":0}}"#
        let manifest =
            #"{"protocol":1,"id":"a.b","version":"1","command":["x"],"provides":[{"layer":"x","overlaps":false,"types":["A"]}],"limits":{"document_seconds":3}}"#
        let pipeline = "name: a\nlayers: [b, c]\ndates: {style: news}\nplugins:\n  - id: a.b\n    version: 1\n"
        var random = SplitMix64(seed: 11)
        for _ in 0..<20_000 {
            let line = Self.damaged(request, &random)
            line.withUnsafeBufferPointer { _ = try? PluginRequest($0, keys: [AnyLayerKey(.tokens)]) }
            if let json = try? JSONValue(parsing: Self.damaged(manifest, &random)) {
                _ = try? PluginManifest(json, place: "test")
            }
            _ = try? PipelineFile(Self.damaged(pipeline, &random), path: "test")
        }
    }
}
