import Glibc
import PostilThreads
import Synchronization

/// Turns SIGINT and SIGTERM into a request to stop, which a run answers by writing what it has begun.
public final class StopSignal: Sendable {
    /// A descriptor that can be read once a stop is asked for.
    let wakeUp: Int32

    private let trigger: Int32
    private let received = Atomic<Int32>(0)

    /// Prepares without watching for signals; ``request(_:)`` asks.
    public init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        wakeUp = ends[0]
        trigger = ends[1]
    }

    deinit {
        close(wakeUp)
        close(trigger)
    }

    /// The signal that asked for a stop; nil where none has.
    public var signal: Int32? {
        let value = received.load(ordering: .acquiring)
        return value == 0 ? nil : value
    }

    /// Asks for a stop as `signal` would.
    public func request(_ signal: Int32) {
        guard received.compareExchange(expected: 0, desired: signal, ordering: .acquiringAndReleasing).exchanged else {
            return
        }
        var byte: UInt8 = 1
        _ = write(trigger, &byte, 1)
    }

    /// Watches for SIGINT and SIGTERM; a second one ends the process at once. SIGPIPE and SIGXFSZ are
    /// ignored, so that a closed pipe and a file beyond the limit of its size are errors of the write.
    ///
    /// Call it before any other thread starts: the signals are blocked in the threads to come and taken
    /// by one of their own, where no restriction of signal handlers applies.
    public func watch() {
        Glibc.signal(SIGPIPE, SIG_IGN)
        Glibc.signal(SIGXFSZ, SIG_IGN)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGINT)
        sigaddset(&set, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        Threads.detach { [self] in
            var set = sigset_t()
            sigemptyset(&set)
            sigaddset(&set, SIGINT)
            sigaddset(&set, SIGTERM)
            while true {
                var signal: Int32 = 0
                guard sigwait(&set, &signal) == 0 else { return }
                if self.signal != nil { _exit(128 + signal) }
                request(signal)
            }
        }
    }
}
