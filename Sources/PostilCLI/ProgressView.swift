import Postil
import Synchronization

/// Says on standard error how far a run is.
struct ProgressView: Sendable {
    private let style: ProgressArguments.Style
    private let totalBytes: Int?
    private let clock = ContinuousClock()
    private let begin: ContinuousClock.Instant
    private let state = ProgressState()

    private static let width = 24

    /// A view that tells the time left where the `totalBytes` of input are known.
    init(_ style: ProgressArguments.Style, totalBytes: Int?) {
        self.style = style
        self.totalBytes = totalBytes
        begin = clock.now
    }

    /// Shows what was done so far, if it is time to.
    func show(_ report: BatchReport) {
        let interval = style == .bar ? Duration.milliseconds(100) : .seconds(1)
        guard let earlierBytes = state.isDue(at: clock.now, after: interval, report) else { return }
        write(report, Figures(report, earlierBytes: earlierBytes, since: begin, now: clock.now, totalBytes))
    }

    /// Removes the bar, or shows the last line.
    func finish(_ report: BatchReport) {
        guard style == .json else { return StandardError.write("\r\u{1B}[K") }
        let earlierBytes = state.earlierBytes ?? 0
        write(report, Figures(report, earlierBytes: earlierBytes, since: begin, now: clock.now, totalBytes))
    }

    private func write(_ report: BatchReport, _ figures: Figures) {
        switch style {
        case .bar: StandardError.write("\r\(bar(report, figures))\u{1B}[K")
        case .json: StandardError.write(json(report, figures) + "\n")
        case .none: break
        }
    }

    private func bar(_ report: BatchReport, _ figures: Figures) -> String {
        var parts = ["\(report.documents) documents"]
        if report.failed > 0 { parts.append("\(report.failed) failed") }
        parts.append("\((figures.bytesPerSecond / 1e5).rounded() / 10) MB/s")
        guard let share = figures.share, let left = figures.secondsLeft else { return parts.joined(separator: ", ") }
        let filled = Int(share * Double(ProgressView.width))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: ProgressView.width - filled)
        return "[\(bar)] \(Int(share * 100)) %, " + parts.joined(separator: ", ") + ", \(Int(left)) s left"
    }

    private func json(_ report: BatchReport, _ figures: Figures) -> String {
        func tenths(_ number: Double) -> JSONValue { .number("\((number * 10).rounded() / 10)") }
        let object: JSONValue = [
            "documents": .integer(report.documents), "failed": .integer(report.failed),
            "input_bytes": .integer(report.inputBytes), "total_bytes": totalBytes.map { .integer($0) } ?? .null,
            "seconds": tenths(figures.seconds), "bytes_per_second": tenths(figures.bytesPerSecond),
            "seconds_left": figures.secondsLeft.map(tenths) ?? .null,
        ]
        return object.serialized()
    }
}

/// What can be said of a run's speed.
private struct Figures {
    let seconds: Double
    let bytesPerSecond: Double
    /// The part of the input that is done; nil where the whole is unknown.
    var share: Double?
    var secondsLeft: Double?

    /// - Parameter earlierBytes: The bytes that an earlier run had read.
    init(
        _ report: BatchReport,
        earlierBytes: Int,
        since begin: ContinuousClock.Instant,
        now: ContinuousClock.Instant,
        _ totalBytes: Int?
    ) {
        let parts = begin.duration(to: now).components
        seconds = max(0.001, Double(parts.seconds) + Double(parts.attoseconds) * 1e-18)
        bytesPerSecond = Double(report.inputBytes - earlierBytes) / seconds
        guard let totalBytes, totalBytes > 0, bytesPerSecond > 0 else { return }
        share = min(1, Double(report.inputBytes) / Double(totalBytes))
        secondsLeft = Double(max(0, totalBytes - report.inputBytes)) / bytesPerSecond
    }
}

/// When progress was shown last, and what had been read before the run.
private final class ProgressState: Sendable {
    private struct State {
        var last: ContinuousClock.Instant?
        var earlierBytes: Int?
    }

    private let state = Mutex(State())

    var earlierBytes: Int? { state.withLock { $0.earlierBytes } }

    /// Whether `interval` has passed since the last time that this was so.
    ///
    /// - Returns: The bytes that an earlier run had read, which the first report tells; nil where it is not time.
    func isDue(at now: ContinuousClock.Instant, after interval: Duration, _ report: BatchReport) -> Int? {
        state.withLock { state in
            let earlierBytes = state.earlierBytes ?? report.inputBytes
            state.earlierBytes = earlierBytes
            if let last = state.last, last.duration(to: now) < interval { return nil }
            state.last = now
            return earlierBytes
        }
    }
}
