import Glibc
import Postil

/// Where records go: standard output, or a file that appears when it is complete.
struct OutputTarget {
    /// The file's path; nil for standard output.
    let path: String?

    /// Whether a run that writes to `path` can be gone on with: not where it leads to a pipe, a device or a folder.
    static func canResume(_ path: String) -> Bool {
        var status = stat()
        return path != "-" && (stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG)
    }

    /// Runs `body` with the sink and completes the output, unless its result says that it is not to be.
    ///
    /// What a run that ended early has written stays beside the wanted name, ending in `.partial`.
    ///
    /// - Returns: What `body` returned, and where an incomplete output is.
    func withSink<Result: OutputResult>(
        _ body: (ByteSink) throws(StreamError) -> Result
    ) throws -> (result: Result, partialPath: String?) {
        do throws(StreamError) {
            guard let path, path != "-" else {
                let sink = try ByteSink.standardOutput()
                let result = try body(sink)
                if result.state != .failed { try sink.finish() }
                return (result, nil)
            }
            let file = try AtomicFile(path: path)
            defer { file.abandon() }
            let result = try body(file.sink)
            switch result.state {
            case .complete:
                try file.commit()
                return (result, nil)
            case .partial:
                let partialPath = path + ".partial"
                try file.commit(as: partialPath)
                return (result, partialPath)
            case .failed:
                return (result, nil)
            }
        } catch {
            // A reader that has seen enough, such as head, is no fault to report.
            throw CommandFailure(.outputFailed, error.code == .closedPipe ? nil : "\(error)")
        }
    }
}

extension OutputTarget {
    /// Writes `bytes` as the whole output.
    func write(_ bytes: [UInt8]) throws {
        struct Written: OutputResult {
            let state = OutputState.complete
        }
        _ = try withSink { sink throws(StreamError) in
            try sink.write(bytes)
            return Written()
        }
    }
}

/// What was written to an output: all of it, some of it, or nothing that can be used.
enum OutputState { case complete, partial, failed }

/// The result of writing an output, which says what became of it.
protocol OutputResult {
    var state: OutputState { get }
}

extension BatchReport: OutputResult {
    var state: OutputState {
        switch end {
        case .complete: .complete
        case .interrupted, .tooManyErrors: .partial
        case .outputFailed: .failed
        }
    }
}
