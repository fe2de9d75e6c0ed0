import Synchronization

/// How far the output of a run has come, and when that was last written down.
final class RunProgress: Sendable {
    private struct State {
        /// The ends of documents that are not yet known to be on the device, behind the last one that is.
        var ends: [(accepted: Int, report: BatchReport)] = []
        var lastTime = ContinuousClock.now
        /// Whether the journal says that documents are done.
        var hasProgress = false
        /// Where the bytes are until they are complete.
        var partPath: String
        /// The parts that were finished before, where the output is in parts.
        var parts: [PartSummary]

        /// Forgets the ends before the last one that `unpacked` bytes cover.
        mutating func forget(before unpacked: Int) {
            let covered = ends.prefix { $0.accepted <= unpacked }.count
            if covered > 1 { ends.removeFirst(covered - 1) }
        }
    }

    private let state: Mutex<State>
    private let path: String
    private let identity: RunIdentity
    private let interval: Duration

    /// Prepares for an output.
    ///
    /// - Parameters:
    ///   - partPath: Where its bytes are until it, or the part at hand, is complete.
    ///   - parts: The parts that are finished.
    ///   - interval: How often the journal is written.
    init(
        path: String,
        identity: RunIdentity,
        partPath: String,
        parts: [PartSummary] = [],
        interval: Duration
    ) {
        self.path = path
        self.identity = identity
        self.interval = interval
        state = Mutex(State(partPath: partPath, parts: parts))
    }

    /// Whether documents are on the device that a later run can pass over.
    var hasProgress: Bool { state.withLock { $0.hasProgress } }

    /// Begins behind what an earlier run has done; where there is none, a journal says where the output will be, so
    /// that it is found and removed if nothing comes of it.
    func begin(at accepted: Int, _ report: BatchReport) throws(StreamError) {
        state.withLock { state in
            state.ends = [(accepted, report)]
            state.hasProgress = report.documents > 0
        }
        guard report.documents == 0 else { return }
        try journal(SinkMark(acceptedBytes: 0, unpackedBytes: 0, fileBytes: 0), report)
            .write(of: path, isDurable: false)
    }

    /// Begins a part behind finished ones, and says so in the journal.
    func beginPart(_ partPath: String, behind parts: [PartSummary], _ report: BatchReport) throws(StreamError) {
        state.withLock { state in
            state.partPath = partPath
            state.parts = parts
            state.ends = [(0, report)]
            state.lastTime = ContinuousClock.now
            state.hasProgress = true
        }
        try journal(SinkMark(acceptedBytes: 0, unpackedBytes: 0, fileBytes: 0), report).write(of: path)
    }

    private func journal(_ mark: SinkMark, _ report: BatchReport) -> RunJournal {
        state.withLock { state in
            RunJournal(identity: identity, partPath: state.partPath, mark: mark, report: report, parts: state.parts)
        }
    }

    /// Notes that the documents of `report` have been written, and brings the journal to the device where it is time.
    func note(_ sink: ByteSink, _ report: BatchReport) throws(StreamError) {
        let isTime = state.withLock { state in
            state.ends.append((sink.acceptedBytes, report))
            state.forget(before: sink.unpackedBytes)
            guard ContinuousClock.now - state.lastTime >= interval else { return false }
            state.lastTime = ContinuousClock.now
            return true
        }
        guard isTime, let mark = mark(of: sink) else { return }
        try sink.file.synchronize()
        try journal(mark.mark, mark.report).write(of: path)
        state.withLock { $0.hasProgress = $0.hasProgress || mark.report.documents > 0 }
    }

    /// The last end of a document that the file holds; nil where it holds none.
    func mark(of sink: ByteSink) -> (mark: SinkMark, report: BatchReport)? {
        let (unpacked, written) = (sink.unpackedBytes, sink.bytesWritten)
        return state.withLock { state in
            state.forget(before: unpacked)
            guard let end = state.ends.first, end.accepted <= unpacked else { return nil }
            return (SinkMark(acceptedBytes: end.accepted, unpackedBytes: unpacked, fileBytes: written), end.report)
        }
    }
}
