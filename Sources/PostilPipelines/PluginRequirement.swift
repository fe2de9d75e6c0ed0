/// A plugin that a pipeline file asks for.
public struct PluginRequirement: Hashable, Sendable {
    /// The plugin's name.
    public var identifier: String

    /// The version that is asked for; nil for any.
    public var version: String?

    /// Where it lies; nil to look for it where plugins are looked for.
    public var path: String?

    /// How to get it, in the words of the file.
    public var source: String?

    /// The line of the file on which it stands.
    public var line: Int
}
