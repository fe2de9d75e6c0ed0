import ArgumentParser
import Postil

/// Converts annotated texts between formats, and patterns into rules.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convert annotated texts between formats, and patterns into rules.",
        discussion: """
            Formats: \(ExchangeFormats.all.map(\.name).joined(separator: ", ")). Each INPUT is a file, a folder that is \
            searched for files of the format, or - for standard input; .gz and .zst files are unpacked. Where --from is \
            not given, names and beginnings of files say it.

            Formats with one document a file (brat, corenlp, timeml, uima, webanno) are written into a folder. Spans \
            that a format cannot hold are left out, those of earlier layers and longer ones first to stay, and counted \
            on standard error. A document that cannot be read is an error record, or left out of other formats.

            The patterns of spaCy's EntityRuler (entity-ruler) become a rule file (rules); patterns that are texts go \
            into lists beside it. What has no counterpart is told on standard error and left in the file as a comment.

            Exit codes: 0 all went well, 1 some documents failed, 2 wrong usage, 3 input cannot be read, 4 output \
            cannot be written, 130 or 143 interrupted.

            EXAMPLES
              postil convert annotated.jsonl --to conllu -o annotated.conllu
              postil convert annotated.jsonl --to brat --layers entities,dates -o brat
              postil convert brat --from brat -o annotated.jsonl
              postil convert patterns.jsonl -o my.rules --name org.example.mine
            """
    )

    @Argument(help: "Files, folders, or - for standard input.")
    var inputs: [String]

    @Option(help: "The format of the inputs (default: what their names and beginnings show).")
    var from: String?

    @Option(help: "The format to write (default: what the name of --output shows, or postil).")
    var to: String?

    @Option(name: [.short, .long], help: "The file or folder to write (default: standard output).")
    var output: String?

    @Option(
        help: "Layers to write as spans, separated by commas (default: entities,dates,numbers,quotes and plugins')."
    )
    var layers: String?

    @Option(help: "The unit of offsets in records: codepoint, utf8 or utf16.")
    var offsetUnit = OffsetUnit.codepoint

    @Option(help: "The name of the rules and of their layer, for --to rules.")
    var name = "org.example.patterns"

    @Flag(help: "Exit with 0 even if documents failed.")
    var okOnDocErrors = false

    private static let rules = "rules"

    func validate() throws {
        if let from, from != ExchangeFormats.entityRuler { _ = try ExchangeArguments.format(named: from, "--from") }
        if let to, to != ConvertCommand.rules { _ = try ExchangeArguments.format(named: to, "--to") }
        if inputs.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be named once.") }
    }

    func run() throws {
        let isToRules = to == ConvertCommand.rules || to == nil && output?.hasSuffix(".rules") == true
        let sourceName = try from ?? (isToRules ? ExchangeFormats.entityRuler : ExchangeArguments.detect(inputs))
        if sourceName == ExchangeFormats.entityRuler || isToRules {
            return try convertPatterns(from: sourceName)
        }
        let source = try ExchangeArguments.format(named: sourceName, "--from")
        let target = try self.target(from: source)
        let place = ExchangeOutputPlace(format: target, path: output)
        if let problem = place.problem { throw ValidationError(problem) }
        let layers = layers.map(ExchangeArguments.layers)
        if layers != nil, target.name == ExchangeFormats.postilName {
            throw ValidationError("--layers chooses what other formats have as spans: a record keeps all that it has.")
        }
        let files = try ExchangeArguments.files(of: source, at: inputs)
        let stop = StopSignal()
        stop.watch()
        var converter = ExchangeConverter(from: source, to: target, layers: layers)
        let keptPath = try place.withTarget(stop: stop) { output throws(StreamError) in
            for file in files where stop.signal == nil {
                try converter.convert(file: file, to: output, stop: stop) {
                    StandardError.write("postil: \($0)\n")
                }
            }
        }
        try ExchangeSummary(report: converter.report, keptPath: keptPath)
            .finish(stop: stop, okOnDocumentErrors: okOnDocErrors)
    }

    private func convertPatterns(from sourceName: String) throws {
        guard sourceName == ExchangeFormats.entityRuler, to == nil || to == ConvertCommand.rules else {
            throw ValidationError(
                "Rules are made of the patterns of EntityRuler: --from \(ExchangeFormats.entityRuler) --to rules."
            )
        }
        guard inputs.count == 1, let output, output != "-" else {
            throw ValidationError("Patterns are one file, and their rules another: name it by --output.")
        }
        try RulerConversion(patterns: inputs[0], output: output, name: name).run()
    }

    /// The format to write: the one that is asked for, or that of the output's name, or records.
    private func target(from source: any ExchangeFormat) throws -> any ExchangeFormat {
        let named = try to.map { try ExchangeArguments.format(named: $0, "--to") }
        let shown = output.flatMap { ExchangeFormats.detect(path: $0, beginning: []) }.flatMap(ExchangeFormats.named)
        let target = named ?? shown ?? ExchangeFormats.postil()
        if named == nil, shown == nil, source.name == target.name {
            throw ValidationError("Say by --to in which format to write: \(ExchangeArguments.names).")
        }
        return target.name == ExchangeFormats.postilName ? ExchangeFormats.postil(offsetUnit: offsetUnit) : target
    }
}
