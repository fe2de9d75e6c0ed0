import Postil

/// Times as people read them: always in milliseconds, so that two can be compared at a glance.
enum Timing {
    /// The time that a run took, and its speed.
    static func line(_ run: AnnotationRun) -> String {
        let bytes = run.document.text.count
        return "annotated \(bytes) bytes in \(milliseconds(run.total))"
    }

    /// `time` in milliseconds, to three digits after the point.
    static func milliseconds(_ time: Duration) -> String {
        let microseconds = time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
        let fraction = String(microseconds % 1000)
        return "\(microseconds / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction) ms"
    }
}
