import Glibc

/// Threads of the system, for work that blocks on files and programs, which a task must not.
public enum Threads {
    /// Runs `body` on `count` threads at once and returns when all have ended.
    ///
    /// The calling thread is one of them, so that the work is done even where no thread can start.
    public static func run(count: Int, _ body: @escaping @Sendable () -> Void) {
        let threads = (1..<max(1, count)).compactMap { _ in start(body) }
        body()
        for thread in threads { pthread_join(thread, nil) }
    }

    /// Runs `first` on a thread of its own and `second` on the caller's, and returns when both have ended.
    ///
    /// Where no thread can start, the caller's runs both.
    public static func runBoth(_ first: @escaping @Sendable () -> Void, _ second: () -> Void) {
        guard let thread = start(first) else {
            first()
            return second()
        }
        second()
        pthread_join(thread, nil)
    }

    /// Starts a thread that is not waited for.
    ///
    /// - Parameter blockedSignals: Signals that are to reach other threads of the process.
    /// - Returns: Whether a thread could start.
    @discardableResult
    public static func detach(blocking blockedSignals: [Int32] = [], _ body: @escaping @Sendable () -> Void) -> Bool {
        var blocked = sigset_t()
        var before = sigset_t()
        sigemptyset(&blocked)
        for signal in blockedSignals { sigaddset(&blocked, signal) }
        // A thread begins with the mask of the one that starts it.
        pthread_sigmask(SIG_BLOCK, &blocked, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        guard let thread = start(body) else { return false }
        pthread_detach(thread)
        return true
    }

    private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
        let box = Unmanaged.passRetained(Body(body))
        var thread = pthread_t()
        let result = pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            },
            box.toOpaque()
        )
        guard result == 0 else {
            box.release()
            return nil
        }
        return thread
    }

    /// A closure that fits through a C pointer.
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
