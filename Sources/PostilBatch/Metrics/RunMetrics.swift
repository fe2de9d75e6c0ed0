import Glibc
import PostilCore
import PostilFormats

/// What a run has done and what it took, for programs that watch it.
public struct RunMetrics: Sendable {
    /// The version of the form in which metrics are written.
    static let version = "postil-metrics/1"

    /// What was done, by earlier runs too.
    public let report: BatchReport

    /// The documents that earlier runs had done.
    public let earlierDocuments: Int

    /// Whether the run has ended.
    public let isFinal: Bool

    /// How long it has run.
    public let elapsed: Duration

    /// The pipeline's name and fingerprint.
    public let pipeline: String

    /// Whether the pipeline makes tokens, so that they are counted.
    public let countsTokens: Bool

    /// The workers.
    public let workerCount: Int

    /// The program's version.
    public let programVersion: String

    /// How long each annotator took.
    public let annotators: [(name: AnnotatorName, times: TimeHistogram)]

    /// The metrics as one JSON object.
    var json: JSONValue {
        let nanoseconds = RunMetrics.nanoseconds(elapsed)
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let processorSeconds = Int(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        let processorTime =
            processorSeconds * 1_000_000_000 + Int(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1_000
        let done = report.documents - earlierDocuments
        return [
            "metrics": .string(RunMetrics.version), "state": .string(isFinal ? report.end.name : "running"),
            "version": .string(programVersion), "pipeline": .string(pipeline), "workers": .integer(workerCount),
            "seconds": .seconds(nanoseconds: nanoseconds), "processor_seconds": .seconds(nanoseconds: processorTime),
            // The system counts in units of 1,024 bytes.
            "peak_memory_bytes": .integer(Int(usage.ru_maxrss) * 1_024), "documents": .integer(report.documents),
            "documents_before": .integer(earlierDocuments),
            "documents_per_second": .number("\(RunMetrics.rate(done, nanoseconds))"),
            "failed": .integer(report.failed), "warned": .integer(report.warned),
            "input_bytes": .integer(report.inputBytes), "text_bytes": .integer(report.textBytes),
            "sentences": .integer(report.sentences), "tokens": countsTokens ? .integer(report.tokens) : .null,
            "errors": RunMetrics.list(report.failureCounts), "warnings": RunMetrics.list(report.warningCounts),
            "annotators": .array(
                annotators.map { annotator in
                    let name = JSONObject.Member(key: "name", value: .string(annotator.name.rawValue))
                    return .object(JSONObject([name] + (annotator.times.json.object?.members ?? [])))
                }
            ),
        ]
    }

    static func nanoseconds(_ duration: Duration) -> Int {
        let parts = duration.components
        return Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000)
    }

    private static func rate(_ count: Int, _ nanoseconds: Int) -> Double {
        nanoseconds > 0 ? (Double(count) * 1e10 / Double(nanoseconds)).rounded() / 10 : 0
    }

    private static func list(_ counts: [ErrorCode: Int]) -> JSONValue {
        .array(
            counts.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { ["code": .string($0.key.rawValue), "count": .integer($0.value)] }
        )
    }
}

extension BatchReport.End {
    /// The state that metrics show.
    var name: String {
        switch self {
        case .complete: "complete"
        case .interrupted: "interrupted"
        case .tooManyErrors: "too-many-errors"
        case .outputFailed: "output-failed"
        }
    }
}
