import Glibc
import PostilCore
import PostilFormats
import Synchronization

/// Runs the programs of one plugin: one for each thread that needs one at a time, each with several documents
/// under way.
///
/// What goes wrong with a program concerns the document that it was at. To know that document, those that had no
/// answer yet are given to a new program, the first of them alone: only a program that fails with its first
/// document has failed because of it. So which documents fail does not depend on what else was under way.
public final class PluginHost: Sendable {
    /// The plugin's manifest.
    public let manifest: PluginManifest

    /// The folder in which its programs run.
    public let folder: String

    private let command: [String]
    private let state = Mutex(State())

    private struct State {
        var idle: [PluginProgram] = []
        /// Failures in a row: documents and starts, since the last answer.
        var failures = 0
        var stopReason: String?
        var errorLines: [String] = []
        var errorLineCount = 0
    }

    /// How many lines of standard error are kept.
    private static let errorLinesKept = 20

    /// Prepares the host of a plugin, and starts its first program, so that what is wrong with it is known at once.
    ///
    /// - Parameters:
    ///   - manifest: What is known of the plugin; nil where only its program knows.
    ///   - command: The program and its arguments.
    ///   - folder: The folder in which it runs.
    ///   - name: What errors call it.
    /// - Throws: ``PluginError`` with the code `cannot-start`, `bad-manifest`, `protocol-version` or `other-manifest`.
    public init(manifest: PluginManifest?, command: [String], folder: String, name: String) throws(PluginError) {
        self.command = command
        self.folder = folder
        let program: PluginProgram
        do throws(ProgramFailure) {
            program = try PluginProgram(command: command, folder: folder, limits: manifest?.limits ?? PluginLimits())
        } catch {
            throw PluginError(.cannotStart, "\(name): \(error.message)")
        }
        self.manifest = try PluginHost.agreed(manifest, program.manifest, name: name)
        state.withLock { $0.idle = [program] }
    }

    deinit { shutDown() }

    /// The manifest, once the program has said the same.
    private static func agreed(
        _ manifest: PluginManifest?,
        _ introduction: JSONValue,
        name: String
    ) throws(PluginError) -> PluginManifest {
        let stated = try PluginManifest(introduction, place: "\(name), as its program says")
        guard let manifest else { return stated }
        for (written, said) in zip(manifest.declarations, stated.declarations) where written.value != said.value {
            throw PluginError(
                .otherManifest,
                "\(name): \"\(written.name)\" is \(written.value) in plugin.json, but \(said.value) as its program says: "
                    + "make them agree"
            )
        }
        return manifest
    }

    /// What the programs have written to standard error: the first lines, and how many there were.
    public var errorOutput: (lines: [String], count: Int) {
        state.withLock { ($0.errorLines, $0.errorLineCount) }
    }

    /// Why no program is started any more; nil while they are.
    public var stopReason: String? { state.withLock { $0.stopReason } }

    /// Ends the programs that wait for documents, in good order.
    public func shutDown() {
        let programs = state.withLock { state in
            defer { state.idle = [] }
            return state.idle
        }
        for program in programs {
            program.shutDown()
            collectErrors(of: program)
        }
    }
}

extension PluginHost {
    /// Sends requests to a program and reads the answers.
    ///
    /// - Returns: For each request what went wrong, nil where it was answered.
    func exchange(
        count: Int,
        isCancelled: () -> Bool,
        write: (_ position: Int, _ number: Int, inout JSONWriter) -> Void,
        read: (_ position: Int, _ number: Int, UnsafeBufferPointer<UInt8>) throws(ProtocolViolation) -> Void
    ) -> [AnnotationError?] {
        var errors: [AnnotationError?] = Array(repeating: nil, count: count)
        var position = 0
        var isAlone = false
        while position < count {
            if let reason = stopReason {
                let error = AnnotationError(code: .pluginStopped, message: "is not started any more: \(reason)")
                for index in position..<count { errors[index] = error }
                break
            }
            let start = position
            let end = isAlone ? start + 1 : count
            let program: PluginProgram
            do throws(ProgramFailure) {
                program = try self.program(mustBeFresh: isAlone)
            } catch {
                fail(error)
                continue
            }
            let wasFresh = program.isFresh
            let (answered, failure) = program.exchange(
                count: end - start,
                isCancelled: isCancelled,
                write: { write(start + $0, $1, &$2) },
                read: { (index, number, line) throws(ProtocolViolation) in try read(start + index, number, line) }
            )
            position += answered
            if answered > 0 { state.withLock { $0.failures = 0 } }
            guard let failure else {
                isAlone = false
                state.withLock { $0.idle.append(program) }
                continue
            }
            collectErrors(of: program)
            if failure.code == .cancelled {
                for index in position..<count {
                    errors[index] = AnnotationError(code: .cancelled, message: failure.message)
                }
                break
            }
            // All answers are there, and something more, which concerns no document.
            guard position < end else {
                isAlone = false
                continue
            }
            let isBlamed = failure.code == .pluginTimedOut || wasFresh && answered == 0 && end == start + 1
            isAlone = !isBlamed
            guard isBlamed else { continue }
            errors[position] = AnnotationError(code: failure.code, message: failure.message)
            position += 1
            fail(failure)
        }
        return errors
    }

    /// A program that nobody uses.
    private func program(mustBeFresh: Bool) throws(ProgramFailure) -> PluginProgram {
        if !mustBeFresh, let idle = state.withLock({ $0.idle.popLast() }) { return idle }
        let program = try PluginProgram(command: command, folder: folder, limits: manifest.limits)
        do throws(PluginError) {
            _ = try PluginHost.agreed(manifest, program.manifest, name: manifest.identifier)
        } catch {
            throw ProgramFailure(.pluginProtocol, error.message)
        }
        return program
    }

    /// Counts a failure, and waits longer the more there were without an answer; beyond the limit no program is
    /// started any more.
    private func fail(_ failure: ProgramFailure) {
        let count = state.withLock { state in
            state.failures += 1
            if state.failures > manifest.limits.restarts {
                state.stopReason = "it failed \(state.failures) times in a row; last it \(failure.message)"
            }
            return state.failures
        }
        guard count <= manifest.limits.restarts else { return }
        usleep(UInt32(min(1_000_000, 5_000 << min(count, 8))))
    }

    private func collectErrors(of program: PluginProgram) {
        let lines = program.takeErrorLines()
        guard !lines.isEmpty else { return }
        state.withLock { state in
            state.errorLineCount += lines.count
            state.errorLines += lines.prefix(max(0, PluginHost.errorLinesKept - state.errorLines.count))
        }
    }
}
