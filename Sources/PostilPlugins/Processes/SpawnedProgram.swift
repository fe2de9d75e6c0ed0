import CProcesses
import Glibc

/// A program that was started with pipes for its three streams, in a process group of its own.
///
/// It is started with `posix_spawn`, so that no code of this process runs in the child; it gets no other
/// descriptor of this process, no blocked signal and no ignored one.
final class SpawnedProgram {
    let pid: pid_t
    /// Where its standard input is written; -1 once closed.
    private(set) var input: Int32
    /// Where its standard output is read.
    let output: Int32
    /// Where its standard error is read.
    let errors: Int32
    private var status: Int32?

    /// Starts `command` in `folder`.
    ///
    /// - Throws: ``PluginError`` with the code `cannot-start`.
    init(_ command: [String], folder: String) throws(PluginError) {
        var ends: [Int32] = []
        func closeAll() { for end in ends { close(end) } }
        func makePipe() throws(PluginError) -> (read: Int32, write: Int32) {
            var pair: [Int32] = [-1, -1]
            let result = cprocesses_pipe(&pair)
            guard result == 0 else {
                throw PluginError(.cannotStart, "no pipe can be made: \(SpawnedProgram.reason(result))")
            }
            // Below 3 an end would be in the way of the child's own streams.
            for index in pair.indices where pair[index] < 3 {
                let moved = fcntl(pair[index], F_DUPFD_CLOEXEC, 3)
                close(pair[index])
                pair[index] = moved
            }
            ends += pair
            return (pair[0], pair[1])
        }
        let (pid, pipes): (pid_t, [(read: Int32, write: Int32)])
        do throws(PluginError) {
            pipes = [try makePipe(), try makePipe(), try makePipe()]
            pid = try SpawnedProgram.spawn(
                command,
                folder: folder,
                streams: [pipes[0].read, pipes[1].write, pipes[2].write]
            )
        } catch {
            closeAll()
            throw error
        }
        for end in [pipes[0].read, pipes[1].write, pipes[2].write] { close(end) }
        self.pid = pid
        input = pipes[0].write
        output = pipes[1].read
        errors = pipes[2].read
        for end in [input, output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        // Room for some documents in a row, where the system allows it.
        cprocesses_grow_pipe(input, 1 << 18)
    }

    deinit {
        kill()
        closeInput()
        close(output)
        close(errors)
    }

    /// Closes its standard input, which tells it that nothing more comes.
    func closeInput() {
        if input >= 0 { close(input) }
        input = -1
    }

    /// Whether it has ended.
    var hasEnded: Bool {
        if status != nil { return true }
        var information = siginfo_t()
        let result = waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT)
        return result != 0 || information.si_signo != 0
    }

    /// Waits until it has ended.
    ///
    /// - Returns: False where it has not after `seconds`.
    func waitForEnd(seconds: Double) -> Bool {
        let deadline = MonotonicTime.now.advanced(seconds: seconds)
        var pause: UInt32 = 200
        while !hasEnded {
            guard MonotonicTime.now < deadline else { return false }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
        return true
    }

    /// Sends `signal` to the program and those that it has started.
    func signal(_ signal: Int32) {
        // Until the program is waited for, its number, and so the group's, belongs to nobody else.
        if status == nil { Glibc.kill(-pid, signal) }
    }

    /// Ends it, and those that it has started, and takes its status.
    func kill() {
        guard status == nil else { return }
        signal(SIGKILL)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        self.status = status
    }

    /// How it ended, for messages.
    var ending: String {
        guard let status else { return "has not ended" }
        let signal = status & 0x7F
        return signal == 0 ? "ended with exit code \(status >> 8 & 0xFF)" : "was ended by signal \(signal)"
    }

    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

extension SpawnedProgram {
    /// Starts `command` in `folder` with the descriptors `streams` as its first three.
    private static func spawn(_ command: [String], folder: String, streams: [Int32]) throws(PluginError) -> pid_t {
        let arguments = command.map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
        defer { for argument in arguments { free(argument) } }
        guard !command.isEmpty else { throw PluginError(.cannotStart, "no command is named") }
        var pid: pid_t = 0
        let result = cprocesses_spawn(arguments, folder, streams, &pid)
        guard result == 0 else { throw PluginError(.cannotStart, startMessage(command, folder: folder, result)) }
        return pid
    }

    private static func startMessage(_ command: [String], folder: String, _ code: Int32) -> String {
        let name = command.first ?? ""
        let remedy =
            switch code {
            case EACCES: name.contains("/") ? ": make it executable (chmod +x)" : ""
            case ENOENT:
                name.contains("/")
                    ? " in \(folder), or what its first line names is not there"
                    : ": install it, or name it by its path"
            case ENOEXEC: ": a script begins with a line such as #!/bin/sh"
            default: ""
            }
        return "'\(name)' cannot be started: \(reason(code))\(remedy)"
    }
}
