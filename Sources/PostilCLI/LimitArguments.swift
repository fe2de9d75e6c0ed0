import ArgumentParser
import Glibc
import Postil

/// The options of a command that say what one document, and the whole run, may take.
struct LimitArguments: ParsableArguments {
    @Option(help: "Stop annotating a document after so many seconds: it fails, the others go on.")
    var docTimeout: Double?

    @Option(help: "Documents with more bytes of text fail without being annotated, such as 50MB.")
    var maxDocBytes: ByteCount?

    @Option(help: "Texts with more bytes than this are annotated in windows of this size, so that memory is bounded.")
    var window = ByteCount(bytes: 1 << 20)

    @Option(
        help: """
            The memory to keep to, such as 500MB: takes fewer workers, and fails documents that are too large for what \
            is left.
            """
    )
    var memory: ByteCount?

    /// Smaller windows would cost more for what stands around them than for themselves.
    private static let leastWindow = 64 << 10

    func validate() throws {
        if let docTimeout, !(docTimeout > 0) {
            throw ValidationError("--doc-timeout takes a number of seconds above 0.")
        }
        guard window.bytes >= LimitArguments.leastWindow else {
            throw ValidationError("--window takes a size from 64KB on.")
        }
        if let memory, memory.bytes < MemoryPlan.least(window: window.bytes) {
            let least = ByteCount(bytes: MemoryPlan.least(window: window.bytes))
            throw ValidationError("--memory \(memory) is too little for windows of \(window): take \(least) or more.")
        }
    }

    /// Sets what a run must know of its limits.
    ///
    /// - Parameter output: The path of the output, in whose folder parts of long records wait; nil for standard output.
    func apply(to options: inout BatchOptions, output: String?) {
        options.windowBytes = window.bytes
        options.maximumDocumentBytes = maxDocBytes?.bytes
        options.documentTimeout = docTimeout.map { .seconds($0) }
        options.spoolFolder = LimitArguments.spoolFolder(output)
        guard let memory else { return }
        let plan = MemoryPlan(memory: memory.bytes, window: window.bytes, workers: options.workerCount)
        options.workerCount = plan.workers
        options.maximumDocumentBytes = min(options.maximumDocumentBytes ?? .max, plan.documentBytes)
    }

    /// The folder of the output, or the system's for what is temporary.
    private static func spoolFolder(_ output: String?) -> String {
        if let output, !output.hasPrefix("/dev/") {
            return output.lastIndex(of: "/").map { $0 == output.startIndex ? "/" : String(output[..<$0]) } ?? "."
        }
        return getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    }
}
