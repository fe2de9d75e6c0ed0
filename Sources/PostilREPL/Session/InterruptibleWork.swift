import CReadline
import Glibc
import Synchronization

/// Work that Ctrl-C gives up.
enum InterruptibleWork {
    /// Does `work` on a thread of its own and waits for it.
    ///
    /// Annotators know no cancelling. As they change nothing but what they return, a run that is given up
    /// goes on to its end with nobody to take its result.
    ///
    /// - Returns: The result; nil where an interrupt came first.
    static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return work() }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let task = Task(work: work, done: ends[1])
        guard task.start() else {
            Glibc.close(ends[0])
            Glibc.close(ends[1])
            return work()
        }
        defer { Glibc.close(ends[0]) }
        var byte: UInt8 = 0
        // The thread closes the other end when it is done, which ends the reading.
        while read(ends[0], &byte, 1) < 0, errno == EINTR {
            if creadline_take_interrupt() { return nil }
        }
        return task.result
    }

    private final class Task<Result: Sendable>: Sendable {
        private let work: @Sendable () -> Result
        private let done: Int32
        private let outcome = Mutex<Result?>(nil)

        var result: Result? { outcome.withLock { $0 } }

        init(work: @escaping @Sendable () -> Result, done: Int32) {
            self.work = work
            self.done = done
        }

        func perform() {
            let result = work()
            outcome.withLock { $0 = result }
            Glibc.close(done)
        }

        /// Starts the thread, from which interrupts are kept, so that they reach the one that waits.
        func start() -> Bool {
            var interrupts = sigset_t()
            var before = sigset_t()
            sigemptyset(&interrupts)
            sigaddset(&interrupts, SIGINT)
            pthread_sigmask(SIG_BLOCK, &interrupts, &before)
            defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
            let box = Unmanaged.passRetained(Box { self.perform() })
            var thread = pthread_t()
            let status = pthread_create(
                &thread,
                nil,
                { pointer in
                    guard let pointer else { return nil }
                    Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().run()
                    return nil
                },
                box.toOpaque()
            )
            guard status == 0 else {
                box.release()
                return false
            }
            pthread_detach(thread)
            return true
        }
    }

    /// A closure that fits through a C pointer.
    private final class Box: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
