import Glibc
import PostilCore
import PostilFormats

/// How far a run has come, on the device: enough to go on after a crash as if nothing had happened.
///
/// The journal of the output `NAME` is the file `NAME.journal`. It is written anew each time under another name and
/// renamed, so that it is whole at any moment; what it says was on the device before it.
struct RunJournal: Sendable {
    /// The version of the journal's form.
    private static let version = "postil-journal/1"

    /// What the run is.
    let identity: RunIdentity

    /// Where the output is until it is complete.
    let partPath: String

    /// How far the output had come.
    let mark: SinkMark

    /// What was done up to there; its failures are left out.
    let report: BatchReport

    /// The parts that were finished before, where the output is in parts.
    var parts: [PartSummary] = []

    /// The journal's path for an output.
    static func path(of output: String) -> String { output + ".journal" }

    /// Reads the journal of an output; nil where there is none.
    ///
    /// - Throws: ``StreamError/Code/inputUnreadable`` or ``StreamError/Code/journalRefused``.
    static func read(of output: String) throws(StreamError) -> RunJournal? {
        let path = path(of: output)
        guard OpenFile.status(of: path) != nil else { return nil }
        let bytes = try ByteSource(path: path).readAll()
        guard let json = try? JSONValue(parsing: bytes), json["journal"]?.string == version,
            let identity = RunIdentity(json["run"]), let partPath = json["part"]?.string,
            let mark = SinkMark(json["mark"]), let report = BatchReport(json["done"])
        else {
            throw StreamError(
                code: .journalRefused,
                path: path,
                message: "is no journal of this version: remove it to begin anew"
            )
        }
        let parts = (json["parts"]?.array ?? []).compactMap { PartSummary($0) }
        return RunJournal(identity: identity, partPath: partPath, mark: mark, report: report, parts: parts)
    }

    /// The journal of the earlier run to go on with; nil where a new one begins.
    ///
    /// - Throws: ``StreamError/Code/journalRefused`` where an earlier run is in the way, and what reading throws.
    static func earlier(
        of output: String,
        _ identity: RunIdentity,
        _ earlier: ResumableOutput.Earlier
    ) throws(StreamError) -> RunJournal? {
        guard let journal = try read(of: output) else { return nil }
        switch earlier {
        case .refuse where journal.report.documents > 0:
            throw StreamError(
                code: .journalRefused,
                path: output,
                message: "an earlier run was stopped after \(journal.report.documents) documents: "
                    + "go on with --resume, or begin anew with --restart"
            )
        case .resume(let ignoresChanges):
            if !ignoresChanges, let difference = identity.difference(from: journal.identity) {
                throw StreamError(
                    code: .journalRefused,
                    path: output,
                    message: "cannot be gone on with: \(difference); begin anew with --restart, or go on "
                        + "nevertheless with --ignore-changes"
                )
            }
            return journal
        case .refuse, .discard:
            try journal.discard(output)
            return nil
        }
    }

    /// Removes the journal of an output and what it says was written.
    private func discard(_ output: String) throws(StreamError) {
        if OpenFile.status(of: partPath) != nil {
            let nothing = SinkMark(acceptedBytes: 0, unpackedBytes: 0, fileBytes: 0)
            try AtomicFile(path: output, resuming: partPath, at: nothing).abandon()
        }
        RunJournal.remove(of: output)
    }

    /// Writes the journal.
    ///
    /// - Parameter isDurable: Whether it is brought to the device: not needed where it says that nothing is done.
    /// - Throws: ``StreamError/Code/diskFull`` or ``StreamError/Code/outputFailed``.
    func write(of output: String, isDurable: Bool = true) throws(StreamError) {
        let json: JSONValue = [
            "journal": .string(RunJournal.version), "part": .string(partPath), "run": identity.json,
            "mark": mark.json, "done": report.json, "parts": .array(parts.map(\.json)),
        ]
        let path = RunJournal.path(of: output)
        // One name for all, so that runs that are killed here leave one file, which the next one writes again.
        let newPath = RunJournal.newPath(of: output)
        guard let file = try OpenFile.writing(newPath, flags: O_CREAT | O_TRUNC, shownAs: path) else { return }
        let text = Array((json.serialized() + "\n").utf8)
        try text.withUnsafeBufferPointer { bytes throws(StreamError) in try file.write(UnsafeRawBufferPointer(bytes)) }
        if isDurable { try file.synchronize() }
        try file.close()
        guard rename(newPath, path) == 0 else { throw .writing(path, "cannot rename", errno) }
    }

    private static func newPath(of output: String) -> String { path(of: output) + ".new" }

    /// Removes the journal of an output that is complete.
    static func remove(of output: String) {
        unlink(path(of: output))
        unlink(newPath(of: output))
    }
}

extension BatchReport {
    private static let counts: [(key: String, path: WritableKeyPath<BatchReport, Int> & Sendable)] = [
        ("documents", \.documents), ("failed", \.failed), ("warned", \.warned), ("input_bytes", \.inputBytes),
        ("text_bytes", \.textBytes), ("sentences", \.sentences), ("tokens", \.tokens),
    ]

    /// The counts as a journal holds them.
    var json: JSONValue {
        let counts = BatchReport.counts.map {
            JSONObject.Member(key: $0.key, value: .integer(self[keyPath: $0.path]))
        }
        let codes = BatchReport.codes.map { key, path in
            let pairs = self[keyPath: path].sorted { $0.key.rawValue < $1.key.rawValue }
            let members = pairs.map { JSONObject.Member(key: $0.key.rawValue, value: .integer($0.value)) }
            return JSONObject.Member(key: key, value: .object(JSONObject(members)))
        }
        return .object(JSONObject(counts + codes))
    }

    private static let codes: [(key: String, path: WritableKeyPath<BatchReport, [ErrorCode: Int]> & Sendable)] = [
        ("errors", \.failureCounts), ("warnings", \.warningCounts),
    ]

    /// The counts that a journal holds; nil where one is missing.
    init?(_ json: JSONValue?) {
        self.init()
        for (key, path) in BatchReport.counts {
            guard let count = json?[key]?.integer else { return nil }
            self[keyPath: path] = count
        }
        for (key, path) in BatchReport.codes {
            for member in json?[key]?.object?.members ?? [] {
                self[keyPath: path][ErrorCode(rawValue: member.key)] = member.value.integer
            }
        }
    }
}

extension SinkMark {
    /// The mark as a journal holds it.
    var json: JSONValue {
        ["accepted": .integer(acceptedBytes), "unpacked": .integer(unpackedBytes), "file": .integer(fileBytes)]
    }

    /// The mark that a journal holds; nil where it holds none.
    init?(_ json: JSONValue?) {
        guard let accepted = json?["accepted"]?.integer, let unpacked = json?["unpacked"]?.integer,
            let file = json?["file"]?.integer, file >= 0, unpacked >= 0, accepted >= 0
        else { return nil }
        self.init(acceptedBytes: accepted, unpackedBytes: unpacked, fileBytes: file)
    }
}
