/// How a plugin does its work.
public enum PluginKind: String, Sendable, CaseIterable {
    /// A file of rules, which Postil reads.
    case rules
    /// A program in any language, which Postil starts.
    case process
    /// A Swift package whose program Postil starts once it is built.
    case swift
}
