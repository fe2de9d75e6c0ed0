import PostilFormats

/// An output file with a journal, so that a run that was stopped in any way can be gone on with.
///
/// Now and then what was written is brought to the device and the journal says how far it is. A later run for the same
/// output passes over the documents that are done, cuts off what is behind the last whole record, and writes the rest:
/// the file is then the same, byte for byte, as that of a run that was never stopped.
///
/// Not `Sendable`, as its file is not.
public final class ResumableOutput {
    /// What to do where an earlier run has left something.
    public enum Earlier: Sendable {
        /// Refuse, so that nothing is lost.
        case refuse
        /// Go on with it if it was the same run; with `ignoringChanges` even if it was not.
        case resume(ignoringChanges: Bool)
        /// Remove it.
        case discard
    }

    /// Whether the output is there already, so that there is nothing to do.
    public let isComplete: Bool

    /// What an earlier run has done.
    public let earlier: BatchReport

    private let path: String
    private let identity: RunIdentity
    private let file: AtomicFile?
    private let progress: RunProgress

    /// Prepares an output.
    ///
    /// - Parameters:
    ///   - path: The file; it appears when it is complete, and is packed if named `.gz` or `.zst`.
    ///   - identity: What the run is.
    ///   - earlier: What to do with what an earlier run has left.
    ///   - interval: How often the journal is written.
    /// - Throws: ``StreamError/Code/journalRefused`` where an earlier run is in the way, and what writing throws.
    public init(
        path: String,
        identity: RunIdentity,
        earlier: Earlier,
        interval: Duration = .seconds(10)
    ) throws(StreamError) {
        self.path = path
        self.identity = identity
        var journal = try RunJournal.read(of: path)
        if let found = journal {
            switch earlier {
            case .refuse where found.report.documents == 0:
                try ResumableOutput.discard(found, of: path)
                journal = nil
            case .refuse:
                throw StreamError(
                    code: .journalRefused,
                    path: path,
                    message: "an earlier run was stopped after \(found.report.documents) documents: "
                        + "go on with --resume, or begin anew with --restart"
                )
            case .resume(let ignoresChanges):
                if !ignoresChanges, let difference = identity.difference(from: found.identity) {
                    throw StreamError(
                        code: .journalRefused,
                        path: path,
                        message: "cannot be gone on with: \(difference); begin anew with --restart, or go on "
                            + "nevertheless with --ignore-changes"
                    )
                }
            case .discard:
                try ResumableOutput.discard(found, of: path)
                journal = nil
            }
        }
        var isThere = false
        if case .resume = earlier { isThere = OpenFile.status(of: path) != nil }
        // The last run was stopped between giving the file its name and removing the journal.
        if let found = journal, OpenFile.status(of: found.partPath) == nil, isThere {
            RunJournal.remove(of: path)
            journal = nil
        }
        if journal == nil, isThere { try ResumableOutput.check(path, isOf: identity) }
        self.earlier = journal?.report ?? BatchReport()
        isComplete = journal == nil && isThere
        file = isComplete ? nil : try ResumableOutput.file(path, journal)
        progress = RunProgress(
            path: path,
            identity: identity,
            partPath: file?.temporaryPath ?? path,
            interval: interval
        )
    }

    /// Makes sure that a complete output is one of this pipeline, as far as its first record tells.
    private static func check(_ path: String, isOf identity: RunIdentity) throws(StreamError) {
        let reader = LineReader(try ByteSource(path: path))
        guard case .line = try reader.next() else { return }
        let pipeline = reader.withBytes { try? JSONValue(parsing: Array($0))["pipeline"]?.string }
        guard pipeline == identity.pipeline else {
            throw StreamError(
                code: .journalRefused,
                path: path,
                message:
                    "is there already and of another pipeline (\(pipeline ?? "none") and not \(identity.pipeline)): "
                    + "name another output, or begin anew with --restart"
            )
        }
    }

    private static func file(_ path: String, _ journal: RunJournal?) throws(StreamError) -> AtomicFile {
        guard let journal else {
            let file = try AtomicFile(path: path)
            file.lock()
            return file
        }
        guard OpenFile.status(of: journal.partPath) != nil else {
            throw StreamError(
                code: .journalRefused,
                path: path,
                message: "what was written is gone (\(journal.partPath)): begin anew with --restart"
            )
        }
        return try AtomicFile(path: path, resuming: journal.partPath, at: journal.mark)
    }

    private static func discard(_ journal: RunJournal, of path: String) throws(StreamError) {
        if OpenFile.status(of: journal.partPath) != nil {
            let nothing = SinkMark(acceptedBytes: 0, unpackedBytes: 0, fileBytes: 0)
            try AtomicFile(path: path, resuming: journal.partPath, at: nothing).abandon()
        }
        RunJournal.remove(of: path)
    }

    /// Annotates `inputs` from where the earlier run stopped.
    ///
    /// - Returns: What was done by both, and where an output is that is not complete.
    /// - Throws: ``StreamError/Code/outputFailed`` or ``StreamError/Code/diskFull``.
    public func run(
        _ inputs: [BatchInput],
        with runner: BatchRunner,
        stop: StopSignal,
        progress showProgress: @escaping @Sendable (BatchReport) -> Void = { _ in }
    ) throws(StreamError) -> (report: BatchReport, keptPath: String?) {
        guard let file else { return (earlier, nil) }
        let progress = progress
        try progress.begin(at: file.sink.acceptedBytes, earlier)
        let output = JournaledOutput(file.sink, progress)
        let report = runner.run(inputs, to: output, after: earlier, stop: stop, progress: showProgress)
        switch report.end {
        case .complete:
            try file.commit()
            RunJournal.remove(of: path)
            return (report, nil)
        case .interrupted, .tooManyErrors:
            let partialPath = path + ".partial"
            let mark = progress.mark(of: file.sink)
            try file.commit(as: partialPath)
            if report.end == .interrupted, let mark {
                try RunJournal(identity: identity, partPath: partialPath, mark: mark.mark, report: mark.report)
                    .write(of: path)
            } else {
                RunJournal.remove(of: path)
            }
            return (report, partialPath)
        case .outputFailed:
            guard progress.hasProgress else {
                RunJournal.remove(of: path)
                return (report, nil)
            }
            file.leave()
            return (report, file.temporaryPath)
        }
    }
}
