import Glibc
import PostilFormats

/// An output in parts of a bounded size, with a manifest, and a journal so that a run that was stopped in any way can be
/// gone on with.
///
/// A part appears under its name when it is full; the manifest, and then an empty file `_SUCCESS`, when all are there.
/// A run that goes on keeps the finished parts: all are the same, byte for byte, as those of a run that was never stopped.
///
/// Not `Sendable`, as its files are not.
public final class SplitOutput {
    /// Whether all parts are there already, so that there is nothing to do.
    public let isComplete: Bool

    /// What an earlier run has done.
    public let earlier: BatchReport

    private let names: PartNames
    private let identity: RunIdentity
    private let share: DocumentShare?
    private let writer: PartWriter?
    private let progress: RunProgress

    /// Prepares an output.
    ///
    /// - Parameters:
    ///   - path: What the parts are named after; its folder is made if need be.
    ///   - size: The bytes that a part, packed as it is, may have.
    ///   - options: The run's options.
    ///   - identity: What the run is.
    ///   - earlier: What to do with what an earlier run has left.
    ///   - interval: How often the journal is written.
    /// - Throws: ``StreamError/Code/journalRefused`` where an earlier run is in the way, and what writing throws.
    public init(
        path: String,
        size: Int,
        options: BatchOptions,
        identity: RunIdentity,
        earlier: ResumableOutput.Earlier,
        interval: Duration = .seconds(10)
    ) throws(StreamError) {
        names = PartNames(path: path, share: options.share)
        self.identity = identity.splitting(into: size)
        share = options.share
        if !names.folder.isEmpty, mkdir(names.folder, 0o777) != 0, errno != EEXIST {
            throw .writing(names.folder, "cannot make the folder", errno)
        }
        var journal = try RunJournal.earlier(of: names.journalBase, self.identity, earlier)
        // A run that was killed while it ended may have left beginnings of these.
        for path in [names.manifestPath, names.successPath] { AtomicFile.removeTemporaries(of: path) }
        let isThere = OpenFile.status(of: names.manifestPath) != nil
        if isThere || journal == nil { try SplitOutput.clear(names, isThere: isThere, self.identity, earlier) }
        if case .resume = earlier, isThere {
            // The last run was stopped between writing the manifest and removing the journal.
            try SplitOutput.succeed(names)
            journal = nil
            isComplete = true
        } else {
            isComplete = false
        }
        self.earlier = journal?.report ?? BatchReport()
        let file = isComplete ? nil : try SplitOutput.part(names, journal)
        progress = RunProgress(
            path: names.journalBase,
            identity: self.identity,
            partPath: file?.temporaryPath ?? path,
            parts: journal?.parts ?? [],
            interval: interval
        )
        let progress = progress
        writer = file.map { [names, earlier = self.earlier] file in
            PartWriter(
                names,
                limit: size,
                parts: journal?.parts ?? [],
                file: file,
                after: earlier,
                progress: progress,
                writesFailures: options.onError != .skip
            )
        }
    }

    /// Makes sure that no other output is in the way.
    private static func clear(
        _ names: PartNames,
        isThere: Bool,
        _ identity: RunIdentity,
        _ earlier: ResumableOutput.Earlier
    ) throws(StreamError) {
        switch earlier {
        case .discard:
            unlink(names.successPath)
            unlink(names.manifestPath)
            for name in names.existingParts() { unlink(names.folder + name) }
        case .resume(let ignoresChanges) where isThere:
            let manifest = try RunManifest(path: names.manifestPath)
            if !ignoresChanges, let difference = identity.difference(from: manifest.identity) {
                throw StreamError(
                    code: .journalRefused,
                    path: names.folderPath,
                    message: "is complete, and of another run: \(difference); name another output, or begin anew with "
                        + "--restart"
                )
            }
        case .refuse where isThere || !names.existingParts().isEmpty,
            .resume where !names.existingParts().isEmpty:
            throw StreamError(
                code: .journalRefused,
                path: names.folderPath,
                message: "holds parts of an earlier run: name another folder, or begin anew with --restart"
            )
        default: break
        }
    }

    /// The part that is to be written next, as far as it has come.
    private static func part(_ names: PartNames, _ journal: RunJournal?) throws(StreamError) -> AtomicFile {
        guard let journal else { return try PartWriter.newPart(names, index: 0) }
        for part in journal.parts where OpenFile.status(of: names.folder + part.name)?.size != part.bytes {
            throw StreamError(
                code: .journalRefused,
                path: names.folder + part.name,
                message: "is gone or is not as it was: begin anew with --restart"
            )
        }
        let path = names.folder + names.name(of: journal.parts.count)
        if OpenFile.status(of: journal.partPath) == nil {
            // The last run was stopped when the part had its name and the journal did not yet say so.
            guard rename(path, journal.partPath) == 0 else {
                throw StreamError(
                    code: .journalRefused,
                    path: names.path,
                    message: "what was written is gone (\(journal.partPath)): begin anew with --restart"
                )
            }
        }
        let file = try AtomicFile(path: path, resuming: journal.partPath, at: journal.mark)
        AtomicFile.removeTemporaries(of: names.folder + names.name(of: journal.parts.count + 1))
        try file.sink.beginChecksum(behind: journal.partPath)
        return file
    }

    /// Whether a run that writes parts named after `path` would write the file that another path leads to.
    public static func owns(_ file: String, path: String, share: DocumentShare?) -> Bool {
        let names = PartNames(path: path, share: share)
        let other = PartNames(path: file, share: nil)
        return AtomicFile.resolved(names.folderPath) == AtomicFile.resolved(other.folderPath)
            && names.isPart(String(file.dropFirst(other.folder.count)))
    }

    private static func succeed(_ names: PartNames) throws(StreamError) {
        if OpenFile.status(of: names.successPath) == nil { try AtomicFile(path: names.successPath).commit() }
        RunJournal.remove(of: names.journalBase)
    }

    /// Annotates `inputs` from where the earlier run stopped.
    ///
    /// - Returns: What was done by both, and where a part is that is not complete.
    /// - Throws: ``StreamError/Code/outputFailed`` or ``StreamError/Code/diskFull``.
    public func run(
        _ inputs: [BatchInput],
        with runner: BatchRunner,
        stop: StopSignal,
        progress showProgress: @escaping @Sendable (BatchReport) -> Void = { _ in }
    ) throws(StreamError) -> (report: BatchReport, keptPath: String?) {
        guard let writer else { return (earlier, nil) }
        try progress.begin(at: writer.acceptedBytes, earlier)
        let report = runner.run(inputs, to: writer, after: earlier, stop: stop, progress: showProgress)
        switch report.end {
        case .complete:
            try writer.finishPart(after: report)
            try RunManifest(identity: identity, share: share, parts: writer.parts).write(to: names.manifestPath)
            try SplitOutput.succeed(names)
            return (report, nil)
        case .interrupted, .tooManyErrors:
            let (path, mark) = try writer.keepPart()
            if report.end == .interrupted, let mark {
                try RunJournal(
                    identity: identity,
                    partPath: path,
                    mark: mark.mark,
                    report: mark.report,
                    parts: writer.parts
                ).write(of: names.journalBase)
            } else {
                RunJournal.remove(of: names.journalBase)
            }
            return (report, path)
        case .outputFailed:
            guard progress.hasProgress else {
                RunJournal.remove(of: names.journalBase)
                return (report, nil)
            }
            writer.leavePart()
            return (report, writer.temporaryPath)
        }
    }
}
