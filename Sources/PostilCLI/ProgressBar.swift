import Postil
import Synchronization

/// A line on the terminal that says how far a run is.
struct ProgressBar: Sendable {
    private let totalBytes: Int?
    private let clock = ContinuousClock()
    private let begin: ContinuousClock.Instant
    private let lastDrawn = LastDrawn()

    /// The time between two drawings.
    private static let interval = Duration.milliseconds(100)

    private static let width = 24

    /// A bar that fills as `totalBytes` of input are used; a count where that is unknown.
    init(totalBytes: Int?) {
        self.totalBytes = totalBytes
        begin = clock.now
    }

    /// Draws what was done so far, if it is time to.
    func show(_ report: BatchReport) {
        guard lastDrawn.isDue(at: clock.now, after: ProgressBar.interval) else { return }
        StandardError.write("\r\(line(report))\u{1B}[K")
    }

    /// Removes the line.
    func clear() { StandardError.write("\r\u{1B}[K") }

    private func line(_ report: BatchReport) -> String {
        let elapsed = begin.duration(to: clock.now)
        let seconds = max(0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
        var parts = ["\(report.documents) documents"]
        if report.failed > 0 { parts.append("\(report.failed) failed") }
        parts.append("\((Double(report.inputBytes) / seconds / 1e5).rounded() / 10) MB/s")
        guard let totalBytes, totalBytes > 0, report.inputBytes > 0 else { return parts.joined(separator: ", ") }
        let share = min(1, Double(report.inputBytes) / Double(totalBytes))
        let filled = Int(share * Double(ProgressBar.width))
        let left = Int(seconds / share - seconds)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: ProgressBar.width - filled)
        return "[\(bar)] \(Int(share * 100)) %, " + parts.joined(separator: ", ") + ", \(left) s left"
    }
}

/// When the bar was drawn last.
private final class LastDrawn: Sendable {
    private let instant = Mutex<ContinuousClock.Instant?>(nil)

    /// Whether `interval` has passed since the last time that this was true.
    func isDue(at now: ContinuousClock.Instant, after interval: Duration) -> Bool {
        instant.withLock { last in
            if let last, last.duration(to: now) < interval { return false }
            last = now
            return true
        }
    }
}
