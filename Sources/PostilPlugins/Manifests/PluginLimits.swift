/// What a plugin's program may take.
public struct PluginLimits: Hashable, Sendable {
    /// The seconds within which it must answer a document that it has got, counted from its last answer.
    public var documentSeconds = 30.0

    /// The seconds within which it must introduce itself.
    public var startSeconds = 10.0

    /// The memory that it and the programs that it starts may hold, in MiB.
    public var memoryMegabytes = 1024

    /// How many documents it gets before it has answered the first of them.
    public var documentsInFlight = 16

    /// How often in a row it is started again without an answer in between.
    public var restarts = 10

    /// The bytes of one answer at most, in MiB.
    public var answerMegabytes = 64

    /// The limits that hold where a manifest says nothing.
    public init() {}
}
