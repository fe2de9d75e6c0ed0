import CReadline
import Glibc
import PostilThreads
import Synchronization

/// Work that Ctrl-C gives up.
enum InterruptibleWork {
    /// Does `work` on a thread of its own and waits for it.
    ///
    /// Work that is given up is told so, and ends as soon as it looks; nobody waits for that, since an annotator
    /// need not look, and changes nothing but what it returns.
    ///
    /// - Parameter work: Takes what says whether it was given up.
    /// - Returns: The result; nil where an interrupt came first.
    static func run<Result: Sendable>(
        _ work: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> Result
    ) -> Result? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return work { false } }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (waiting, done) = (ends[0], ends[1])
        defer { Glibc.close(waiting) }
        let task = Task<Result>()
        let isStarted = Threads.detach(blocking: [SIGINT]) {
            let result = work { task.isCancelled }
            task.finish(with: result)
            Glibc.close(done)
        }
        guard isStarted else {
            Glibc.close(done)
            return work { false }
        }
        var byte: UInt8 = 0
        // The thread closes the other end when it is done, which ends the reading.
        while read(waiting, &byte, 1) < 0, errno == EINTR {
            if creadline_take_interrupt() {
                task.cancel()
                return nil
            }
        }
        return task.result
    }

    /// What the thread and the one that waits share.
    private final class Task<Result: Sendable>: Sendable {
        private let cancelled = Atomic(false)
        private let outcome = Mutex<Result?>(nil)

        var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
        var result: Result? { outcome.withLock { $0 } }

        func cancel() { cancelled.store(true, ordering: .relaxed) }
        func finish(with result: Result) { outcome.withLock { $0 = result } }
    }
}
