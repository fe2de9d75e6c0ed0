import Glibc
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
        return RunJournal(identity: identity, partPath: partPath, mark: mark, report: report)
    }

    /// Writes the journal.
    ///
    /// - Parameter isDurable: Whether it is brought to the device: not needed where it says that nothing is done.
    /// - Throws: ``StreamError/Code/diskFull`` or ``StreamError/Code/outputFailed``.
    func write(of output: String, isDurable: Bool = true) throws(StreamError) {
        let json: JSONValue = [
            "journal": .string(RunJournal.version), "part": .string(partPath), "run": identity.json,
            "mark": mark.json, "done": report.json,
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
        .object(JSONObject(BatchReport.counts.map { .init(key: $0.key, value: .integer(self[keyPath: $0.path])) }))
    }

    /// The counts that a journal holds; nil where one is missing.
    init?(_ json: JSONValue?) {
        self.init()
        for (key, path) in BatchReport.counts {
            guard let count = json?[key]?.integer else { return nil }
            self[keyPath: path] = count
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
