import PostilCore

extension ErrorCode {
    /// A plugin's program ended while it had the document.
    public static let pluginCrashed: ErrorCode = "plugin-crashed"
    /// A plugin's program did not answer in time.
    public static let pluginTimedOut: ErrorCode = "plugin-timed-out"
    /// A plugin's program took more memory than it may.
    public static let pluginMemory: ErrorCode = "plugin-memory"
    /// A plugin's program wrote something that is no answer to the document.
    public static let pluginProtocol: ErrorCode = "plugin-protocol"
    /// A plugin's program says that it cannot do the document.
    public static let pluginFailed: ErrorCode = "plugin-failed"
    /// A plugin's program has failed too often and is not started any more.
    public static let pluginStopped: ErrorCode = "plugin-stopped"
    /// A value that a plugin gave is none of its layer.
    public static let invalidValue: ErrorCode = "invalid-value"
    /// A plugin has a remark on the document.
    public static let pluginWarning: ErrorCode = "plugin-warning"
}
