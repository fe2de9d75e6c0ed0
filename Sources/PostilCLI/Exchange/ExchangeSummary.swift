import Postil

/// What is said at the end of a conversion, and the exit code that goes with it.
struct ExchangeSummary {
    let report: ExchangeReport
    let keptPath: String?

    /// Says what was left out, in one line, if anything was, and which layers were not there.
    func sayOmissions() {
        for layer in report.missingLayers { StandardError.write("postil: no record has the layer '\(layer)'\n") }
        if !report.omissions.isEmpty { StandardError.write("postil: left out: \(report.omissions)\n") }
    }

    /// Says what was left out and failed, and ends the program where not all went well.
    func finish(stop: StopSignal, okOnDocumentErrors: Bool) throws {
        sayOmissions()
        let done = report.documents - report.failed
        if report.failed > 0 {
            StandardError.write("postil: \(report.failed) of \(report.documents) documents failed\n")
        }
        if let keptPath { StandardError.write("postil: what was written is in \(keptPath)\n") }
        if let signal = stop.signal {
            throw CommandFailure(.signal(signal), "interrupted after \(report.documents) documents")
        }
        if report.unreadable > 0, done == 0 { throw CommandFailure(.inputUnreadable) }
        if report.failed + report.unreadable > 0, !okOnDocumentErrors { throw CommandFailure(.documentsFailed) }
    }
}
