import PostilCore
import PostilPlugins

/// Plugins that the tests start.
enum TestPlugins {
    /// The folder of the tests' programs.
    static let folder = String(#filePath.dropLast("PluginTestSupport.swift".count)) + "Programs"

    /// The manifest of `behave.sh`, with limits that a test has time for.
    static var manifest: PluginManifest {
        var manifest = PluginManifest(identifier: "org.example.first", version: "1.0")
        manifest.provides = [PluginLayer("org.example.first")]
        manifest.rules = [Rule("first", "the first character")]
        manifest.limits.documentSeconds = 20
        manifest.limits.memoryMegabytes = 100
        manifest.limits.answerMegabytes = 1
        return manifest
    }

    /// The host of `behave.sh`.
    ///
    /// - Parameters:
    ///   - mode: How the program begins; see there.
    ///   - change: Changes the manifest.
    static func host(
        _ mode: String = "well",
        _ change: (inout PluginManifest) -> Void = { _ in }
    ) throws -> PluginHost {
        var manifest = manifest
        change(&manifest)
        return try PluginHost(
            manifest: manifest,
            command: ["./behave.sh", mode],
            folder: folder,
            name: "behave"
        )
    }

    /// A pipeline of `behave.sh`.
    static func pipeline(_ change: (inout PluginManifest) -> Void = { _ in }) throws -> Pipeline {
        try Pipeline(name: "test", steps: [ProcessAnnotator(host: try host("well", change))])
    }

    /// What `pipeline` makes of texts that are given to it together.
    static func annotate(_ texts: [String], with pipeline: Pipeline) -> [Document] {
        pipeline.annotate(texts.map { Document(text: Text($0)) })
    }
}

extension Document {
    /// The spans of the layer of `behave.sh`; nil where the document has none.
    var firstSpans: [Span]? { layer("org.example.first")?.spans }
}
