import Postil

/// What is said at the end of a run, and the exit code that goes with it.
struct RunSummary {
    let report: BatchReport
    let keptPath: String?
    let isWanted: Bool

    /// Says what was done and what failed, and ends the program where not all went well.
    func finish(stop: StopSignal, okOnDocumentErrors: Bool) throws {
        if isWanted { StandardError.write(counts) }
        if report.failed > 0 { StandardError.write(failures) }
        if let keptPath { StandardError.write("postil: what was written is in \(keptPath)\n") }
        switch report.end {
        case .outputFailed:
            let error = report.outputError
            throw CommandFailure(.outputFailed, error?.code == .closedPipe ? nil : error.map { "\($0)" })
        case .tooManyErrors:
            throw CommandFailure(
                .tooManyErrors,
                "\(report.failed) of \(report.documents) documents failed: too many (--max-errors, --on-error)"
            )
        case .interrupted:
            throw CommandFailure(
                .signal(stop.signal ?? 2),
                "interrupted after \(report.documents) documents, all of which were written"
            )
        case .complete:
            if report.failed > 0, report.failed == report.documents,
                report.failures.allSatisfy({ isUnreadable($0.failure) })
            {
                throw CommandFailure(.inputUnreadable)
            }
            if report.failed > 0, !okOnDocumentErrors { throw CommandFailure(.documentsFailed) }
        }
    }

    private func isUnreadable(_ failure: RecordFailure) -> Bool {
        failure.code.rawValue == StreamError.Code.inputUnreadable.rawValue || failure.code == .missingColumn
    }

    private var counts: String {
        """
        documents  \(grouped(report.documents))\(report.failed > 0 ? " (\(grouped(report.failed)) failed)" : "")
        sentences  \(grouped(report.sentences))
        tokens     \(grouped(report.tokens))
        bytes      \(grouped(report.textBytes))

        """
    }

    private var failures: String {
        var text = ""
        for (identifier, failure) in report.failures {
            text += "postil: \(identifier): \(failure.code): \(failure.message)\n"
        }
        let others = report.failed - report.failures.count
        if others > 0 { text += "postil: and \(grouped(others)) more\n" }
        return text + "postil: \(grouped(report.failed)) of \(grouped(report.documents)) documents failed\n"
    }

    private func grouped(_ number: Int) -> String {
        let digits = String(number)
        return String(
            digits.enumerated().flatMap { index, digit in
                index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
            }
        )
    }
}
