import Glibc

/// Points in time that only ever go forward.
struct MonotonicTime: Comparable {
    private let nanoseconds: Int

    static var now: MonotonicTime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicTime(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }

    private init(nanoseconds: Int) { self.nanoseconds = nanoseconds }

    static func < (left: MonotonicTime, right: MonotonicTime) -> Bool { left.nanoseconds < right.nanoseconds }

    /// The point `seconds` later.
    func advanced(seconds: Double) -> MonotonicTime {
        MonotonicTime(nanoseconds: nanoseconds + Int(seconds * 1_000_000_000))
    }

    /// The milliseconds from `self` to `later`, rounded up; 0 where it is past.
    func milliseconds(until later: MonotonicTime) -> Int32 {
        Int32(clamping: max(0, (later.nanoseconds - nanoseconds + 999_999) / 1_000_000))
    }
}
