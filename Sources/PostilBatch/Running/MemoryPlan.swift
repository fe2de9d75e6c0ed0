/// What fits in so much memory: the workers, and the text of a document.
///
/// The figures are upper bounds that were measured with all layers written; see the guide to running a batch.
public struct MemoryPlan: Hashable, Sendable {
    /// The workers.
    public let workers: Int

    /// The bytes of a document's text at most.
    public let documentBytes: Int

    /// The program with its models, and all that does not depend on the documents.
    private static let base = 64 << 20

    /// What a byte of a window takes while it is annotated and its record made.
    private static let perWindowByte = 110

    /// How often the text of a document is in memory: the line that it came in, and itself.
    private static let copies = 3

    /// The least memory for windows of a size.
    public static func least(window: Int) -> Int { base + perWindowByte * window + copies * window }

    /// Shares out `memory`.
    ///
    /// - Parameters:
    ///   - memory: In bytes, ``least(window:)`` or more.
    ///   - window: The bytes of text that are annotated at once.
    ///   - workers: The workers that are wanted.
    public init(memory: Int, window: Int, workers: Int) {
        let rest = max(0, memory - MemoryPlan.base)
        self.workers = max(1, min(workers, rest / ((MemoryPlan.perWindowByte + MemoryPlan.copies) * window)))
        let forDocuments = rest - self.workers * MemoryPlan.perWindowByte * window
        documentBytes = max(window, forDocuments / (self.workers * MemoryPlan.copies))
    }
}
