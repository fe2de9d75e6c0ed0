import ArgumentParser
import Glibc
import Postil

/// The options of a command that say which inputs there are and how documents stand in them.
struct InputArguments: ParsableArguments {
    @Argument(help: "Files, folders, or - for standard input.")
    var paths: [String] = []

    @Option(
        help: """
            How documents stand in the input: auto, jsonl, text (one in all), lines (one each), nul (a zero byte behind \
            each), csv or tsv (a header row, then one in each row).
            """
    )
    var inputFormat = BatchInput.Form.auto

    @Option(help: "The field of a JSON line, or the column, that holds the text; a.b is field b of object a.")
    var textKey = "text"

    @Option(help: "The field or column that holds the document's identifier.")
    var idKey = InputFields.defaultIdentifier

    @Option(help: "The field or column that holds the date to which the text's dates refer.")
    var anchorKey: String?

    @Option(help: "The date to which dates refer where the document names none, such as 2014-06-17.")
    var anchor: String?

    @Option(help: "What stands between the fields of csv: one sign, or 'tab'.")
    var csvSeparator = ","

    @Flag(help: "In tsv, a backslash is itself: \\t, \\n, \\r and \\\\ are no escapes.")
    var literalBackslashes = false

    @Option(help: "One of several equal shares of the documents: 3/8 is every eighth from the third on.")
    var shard: DocumentShare?

    @Flag(help: "Replace what is not UTF-8 by U+FFFD instead of failing the document.")
    var lossy = false

    func validate() throws {
        if let anchor, !ReferenceDate.isWellFormed(anchor) {
            throw ValidationError("--anchor takes a date such as 2014-06-17 or 2014-06-17T09:30:00Z, not '\(anchor)'.")
        }
        guard separator != nil else {
            throw ValidationError(
                "--csv-separator takes one sign of ASCII, such as ';', or 'tab', not '\(csvSeparator)'."
            )
        }
        if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be named once.") }
        if paths.isEmpty, isatty(STDIN_FILENO) == 1 {
            throw ValidationError("Name files or folders to annotate, or send text to standard input.")
        }
    }

    private var separator: UInt8? {
        if csvSeparator == "tab" { return 0x09 }
        guard csvSeparator.utf8.count == 1, let byte = csvSeparator.utf8.first, byte < 0x7F,
            byte >= 0x20 || byte == 0x09,
            byte != UInt8(ascii: "\"")
        else { return nil }
        return byte
    }

    /// Where documents keep their text, identifier and reference date.
    ///
    /// - Parameter passesOthers: Whether annotators see the other fields.
    func fields(passesOthers: Bool) -> InputFields {
        InputFields(
            text: textKey,
            identifier: idKey,
            anchor: anchorKey,
            defaultContext: DocumentContext(referenceDate: anchor, referenceDateSource: anchor.map { _ in "option" }),
            passesOthers: passesOthers
        )
    }

    /// Sets what a run must know of its inputs.
    func apply(to options: inout BatchOptions) {
        options.isLossy = lossy
        options.share = shard
        if let separator { options.csvDialect = TableDialect(separator: separator, escaping: .quotes) }
        if literalBackslashes {
            options.tsvDialect = TableDialect(separator: options.tsvDialect.separator, escaping: .none)
        }
    }

    /// The inputs that the paths stand for.
    ///
    /// - Parameters:
    ///   - output: The file that the run writes, which it does not read.
    ///   - saysSkipped: Whether files that were passed over are counted on standard error.
    func inputs(options: BatchOptions, output: String?, saysSkipped: Bool) throws -> [BatchInput] {
        var finder = InputFinder(form: inputFormat)
        do throws(StreamError) {
            let found = try finder.inputs(at: paths.isEmpty ? ["-"] : paths)
            if saysSkipped, finder.skipped > 0 {
                StandardError.write("postil: passed over \(finder.skipped) other files in folders\n")
            }
            // A run that writes into the folder that it reads does not read what it wrote the last time.
            let inputs = found.filter { paths.contains($0.path) || !InputArguments.isSameFile($0.path, output) }
            try check(inputs, options: options)
            return inputs
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }

    /// Refuses inputs that are all tables without the columns that were asked for, before anything is written.
    private func check(_ inputs: [BatchInput], options: BatchOptions) throws(StreamError) {
        var first: StreamError?
        for input in inputs {
            guard let failure = input.headerFailure(options: options) else { return }
            first =
                first
                ?? StreamError(
                    code: .init(rawValue: failure.code.rawValue),
                    path: input.path,
                    message: failure.message
                )
        }
        if let first { throw first }
    }

    /// Whether two paths lead to one file.
    private static func isSameFile(_ path: String, _ other: String?) -> Bool {
        var (input, written) = (stat(), stat())
        guard let other, stat(path, &input) == 0, stat(other, &written) == 0 else { return false }
        return input.st_dev == written.st_dev && input.st_ino == written.st_ino
    }
}

extension BatchInput.Form: ExpressibleByArgument {}

extension DocumentShare: ExpressibleByArgument {}
