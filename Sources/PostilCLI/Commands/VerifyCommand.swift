import ArgumentParser
import Postil

/// Proves files of records, and outputs in parts.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that a file or an output in parts holds sound records.",
        discussion: """
            Checks each line: the keys, their order and types; that the text at every offset is the one that stands \
            beside it; that spans are in order, identifiers unique, and references lead somewhere. Of a folder that \
            annotate --split has written, or of its _manifest.json, also that every part is there with its size, its \
            SHA-256 and its numbers of records and errors, and that no share is missing. Exit code 1 if something is wrong.

            EXAMPLES
              postil verify annotated.jsonl.zst
              postil verify annotated/
            """
    )

    @Argument(help: "Files of records, folders or manifests of outputs in parts, or - for standard input.")
    var files: [String]

    @Option(help: "How many problems to print.")
    var show = 20

    func run() throws {
        var (records, parts, unsound, shown) = (0, 0, 0, 0)
        for file in files {
            do throws(StreamError) {
                guard ManifestVerifier.isOutput(file) else {
                    try verify(file, &records, &unsound, &shown)
                    continue
                }
                var last: (path: String, record: Int?)?
                var verifier = ManifestVerifier { finding in
                    if last?.path != finding.path || last?.record != finding.record || finding.record == nil {
                        unsound += 1
                    }
                    last = (finding.path, finding.record)
                    print(finding.path + (finding.record.map { ":\($0)" } ?? ""), finding.problem, &shown)
                }
                try verifier.verify(file)
                records += verifier.records
                parts += verifier.parts
            } catch {
                throw CommandFailure(.inputUnreadable, "\(error)")
            }
        }
        let counted = parts > 0 ? "\(records) records in \(parts) parts" : "\(records) records"
        guard unsound == 0 else {
            let message = parts > 0 ? "\(unsound) problems in \(counted)" : "\(unsound) of \(counted) are unsound"
            throw CommandFailure(.documentsFailed, message)
        }
        Swift.print("\(counted) are sound")
    }

    private func verify(
        _ file: String,
        _ records: inout Int,
        _ unsound: inout Int,
        _ shown: inout Int
    ) throws(StreamError) {
        let verifier = RecordVerifier()
        let reader = LineReader(file == "-" ? .standardInput() : try ByteSource(path: file))
        while case .line(let line) = try reader.next() {
            records += 1
            let problems = reader.withBytes { verifier.problems(in: Array($0)) }
            if !problems.isEmpty { unsound += 1 }
            for problem in problems { print("\(file):\(line.number)", problem, &shown) }
        }
    }

    private func print(_ place: String, _ problem: String, _ shown: inout Int) {
        if shown < show { Swift.print("\(place): \(problem)") }
        shown += 1
    }
}
