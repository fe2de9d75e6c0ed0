import Foundation
import Postil
import Testing

@testable import PostilPlugins

/// A folder that is there for one test.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = URL.temporaryDirectory.appending(path: "postil-plugins-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = PluginFiles.absolute(url.path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders above it.
    func write(_ text: String, to name: String, isProgram: Bool = false) throws {
        let full = "\(path)/\(name)"
        _ = PluginFiles.makeFolder(PluginFiles.split(full).folder)
        try #require(PluginFiles.write(Array(text.utf8), to: full, isProgram: isProgram) == nil)
    }

    /// Writes a plugin in the shell's language that finds nothing.
    func writePlugin(_ name: String, identifier: String, layer: String? = nil, version: String = "1.0") throws {
        let manifest =
            #"{"protocol":1,"id":"\#(identifier)","version":"\#(version)","command":["./run.sh"],"provides":["\#(layer ?? identifier)"]}"#
        try write(manifest, to: "\(name)/plugin.json")
        try write(
            """
            #!/bin/sh
            cat plugin.json; echo
            n=0
            while IFS= read -r line; do n=$((n + 1)); echo "{\\"document\\":$n,\\"annotations\\":[]}"; done

            """,
            to: "\(name)/run.sh",
            isProgram: true
        )
    }
}

@Suite struct DiscoveryTests {
    @Test func pluginsAreFoundReadAndNotStarted() throws {
        let folder = try TemporaryFolder()
        try folder.writePlugin("Plugins/One", identifier: "org.example.one")
        try folder.write("exit 1", to: "Plugins/One/run.sh", isProgram: true)
        try folder.write("{", to: "Plugins/Broken/plugin.json")
        try folder.write("", to: "Plugins/some.rules")
        try folder.write("", to: "Plugins/Notes/README.md")
        let catalog = PluginCatalog(folders: ["\(folder.path)/Plugins", "\(folder.path)/nowhere"])
        #expect(catalog.entries.map { PluginFiles.split($0.path).name } == ["Broken", "One", "some.rules"])
        #expect(throws: PluginError.self) { try catalog.entries[0].source.get() }
        #expect(try catalog.entries[1].source.get().manifest?.identifier == "org.example.one")
        #expect(catalog.source(identifier: "org.example.one") != nil)
        #expect(catalog.source(identifier: "org.example.two") == nil)
        let error = #expect(throws: PluginError.self) {
            _ = try PluginLoader { [] }.load(path: "\(folder.path)/Plugins/some.rules")
        }
        #expect(error?.code == .badRules)
    }

    @Test func trustHoldsUntilAFileChanges() throws {
        let folder = try TemporaryFolder()
        try folder.writePlugin("One", identifier: "org.example.one")
        let source = try PluginSource(path: "\(folder.path)/One")
        var trust = PluginTrust(folder: "\(folder.path)/config/postil")
        #expect(trust.status(of: source) == .unknown)
        try trust.trust(source)
        #expect(PluginTrust(folder: "\(folder.path)/config/postil").status(of: source) == .trusted)
        try folder.write("A note.", to: "One/README.md")
        #expect(trust.status(of: source) == .trusted)
        try folder.write("#!/bin/sh\n", to: "One/more.sh")
        #expect(trust.status(of: source) == .changed)
        try trust.trust(source)
        #expect(trust.status(of: source) == .trusted)
    }

    @Test func aPluginThatHasChangedSaysSo() throws {
        let folder = try TemporaryFolder()
        try folder.writePlugin("One", identifier: "org.example.one")
        let plugin = try PluginLoader { [] }.load(path: "\(folder.path)/One")
        #expect(!plugin.hasChanged)
        try folder.writePlugin("One", identifier: "org.example.one", version: "2.0")
        #expect(plugin.hasChanged)
        let again = try PluginLoader { [] }.load(path: "\(folder.path)/One")
        #expect(again.version == "2.0")
        #expect(again.annotator.configuration != plugin.annotator.configuration)
    }

    @Test func clashesAreNamed() throws {
        let folder = try TemporaryFolder()
        try folder.writePlugin("One", identifier: "org.example.one")
        try folder.writePlugin("Two", identifier: "org.example.one")
        try folder.writePlugin("Three", identifier: "org.example.three", layer: "org.example.one")
        try folder.writePlugin("Dates", identifier: "org.example.dates", layer: "dates")
        let loader = PluginLoader { [] }
        let one = try loader.load(path: "\(folder.path)/One")
        let sameName = #expect(throws: PluginError.self) {
            _ = try PluginSet([one, try loader.load(path: "\(folder.path)/Two")])
        }
        #expect(sameName?.message.contains("are both the plugin org.example.one") == true)
        let sameLayer = #expect(throws: PluginError.self) {
            _ = try PluginSet([one, try loader.load(path: "\(folder.path)/Three")])
        }
        #expect(sameLayer?.message.contains("both provide the layer 'org.example.one'") == true)
        let dates = try PluginSet([loader.load(path: "\(folder.path)/Dates")])
        let rest = dates.withoutReplaced(try Pipeline.builtInAnnotators())
        #expect(!rest.contains { $0.name == "dates" })
        let pipeline = try Pipeline.standard(providing: ["dates", "numbers"], plugins: dates.annotators)
        #expect(pipeline.annotate(Document(text: "On 3 May 2024.")).provider(of: "dates") == "org.example.dates")
    }

    @Test(arguments: [
        ("nowhere", PluginError.Code.notFound, "there is no such plugin"),
        ("Empty", .notFound, "has no plugin.json: 'postil plugin new' makes a folder that has one"),
        ("text.txt", .notFound, "make a program executable (chmod +x)"),
        ("NoCommand", .badManifest, "names no program"),
        ("Unbuilt", .cannotStart, "is not built: run 'swift build -c release' in"),
    ])
    func whatIsNoPluginIsRefused(_ name: String, _ code: PluginError.Code, _ message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "Empty/notes.md")
        try folder.write("", to: "text.txt")
        try folder.write(#"{"protocol":1,"id":"a.b","version":"1","provides":["x.y"]}"#, to: "NoCommand/plugin.json")
        try folder.write(
            #"{"protocol":1,"id":"a.b","version":"1","kind":"swift","command":[".build/release/x"],"provides":["x.y"]}"#,
            to: "Unbuilt/plugin.json"
        )
        let error = #expect(throws: PluginError.self) {
            _ = try PluginLoader { [] }.load(path: "\(folder.path)/\(name)")
        }
        #expect(error?.code == code)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "nothing")")
    }
}
