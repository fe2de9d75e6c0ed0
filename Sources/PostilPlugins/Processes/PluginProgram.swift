import Glibc
import PostilCore
import PostilFormats

/// A plugin's program while it runs: sends it requests, several before the first is answered, and reads answers.
///
/// It needs no threads: the caller's waits on all three pipes at once, so that neither side can block the other.
/// One thread at a time uses it; that is what makes the unchecked conformance sound.
final class PluginProgram: @unchecked Sendable {
    private let program: SpawnedProgram
    private let limits: PluginLimits
    private var requests = JSONWriter(capacity: 64 << 10)
    private var written = 0
    private var answers = LineBuffer()
    private var errors = StandardErrorTail()
    private var nextNumber = 1
    private var nextMemoryCheck = MonotonicTime.now
    private var outputEnded = false
    private var errorsEnded = false

    /// The bytes of requests that wait for the program, beyond which no more is made.
    private static let requestBytes = 256 << 10

    /// The milliseconds after which a wait looks at what else there is to see.
    private static let pause: Int32 = 50

    /// Whether it has answered nothing since its start.
    var isFresh: Bool { nextNumber == 1 }

    /// What it has said of itself.
    private(set) var manifest: JSONValue = .null

    /// Starts a program and reads how it introduces itself.
    ///
    /// - Throws: ``ProgramFailure`` with the code `plugin-crashed`, `plugin-timed-out` or `plugin-protocol`.
    init(command: [String], folder: String, limits: PluginLimits) throws(ProgramFailure) {
        self.limits = limits
        do throws(PluginError) {
            program = try SpawnedProgram(command, folder: folder)
        } catch {
            throw ProgramFailure(.pluginCrashed, error.message)
        }
        var introduction: JSONValue?
        let deadline = MonotonicTime.now.advanced(seconds: limits.startSeconds)
        while introduction == nil {
            let line = answers.withLine { line in Array(line) }
            if let line {
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
                do throws(JSONError) {
                    introduction = try JSONValue(parsing: line)
                } catch {
                    let shown = line.withUnsafeBufferPointer { Answer.excerpt($0) }
                    throw ended(.pluginProtocol, "writes '\(shown)' where its manifest has to stand: \(error.message)")
                }
            } else if let failure = wait(until: deadline, "its first line, the manifest", limits.startSeconds) {
                throw failure
            }
        }
        manifest = introduction ?? .null
    }

    /// The lines that it has written to standard error since they were taken last.
    func takeErrorLines() -> [String] { errors.takeLines() }

    /// Sends `count` requests and reads their answers, in order.
    ///
    /// - Parameters:
    ///   - count: How many requests there are.
    ///   - isCancelled: Whether the answers are not wanted any more.
    ///   - write: Writes the request at a position with the number that its answer has to name.
    ///   - read: Reads the line of the answer to the request at a position, which has to name the number.
    /// - Returns: How many were answered, and why not all were; then the program has been ended.
    func exchange(
        count: Int,
        isCancelled: () -> Bool,
        write: (_ position: Int, _ number: Int, inout JSONWriter) -> Void,
        read: (_ position: Int, _ number: Int, UnsafeBufferPointer<UInt8>) throws(ProtocolViolation) -> Void
    ) -> (answered: Int, failure: ProgramFailure?) {
        let blockedSignal = PipeSignal.block()
        defer { blockedSignal.restore() }
        var sent = 0
        var answered = 0
        let first = nextNumber
        var deadline = MonotonicTime.now.advanced(seconds: limits.documentSeconds)
        do throws(ProgramFailure) {
            while answered < count {
                // Half of them at a time, so that the two programs do not wake each other for every document.
                if sent - answered <= limits.documentsInFlight / 2 {
                    while sent < count, sent - answered < limits.documentsInFlight,
                        requests.buffer.count - written < PluginProgram.requestBytes
                    {
                        write(sent, first + sent, &requests)
                        sent += 1
                    }
                }
                send()
                let before = answered
                while answered < sent,
                    try readAnswer({ (line) throws(ProtocolViolation) in
                        try read(answered, first + answered, line)
                    })
                {
                    answered += 1
                    nextNumber += 1
                }
                if answered > before {
                    deadline = MonotonicTime.now.advanced(seconds: limits.documentSeconds)
                    continue
                }
                if isCancelled() { throw ended(.cancelled, "was stopped") }
                if let failure = wait(until: deadline, "an answer", limits.documentSeconds) { throw failure }
            }
        } catch {
            return (answered, error)
        }
        return (answered, hasSpoken ? ended(.pluginProtocol, "writes more than one line for a document") : nil)
    }

    /// Whether it has written something that nobody asked for.
    private var hasSpoken: Bool { answers.hasContents }

    /// Lends the next line that is not blank to `body`; false where there is none yet.
    private func readAnswer(
        _ body: (UnsafeBufferPointer<UInt8>) throws(ProtocolViolation) -> Void
    ) throws(ProgramFailure) -> Bool {
        do throws(ProtocolViolation) {
            while true {
                let isAnswer = try answers.withLine { (line) throws(ProtocolViolation) -> Bool in
                    guard line.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { return false }
                    try body(line)
                    return true
                }
                guard let isAnswer else { return false }
                if isAnswer { return true }
            }
        } catch {
            throw ended(.pluginProtocol, error.message)
        }
    }

    /// Hands over what the pipe takes.
    private func send() {
        while written < requests.buffer.count, program.input >= 0 {
            let result = requests.buffer.withBytes { bytes in
                bytes.baseAddress.map { Glibc.write(program.input, $0 + written, bytes.count - written) } ?? 0
            }
            if result > 0 {
                written += result
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                // It reads no more; what it has written before is read all the same, and then its end.
                program.closeInput()
            }
        }
        if written == requests.buffer.count {
            requests.removeAll()
            written = 0
        }
    }
}

extension PluginProgram {
    /// Waits until the program has written something or takes more, and reads what there is.
    ///
    /// - Returns: Why it is not to be used any more; then it has been ended.
    private func wait(until deadline: MonotonicTime, _ wanted: String, _ seconds: Double) -> ProgramFailure? {
        let now = MonotonicTime.now
        guard now < deadline else {
            return ended(
                .pluginTimedOut,
                "has not written \(wanted) in \(PluginProgram.text(seconds)) seconds: is it at work, or does it keep back its output (flush each line)?"
            )
        }
        if nextMemoryCheck < now, let failure = memoryFailure(now) { return failure }
        guard !outputEnded else {
            // A program may close its output a moment before it ends.
            _ = program.waitForEnd(seconds: 0.5)
            return crashed(wanted)
        }
        let isWaitingToWrite = written < requests.buffer.count && program.input >= 0
        var polled = [
            pollfd(fd: program.output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errorsEnded ? -1 : program.errors, events: Int16(POLLIN), revents: 0),
            pollfd(fd: isWaitingToWrite ? program.input : -1, events: Int16(POLLOUT), revents: 0),
        ]
        let pause = min(PluginProgram.pause, now.milliseconds(until: deadline))
        guard poll(&polled, 3, pause) > 0 else { return nil }
        if polled[1].revents != 0 { readErrors() }
        if polled[0].revents != 0 {
            outputEnded = answers.fill(from: program.output) == .end
            if answers.pendingCount > limits.answerMegabytes << 20 {
                return ended(.pluginProtocol, "writes a line of more than \(limits.answerMegabytes) MiB")
            }
        }
        return nil
    }

    private func readErrors() {
        withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 16) { buffer in
            let count = read(program.errors, buffer.baseAddress, buffer.count)
            if count > 0 {
                errors.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            } else if count == 0 || errno != EAGAIN && errno != EINTR {
                errorsEnded = true
            }
        }
    }

    private func memoryFailure(_ now: MonotonicTime) -> ProgramFailure? {
        nextMemoryCheck = now.advanced(seconds: 0.1)
        guard let bytes = ProcessMemory.residentBytes(of: program.pid), bytes > limits.memoryMegabytes << 20 else {
            return nil
        }
        return ended(.pluginMemory, "takes more than \(limits.memoryMegabytes) MiB of memory")
    }

    private func crashed(_ wanted: String) -> ProgramFailure {
        let hadEnded = program.hasEnded
        drainErrors()
        program.kill()
        return ProgramFailure(
            .pluginCrashed,
            (hadEnded ? program.ending : "closed its output") + " before it wrote \(wanted)" + lastWords
        )
    }

    /// Ends the program because of something that it did.
    private func ended(_ code: ErrorCode, _ message: String) -> ProgramFailure {
        drainErrors()
        program.kill()
        return ProgramFailure(code, message + lastWords)
    }

    /// Ends a program that is not wanted any more.
    func end() {
        drainErrors()
        program.kill()
    }

    private func drainErrors() {
        var rounds = 0
        while !errorsEnded, rounds < 8 {
            var polled = pollfd(fd: program.errors, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 0) > 0 else { return }
            readErrors()
            rounds += 1
        }
    }

    /// The last line of standard error, as the end of a message.
    private var lastWords: String { errors.lines.last.map { "; it said: \($0)" } ?? "" }

    /// Ends the program in good order: no more input, then time to finish, then a request, then force.
    func shutDown() {
        program.closeInput()
        let deadline = MonotonicTime.now.advanced(seconds: PluginProgram.graceSeconds)
        // It may have something to say before it ends, and would wait until somebody reads it.
        while !program.hasEnded, MonotonicTime.now < deadline {
            var polled = [
                pollfd(fd: outputEnded ? -1 : program.output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errorsEnded ? -1 : program.errors, events: Int16(POLLIN), revents: 0),
            ]
            guard !(outputEnded && errorsEnded) else {
                _ = program.waitForEnd(seconds: PluginProgram.graceSeconds)
                break
            }
            guard poll(&polled, 2, 5) > 0 else { continue }
            if polled[1].revents != 0 { readErrors() }
            if polled[0].revents != 0 {
                outputEnded = answers.fill(from: program.output) == .end
                while answers.withLine({ _ in true }) != nil {}
            }
        }
        if !program.hasEnded {
            program.signal(SIGTERM)
            _ = program.waitForEnd(seconds: 1)
        }
        drainErrors()
        program.kill()
    }

    /// The seconds that a program has to end once its input has.
    private static let graceSeconds = 2.0

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }
}
