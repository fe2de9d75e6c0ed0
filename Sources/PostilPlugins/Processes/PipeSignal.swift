import Glibc

/// Keeps SIGPIPE from this thread while it writes to a program that may have ended, whatever the process does with
/// the signal otherwise.
struct PipeSignal {
    private let before: sigset_t

    /// Blocks the signal.
    static func block() -> PipeSignal {
        var blocked = sigset_t()
        var before = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &blocked, &before)
        return PipeSignal(before: before)
    }

    /// Takes away a signal that has come meanwhile, and blocks what was blocked before.
    func restore() {
        var before = before
        var pipeSignal = sigset_t()
        sigemptyset(&pipeSignal)
        sigaddset(&pipeSignal, SIGPIPE)
        if sigismember(&before, SIGPIPE) == 0 {
            var noTime = timespec()
            _ = sigtimedwait(&pipeSignal, nil, &noTime)
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}
