import Foundation
import Postil
import Testing

@testable import PostilPlugins

@Suite struct ScaffoldTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether the machine has jq, which the plugin in the shell's language needs.
    private static var hasJQ: Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains { folder in
            FileManager.default.isExecutableFile(atPath: "\(folder)/jq")
        }
    }

    @Test(arguments: [PluginScaffold.Language.python, .shell])
    func whatIsMadeWorksAndConforms(_ language: PluginScaffold.Language) throws {
        guard language != .shell || Self.hasJQ else { return }
        let folder = try TemporaryFolder()
        try PluginScaffold(language, name: "Shouts").write(to: "\(folder.path)/Shouts")
        let plugin = try PluginLoader { [] }.load(path: "\(folder.path)/Shouts")
        let available: [any Annotator] = [try Segmenter()]
        let pipeline = try Pipeline(name: "test", steps: [plugin.annotator], available: available)
        let document: Document = pipeline.annotate(Document(text: "Zoë: the pool is CLOSED."))
        #expect(document.failures.isEmpty, "\(document.failures)")
        #expect(document.layer("org.example.shouts")?.spans.map { document.text[$0] } == ["CLOSED"])
        var check = ConformanceCheck()
        check.longNoiseByteCount = 1 << 12
        check.longWordByteCount = 2000
        check.shortNoiseCount = 10
        let report = check.run(plugin.annotator, available: available, on: ["STOP! he said."])
        #expect(report.isConforming, "\(report)")
    }

    @Test func everyPlaceholderIsFilled() throws {
        for language in PluginScaffold.Language.allCases {
            let folder = try TemporaryFolder()
            try PluginScaffold(language, name: "My-plugin", postil: .path("/sources")).write(
                to: "\(folder.path)/My-plugin"
            )
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            #expect(files.contains("My-plugin/plugin.json") && files.contains("My-plugin/README.md"))
            for file in files {
                guard let text = try? String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8) else {
                    continue
                }
                #expect(!text.contains("{{") || file.hasSuffix(".py"), "\(file)")
            }
            _ = try PluginSource(path: "\(folder.path)/My-plugin")
            #expect(throws: PluginError.self) {
                try PluginScaffold(language, name: "My-plugin", postil: .path("/s")).write(
                    to: "\(folder.path)/My-plugin"
                )
            }
        }
    }

    @Test(arguments: ["", "1st", "a b", "../x", "ü"])
    func namesThatAreNoneAreRefused(_ name: String) {
        #expect(throws: PluginError.self) { _ = try PluginScaffold(.python, name: name) }
    }

    @Test(arguments: ["Plugins/python/postil_plugin.py", "Plugins/Readability/postil_plugin.py"])
    func theHelperIsOne(_ path: String) throws {
        let text = try String(contentsOf: Self.repository.appending(path: path), encoding: .utf8)
        #expect(text == PythonHelper.contents)
    }
}
