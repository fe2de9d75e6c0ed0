import Synchronization

/// How far the output of a run has come, and when that was last written down.
final class RunProgress: Sendable {
    private struct State {
        /// The ends of documents that are not yet known to be on the device, behind the last one that is.
        var ends: [(accepted: Int, report: BatchReport)] = []
        var lastTime = ContinuousClock.now
        /// Whether the journal says that documents are done.
        var hasProgress = false

        /// Forgets the ends before the last one that `unpacked` bytes cover.
        mutating func forget(before unpacked: Int) {
            let covered = ends.prefix { $0.accepted <= unpacked }.count
            if covered > 1 { ends.removeFirst(covered - 1) }
        }
    }

    private let state: Mutex<State>
    private let path: String
    private let identity: RunIdentity
    private let partPath: String
    private let interval: Duration

    /// Prepares for an output.
    ///
    /// - Parameters:
    ///   - partPath: Where its bytes are until it is complete.
    ///   - interval: How often the journal is written.
    init(path: String, identity: RunIdentity, partPath: String, interval: Duration) {
        self.path = path
        self.identity = identity
        self.partPath = partPath
        self.interval = interval
        state = Mutex(State())
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
        let mark = SinkMark(acceptedBytes: 0, unpackedBytes: 0, fileBytes: 0)
        try RunJournal(identity: identity, partPath: partPath, mark: mark, report: report)
            .write(of: path, isDurable: false)
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
        try RunJournal(identity: identity, partPath: partPath, mark: mark.mark, report: mark.report).write(of: path)
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
