import Foundation
import Postil
import Testing

@testable import PostilPlugins

/// The examples of the folder Plugins, as programs.
@Suite struct ExamplePluginTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func texts(of plugin: String) throws -> [Text] {
        let folder = repository.appending(path: "Plugins/\(plugin)/samples")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            Text(try String(contentsOf: folder.appending(path: name), encoding: .utf8))
        }
    }

    @Test func readabilityConforms() throws {
        let plugin = try PluginLoader { [] }.load(path: Self.repository.appending(path: "Plugins/Readability").path)
        let texts = try Self.texts(of: "Readability")
        let available: [any Annotator] = [try Segmenter()]
        let pipeline = try Pipeline(name: "test", steps: [plugin.annotator], available: available)
        let document: Document = pipeline.annotate(Document(text: try #require(texts.first)))
        let layer = try #require(document.layer("org.postil.readability"))
        #expect(layer.spans.indices.map { layer.type(at: $0) } == ["VERY_EASY", "VERY_HARD"])
        let question = Question.why("org.postil.readability", position: 0, span: layer.spans[0])
        let answer = try #require(try pipeline.explain(question, in: document))
        #expect(answer.summary.hasPrefix("VERY_EASY: reading ease"))
        #expect(answer.reasons.count > 1)
        var check = ConformanceCheck()
        check.longNoiseByteCount = 1 << 14
        check.shortNoiseCount = 10
        let report = check.run(plugin.annotator, available: available, on: texts)
        #expect(report.isConforming, "\(report)")
    }

    /// The program of the example in Swift finds and answers what the linked type does.
    @Test func contactsIsTheSameAsAProgram() throws {
        let beside = [
            Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }?.deletingLastPathComponent(),
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
        ]
        let programs = beside.compactMap { $0?.appending(path: "ContactsPlugin").path }
        let found = programs.first { FileManager.default.isExecutableFile(atPath: $0) }
        let program = try #require(found)
        let json = try String(
            contentsOf: Self.repository.appending(path: "Plugins/Contacts/plugin.json"),
            encoding: .utf8
        )
        var manifest = try PluginManifest(try JSONValue(parsing: json), place: "plugin.json")
        manifest.command = [program]
        let host = try PluginHost(manifest: manifest, command: [program], folder: "/", name: "Contacts")
        let annotator = ProcessAnnotator(host: host)
        let texts = try Self.texts(of: "Contacts")
        let available: [any Annotator] = [try Segmenter()]
        let pipeline = try Pipeline(name: "test", steps: [annotator], available: available)
        var count = 0
        for document in pipeline.annotate(texts.map { Document(text: $0) }) {
            #expect(document.failures.isEmpty, "\(document.failures)")
            let layer = try #require(document.layer("org.postil.contacts"))
            count += layer.spans.count
            for (position, span) in layer.spans.enumerated() {
                let question = Question.why("org.postil.contacts", position: position, span: span)
                #expect(try pipeline.explain(question, in: document)?.reasons.isEmpty == false)
            }
        }
        #expect(count > 8)
        var check = ConformanceCheck()
        check.longNoiseByteCount = 1 << 12
        check.longWordByteCount = 2000
        check.shortNoiseCount = 10
        let report = check.run(annotator, available: available, on: texts)
        #expect(report.isConforming, "\(report)")
    }
}
