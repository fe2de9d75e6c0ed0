import PostilCore

/// What a plugin says of itself: in `plugin.json`, and as the first line that its program writes.
public struct PluginManifest: Hashable, Sendable {
    /// The version of the protocol that this version of Postil speaks.
    public static let protocolVersion = 1

    /// The plugin's name, reverse-domain (`org.example.casualties`): the annotator's name.
    public var identifier: String

    /// The plugin's version; it changes whenever output may change.
    public var version: String

    /// How it does its work.
    public var kind: PluginKind

    /// The program and its arguments; what is no absolute path and has a slash counts from the plugin's folder.
    public var command: [String] = []

    /// The file of rules, counted from the plugin's folder.
    public var rulesFile: String?

    /// The layers that it reads.
    public var requires: [LayerName] = []

    /// The layers that it reads where they are there.
    public var consults: [LayerName] = []

    /// The layers that it provides.
    public var provides: [PluginLayer] = []

    /// The unit in which its program counts offsets.
    public var offsetUnit = OffsetUnit.codepoint

    /// The rules that its annotations name.
    public var rules: [Rule] = []

    /// Whether its program answers questions.
    public var explains = false

    /// What its program may take.
    public var limits = PluginLimits()

    /// Makes a manifest.
    public init(identifier: String, version: String, kind: PluginKind = .process) {
        self.identifier = identifier
        self.version = version
        self.kind = kind
    }
}
