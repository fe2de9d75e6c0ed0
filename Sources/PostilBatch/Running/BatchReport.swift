import PostilCore
import PostilFormats

/// What a batch did.
public struct BatchReport: Sendable {
    /// Documents written, failed ones included.
    public internal(set) var documents = 0

    /// Documents that could not be annotated.
    public internal(set) var failed = 0

    /// Documents with a warning.
    public internal(set) var warned = 0

    /// Bytes of input, unpacked, a line end counted as one.
    public internal(set) var inputBytes = 0

    /// Bytes of text.
    public internal(set) var textBytes = 0

    /// Sentences found.
    public internal(set) var sentences = 0

    /// Tokens found.
    public internal(set) var tokens = 0

    /// How many documents failed with each code.
    public internal(set) var failureCounts: [ErrorCode: Int] = [:]

    /// How many warnings of each code there were.
    public internal(set) var warningCounts: [ErrorCode: Int] = [:]

    /// The first failures, in input order, with the documents' names.
    public internal(set) var failures: [(identifier: String, failure: RecordFailure)] = []

    /// Nothing done.
    public init() {}

    /// How the run ended.
    public internal(set) var end = End.complete

    /// Why the output failed, where it did.
    public internal(set) var outputError: StreamError?

    /// How a run ends.
    public enum End: Sendable {
        /// All input was used.
        case complete
        /// A signal asked to stop; what was begun was written.
        case interrupted
        /// Too many documents failed.
        case tooManyErrors
        /// The output could not be written.
        case outputFailed
    }

    /// How many failures are kept.
    static let keptFailures = 10

    /// Adds what was done for the document that is the next in the output.
    mutating func add(_ other: BatchReport) {
        documents += other.documents
        failed += other.failed
        warned += other.warned
        inputBytes += other.inputBytes
        textBytes += other.textBytes
        sentences += other.sentences
        tokens += other.tokens
        failureCounts.merge(other.failureCounts, uniquingKeysWith: +)
        warningCounts.merge(other.warningCounts, uniquingKeysWith: +)
        failures.append(contentsOf: other.failures.prefix(BatchReport.keptFailures - failures.count))
    }
}
