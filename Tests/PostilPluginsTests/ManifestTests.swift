import Postil
import Testing

@testable import PostilPlugins

@Suite struct ManifestTests {
    @Test func everythingIsRead() throws {
        let manifest = try PluginManifest(
            try JSONValue(
                parsing: """
                    {"protocol": 1, "id": "org.example.x", "version": "1.2", "kind": "swift", "command": ["a", "b"],
                     "requires": ["tokens"], "consults": ["dates"], "offsets": "utf16", "explains": true,
                     "provides": ["org.example.x", {"layer": "entities", "overlaps": false, "types": ["A"], "features": ["f"]}],
                     "rules": ["one", {"name": "two", "summary": "the second"}], "description": "…",
                     "limits": {"document_seconds": 1.5, "start_seconds": 2, "memory_megabytes": 3, "documents_in_flight": 4,
                                "restarts": 5, "answer_megabytes": 6}}
                    """
            ),
            place: "test"
        )
        #expect(manifest.identifier == "org.example.x" && manifest.version == "1.2" && manifest.kind == .swift)
        #expect(manifest.command == ["a", "b"] && manifest.requires == ["tokens"] && manifest.consults == ["dates"])
        #expect(manifest.provides[0] == PluginLayer("org.example.x"))
        #expect(manifest.provides[1] == PluginLayer("entities", mayOverlap: false, types: ["A"], features: ["f"]))
        #expect(manifest.offsetUnit == .utf16 && manifest.explains)
        #expect(manifest.rules == [Rule("one", "one"), Rule("two", "the second")])
        #expect(manifest.limits.documentSeconds == 1.5 && manifest.limits.answerMegabytes == 6)
        var again = try PluginManifest(manifest.json, place: "test")
        again.limits = manifest.limits
        #expect(again == manifest)
    }

    @Test(arguments: [
        (#"[]"#, "is no JSON object"),
        (#"{"id":"a.b","version":"1","provides":["x"]}"#, "speaks protocol 0, this version of Postil speaks 1"),
        (#"{"protocol":2,"id":"a.b","version":"1","provides":["x"]}"#, "speaks protocol 2"),
        (#"{"protocol":1,"version":"1","provides":["x"]}"#, "has no \"id\""),
        (
            #"{"protocol":1,"id":"dates","version":"1","provides":["x"]}"#,
            "\"id\" is 'dates': name the plugin as org.example.name"
        ),
        (#"{"protocol":1,"id":"a..b","version":"1","provides":["x"]}"#, "\"id\" is 'a..b'"),
        (#"{"protocol":1,"id":"a.b","version":"","provides":["x"]}"#, "\"version\" is empty"),
        (#"{"protocol":1,"id":"a.b","version":1,"provides":["x"]}"#, "\"version\" is a number, it has to be a string"),
        (#"{"protocol":1,"id":"a.b","version":"1"}"#, "provides no layer: write \"provides\": [\"a.b\"]"),
        (#"{"protocol":1,"id":"a.b","version":"1","provides":["x"],"requires":["x"]}"#, "names the layer 'x' twice"),
        (
            #"{"protocol":1,"id":"a.b","version":"1","provides":["x"],"requries":["y"]}"#,
            "has \"requries\", which no manifest has"
        ),
        (
            #"{"protocol":1,"id":"a.b","version":"1","provides":["x"],"kind":"java"}"#,
            "\"kind\" is 'java': it is process, swift or rules"
        ),
        (#"{"protocol":1,"id":"a.b","version":"1","provides":["x"],"offsets":"chars"}"#, "\"offsets\" is 'chars'"),
        (#"{"protocol":1,"id":"a.b","version":"1","kind":"rules"}"#, "names no file of rules"),
        (#"{"protocol":1,"id":"a.b","version":"1","provides":["x"],"rules":["r","r"]}"#, "names a rule twice"),
        (
            #"{"protocol":1,"id":"a.b","version":"1","provides":["x"],"limits":{"restarts":-1}}"#,
            "\"restarts\" has to be a whole number"
        ),
        (#"{"protocol":1,"id":"a.b","version":"1","id":"c.d","provides":["x"]}"#, "has \"id\" twice"),
    ])
    func whatIsWrongIsNamed(_ json: String, _ message: String) throws {
        let value = try JSONValue(parsing: json)
        let error = #expect(throws: PluginError.self) { _ = try PluginManifest(value, place: "plugin.json") }
        #expect(error?.message.hasPrefix("plugin.json: ") == true)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "nothing")")
    }
}
