import Postil
import PostilPipelines
import Testing

@Suite struct PipelineFileTests {
    @Test func everythingIsRead() throws {
        let file = try PipelineFile(
            Array(
                """
                # What the press desk uses.
                name: press
                annotators: [text, dates]
                layers: [sentences, dates]
                dates: {style: news, order: DMY}
                numbers:
                  currencies: ["RM=MYR"]
                quotes: {parts: separate}
                sentiment: {lexicon: words.tsv}
                dictionaries: [names.tsv, /else.tsv]
                plugins:
                  - id: org.example.one
                    version: 1.10
                    path: Plugins/One
                    source: ask for it
                  - {id: org.example.two}
                """.utf8
            ),
            path: "desk/press.yaml"
        )
        #expect(file.name == "press" && file.annotators == ["text", "dates"] && file.layers == ["sentences", "dates"])
        #expect(file.dates == DateOptions(style: .news, order: .dayMonthYear))
        #expect(file.numbers.currencies.map(\.description) == ["RM=MYR"])
        #expect(!file.quotes.joinsParts)
        #expect(file.sentimentLexicon == "desk/words.tsv" && file.dictionaries == ["desk/names.tsv", "/else.tsv"])
        #expect(file.plugins.map(\.identifier) == ["org.example.one", "org.example.two"])
        #expect(file.plugins[0].version == "1.10" && file.plugins[0].path == "desk/Plugins/One")
        #expect(file.plugins.map(\.line) == [12, 16])
    }

    @Test func jsonIsYAML() throws {
        let file = try PipelineFile(Array(#"{"name": "press", "layers": ["dates"]}"#.utf8), path: "press.json")
        #expect(file.name == "press" && file.layers == ["dates"])
    }

    @Test(arguments: [
        ("", "press.yaml: says nothing"),
        ("name: a\nlayer: [b]\n", "press.yaml:2: there is no 'layer' here: there are name,"),
        ("layers: dates\n", "press.yaml:1: 'layers' has to be a list, such as [one, two]"),
        ("name: a\nname: b\n", "press.yaml:2: 'name' stands here twice"),
        ("dates: {style: prose}\n", "press.yaml:1: 'style' is 'prose': it is one of news, narrative, assistant"),
        ("numbers: {currencies: [RM]}\n", "a list of marks such as \"RM=MYR\""),
        ("plugins:\n  - version: 1\n", "press.yaml:2: a plugin has no 'id'"),
        ("- a\n", "press.yaml:1: here have to be keys with values"),
        ("name: [a\n", "press.yaml:2: "),
        ("a: &x [1]\nb: *x\n", "anchors, aliases and tags have no place here"),
    ])
    func whatIsWrongIsNamedByItsLine(_ text: String, _ message: String) {
        let error = #expect(throws: PipelineFileError.self) {
            _ = try PipelineFile(Array(text.utf8), path: "press.yaml")
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "nothing")")
    }

    @Test(arguments: [
        (
            "    version: \"2.0\"\n    path: One\n    source: it is in the drawer\n",
            "is version 1.0; to get it: it is in the drawer"
        ),
        ("    path: Nowhere\n", "there is no such plugin"),
        ("", "it is not in Plugins"),
    ])
    func aPluginThatIsNotThereIsNamedWithTheWayToGetIt(_ lines: String, _ message: String) throws {
        let folder = try TemporaryFolder()
        try folder.writePlugin("One", identifier: "org.example.one")
        try folder.write("plugins:\n  - id: org.example.one\n\(lines)", to: "press.yaml")
        let file = try PipelineFile(path: "\(folder.path)/press.yaml")
        let error = #expect(throws: PipelineFileError.self) {
            _ = try file.loadPlugins(with: PluginLoader { [] }, catalog: PluginCatalog(folders: []))
        }
        #expect(error?.line == 2)
        #expect(error?.message.contains("needs the plugin org.example.one") == true)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "nothing")")
    }
}
