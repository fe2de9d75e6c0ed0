import ArgumentParser
import Postil

/// Proves files of records.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that a file holds sound records.",
        discussion: """
            Checks each line: the keys, their order and types; that the text at every offset is the one that stands \
            beside it; that spans are in order, identifiers unique, and references lead somewhere. Exit code 1 if \
            a line fails.

            EXAMPLE
              postil verify annotated.jsonl.zst
            """
    )

    @Argument(help: "Files of records, or - for standard input.")
    var files: [String]

    @Option(help: "How many problems to print.")
    var show = 20

    func run() throws {
        let verifier = RecordVerifier()
        var records = 0
        var unsound = 0
        var shown = 0
        for file in files {
            do throws(StreamError) {
                let reader = LineReader(file == "-" ? .standardInput() : try ByteSource(path: file))
                while case .line(let line) = try reader.next() {
                    records += 1
                    let problems = reader.withBytes { verifier.problems(in: Array($0)) }
                    if !problems.isEmpty { unsound += 1 }
                    for problem in problems where shown < show {
                        print("\(file):\(line.number): \(problem)")
                        shown += 1
                    }
                }
            } catch {
                throw CommandFailure(.inputUnreadable, "\(error)")
            }
        }
        guard unsound == 0 else {
            throw CommandFailure(.documentsFailed, "\(unsound) of \(records) records are unsound")
        }
        print("\(records) records are sound")
    }
}
