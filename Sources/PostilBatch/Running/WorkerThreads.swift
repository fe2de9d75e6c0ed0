import Glibc

/// Threads that run one body and are waited for.
enum WorkerThreads {
    /// Runs `body` on `count` threads at once and returns when all have ended.
    ///
    /// Threads of the system instead of tasks: a worker blocks on files, which a task must not.
    static func run(count: Int, _ body: @escaping @Sendable () -> Void) {
        let threads = (1..<max(1, count)).compactMap { _ in start(body) }
        // The calling thread is one of the workers, so that there is one even where no thread can start.
        body()
        for thread in threads { pthread_join(thread, nil) }
    }

    /// Starts a thread that is not waited for.
    static func detach(_ body: @escaping @Sendable () -> Void) {
        if let thread = start(body) { pthread_detach(thread) }
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

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
