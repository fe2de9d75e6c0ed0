import ArgumentParser
import Postil
import PostilReport

/// Makes a page of records for reading.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Make one HTML page of records, to be read in a browser.",
        discussion: """
            The page shows each text with its layers, tables of names, numbers, dates and rules, a line of time, sentiment \
            by document and sentence, speakers with their quotations, and errors and warnings. It is one file that loads \
            nothing. Lines that are no records are passed over, listed on the page, and give exit code 1.

            EXAMPLE
              postil report annotated.jsonl.zst -o report.html --title "News of June"
            """
    )

    @Argument(help: "Files of records, packed or not, or - for standard input.")
    var files: [String]

    @Option(name: [.short, .long], help: "The page to write, or - for standard output.")
    var output: String

    @Option(help: "The heading. (default: the names of the files)")
    var title: String?

    @Option(help: "How many documents the page shows at most; 0 for all. It says how many it leaves out.")
    var limit = 2000

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit is a number from 0 on") }
        guard output == "-" || !files.contains(output) else {
            throw ValidationError("'\(output)' would be read and written: name another output")
        }
    }

    func run() throws {
        let names = files.map { $0 == "-" ? "standard input" : $0.split(separator: "/").last.map(String.init) ?? $0 }
        var page = ReportPage(title: title ?? names.joined(separator: ", "), limit: limit == 0 ? .max : limit)
        let file =
            try output == "-" ? nil : RecordStreams.writing { () throws(StreamError) in try AtomicFile(path: output) }
        defer { file?.abandon() }
        let sink = try RecordStreams.writing { () throws(StreamError) in
            if let file { return file.sink }
            return try ByteSink.standardOutput()
        }
        func write(_ bytes: [UInt8]) throws {
            try RecordStreams.writing { () throws(StreamError) in try sink.write(bytes) }
        }
        try write(page.head())
        for file in files {
            try RecordStreams.forEachLine(of: file) { line, number in
                try write(page.add(line, file: file, number: number))
            }
        }
        for line in page.unreadable.prefix(10) {
            StandardError.write("postil: \(line.file):\(line.number): \(line.message)\n")
        }
        guard page.documents > 0 || page.unreadableCount == 0 else {
            throw CommandFailure(.inputUnreadable, "no line is a record of postil annotate; no page was written")
        }
        try write(page.end())
        try RecordStreams.writing { () throws(StreamError) in
            if let file { try file.commit() } else { try sink.finish() }
        }
        if page.shown < page.documents {
            StandardError.write(
                "postil: the page shows \(page.shown) of \(page.documents) documents (--limit \(limit))\n"
            )
        }
        if page.unreadableCount > 0 {
            throw CommandFailure(.documentsFailed, "\(page.unreadableCount) lines are no records; the page lists them")
        }
    }
}
