import ArgumentParser
import Postil

/// The options of a command that say what becomes of documents that cannot be annotated.
struct ErrorArguments: ParsableArguments {
    @Option(
        help: """
            What becomes of a document that cannot be annotated: record (a record with the error), skip (none) or fail \
            (a record, behind which the run ends with exit code 5).
            """
    )
    var onError = ErrorReaction.record

    @Option(help: "Stop with exit code 5 when more than this many documents, or this part of them (2%), have failed.")
    var maxErrors: ErrorLimit?

    @Flag(help: "Exit with 0 even if documents failed.")
    var okOnDocErrors = false

    func validate() throws {
        if onError == .fail, maxErrors != nil {
            throw ValidationError("--on-error fail ends with the first error: leave out --max-errors.")
        }
    }

    /// Sets what a run must know of errors.
    func apply(to options: inout BatchOptions) {
        options.onError = onError
        options.maximumErrors = maxErrors
    }
}

extension ErrorReaction: ExpressibleByArgument {}

extension ErrorLimit: ExpressibleByArgument {}
