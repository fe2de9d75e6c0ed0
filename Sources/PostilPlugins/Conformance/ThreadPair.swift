import Glibc

/// Runs two bodies at once.
enum ThreadPair {
    /// Runs `first` on a thread of its own and `second` on the caller's, and returns when both have ended.
    ///
    /// Where no thread can be started, the caller's runs both.
    static func run(_ first: @escaping @Sendable () -> Void, _ second: () -> Void) {
        let box = Unmanaged.passRetained(Body(first))
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
            first()
            return second()
        }
        second()
        pthread_join(thread, nil)
    }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
