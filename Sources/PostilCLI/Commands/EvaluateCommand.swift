import ArgumentParser
import Postil
import PostilEvaluation

/// Judges annotations by gold.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Judge annotations by those that people have marked.",
        discussion: """
            Gold is a file of records with the layers that people have marked, of which all but "text" and what is judged \
            may be left out; of lines {"id", "text", "sentences": [[start, end]], "tokens": [{"start", "end", "xpos", \
            "upos", "lemma"}]}; a .segmentation file beside its text, with tags and lemmas in a .tags file and names in a \
            .names file; a .names file alone; .examples of dates and numbers, .quotes and .gold of sentiment, as corpora/ \
            has them; or a folder that is searched for them. Two files of records are gold and what was predicted; \
            otherwise Postil annotates the texts itself.

            strict: the same extent and type. exact: the same extent. relaxed: they overlap. type: they overlap and have \
            one type. value: they overlap and say the same. Layers without gold are not judged.

            Exit codes: 0, 1 a figure fell or texts differ, 2 usage, 3 unreadable.

            EXAMPLES
              postil eval corpora --by type
              postil eval gold.jsonl predicted.jsonl.zst --errors 5
              postil eval corpora --json -o now.json --baseline before.json --tolerance 0.2
            """
    )

    @Argument(help: "Gold files or folders; or two files of records, gold and predicted.")
    var paths: [String]

    @Option(help: "The file of records to judge, for gold of any kind.")
    var predicted: String?

    @Flag(help: "Take two files of records for gold both.")
    var annotate = false

    @Option(help: "The layers to judge, with commas between. (default: those that the gold has)")
    var layers: String?

    @Option(help: "The types to judge, with commas between. (default: all)")
    var types: String?

    @Flag(help: "Judge names in four classes: PER, ORG, LOC and MISC.")
    var classes = false

    @Flag(help: "Compare extents of names and quotations as they stand, with 'the', ''s' and marks at their ends.")
    var asWritten = false

    @Option(help: "Show a table by type or by document.")
    var by: ScoreText.Rows?

    @Option(help: "How many errors of each class to show.")
    var errors = 0

    @Flag(help: "Write a JSON object.")
    var json = false

    @Option(name: [.short, .long], help: "Where to write. (default: standard output)")
    var output: String?

    @Option(help: "What 'postil eval --json' wrote before: exit code 1 where a figure has fallen.")
    var baseline: String?

    @Option(help: "By how many percentage points a figure may fall.")
    var tolerance = 0.0

    @OptionGroup(title: "Plugins")
    var plugins: PluginArguments

    func validate() throws {
        guard errors >= 0 else { throw ValidationError("--errors is a number from 0 on") }
        guard tolerance >= 0, tolerance.isFinite else { throw ValidationError("--tolerance is a number from 0 on") }
        guard predicted == nil || !annotate else {
            throw ValidationError("--annotate and --predicted exclude each other")
        }
    }

    func run() throws {
        let earlier = try baseline.map(readBaseline)
        let pair = try predictedPair
        let score = try pair.map { try judge($0.gold, by: $0.predicted) } ?? annotateAndJudge()
        if score.layers.isEmpty, score.documents + score.ofOtherText > 0 {
            throw CommandFailure(.inputUnreadable, "the gold has nothing of the layers to be judged")
        }
        let text =
            json
            ? score.json.serialized() + "\n"
            : ScoreText(score: score, rows: by).lines.map { $0 + "\n" }.joined()
        try OutputTarget(path: output).write(Array(text.utf8))
        if let earlier {
            let current: ScoreBaseline
            do throws(GoldError) { current = try ScoreBaseline(score.json) } catch {
                throw CommandFailure(.documentsFailed, "\(error)")
            }
            let fallen = earlier.regressions(in: current, tolerance: tolerance)
            for line in fallen { StandardError.write("postil: \(line)\n") }
            if !fallen.isEmpty { throw CommandFailure(.documentsFailed) }
        }
        if score.ofOtherText > 0 {
            throw CommandFailure(.documentsFailed, "\(score.ofOtherText) documents have other texts than their gold")
        }
    }

    private func readBaseline(_ path: String) throws -> ScoreBaseline {
        let bytes = try RecordStreams.reading { () throws(StreamError) in try ByteSource(path: path).readAll() }
        do {
            return try ScoreBaseline(try JSONValue(parsing: bytes))
        } catch {
            throw CommandFailure(.inputUnreadable, "\(path): \(error)")
        }
    }

    private var emptyScore: CorpusScore {
        func names(_ list: String?) -> [String]? { list?.split(separator: ",").map(String.init) }
        var judge = AnnotationJudge()
        judge.comparesAsWritten = asWritten
        judge.judgesClasses = classes
        judge.types = names(types).map(Set.init)
        var options = CorpusScore.Options()
        options.layers = names(layers).map { Set($0.map(LayerName.init(rawValue:))) }
        options.keepsDocuments = by == .document
        options.errorsPerClass = errors
        return CorpusScore(judge: judge, options: options)
    }

    /// Gold and predictions, where that is what the paths are.
    private var predictedPair: (gold: [String], predicted: String)? {
        get throws {
            if let predicted { return (paths, predicted) }
            guard paths.count == 2, !annotate, try paths.allSatisfy(EvaluateCommand.isRecords) else { return nil }
            return ([paths[0]], paths[1])
        }
    }

    /// Whether a path is one of a file whose first line is a record, or gold in the form of one.
    private static func isRecords(_ path: String) throws -> Bool {
        guard ["", ".gz", ".zst"].contains(where: { path.hasSuffix(".jsonl" + $0) }), !InputSize.isFolder(path),
            let first = try RecordStreams.Lines(path).next(), let value = try? JSONValue(parsing: first.line)
        else { return false }
        return GoldRecord.isRecord(value)
    }

    private func annotateAndJudge() throws -> CorpusScore {
        var score = emptyScore
        var annotator = GoldAnnotator(plugins: plugins)
        defer { annotator.finish() }
        for file in try GoldFiles.find(paths, includesExamples: true) {
            try file.forEachRecord { score.add(try annotator.annotate($0), gold: $0) }
        }
        return score
    }

    /// Judges predictions by gold: those of one name, then those of one text.
    ///
    /// The gold is kept, and of the predictions those that belong to none of it are not.
    private func judge(_ gold: [String], by predicted: String) throws -> CorpusScore {
        var score = emptyScore
        var matcher = RecordMatcher<Judged>()
        var known: Set<String> = []
        for file in try GoldFiles.find(gold, includesExamples: true) {
            try file.forEachRecord { gold in
                known.formUnion(["id " + gold.record.identifier, "text " + Judged.gold(gold).text])
                add(.gold(gold), named: gold.record.identifier, .first, to: &matcher, &score)
            }
        }
        var others = 0
        let lines = try RecordStreams.Lines(predicted)
        while let line = try lines.next() {
            let record: AnnotatedRecord
            do throws(RecordError) { record = try AnnotatedRecord(parsing: line.line) } catch {
                throw CommandFailure(.inputUnreadable, "\(line.place): \(error)")
            }
            let judged = Judged.predicted(record)
            if known.contains("id " + record.identifier) || known.contains("text " + judged.text) {
                add(judged, named: record.identifier, .second, to: &matcher, &score)
            } else {
                others += 1
            }
        }
        let (wanted, there) = matcher.takeLeftovers()
        for (judged, side) in wanted.map({ ($0, RecordSide.first) }) + there.map({ ($0, .second) }) {
            add(judged, named: judged.text, side, to: &matcher, &score)
        }
        let (missing, unused) = matcher.takeLeftovers()
        for case .gold(let gold) in missing { score.add(nil, gold: gold) }
        others += unused.count
        if others > 0 { StandardError.write("postil: \(others) predicted documents have no gold\n") }
        return score
    }

    private enum Judged {
        case gold(GoldRecord)
        case predicted(AnnotatedRecord)

        var text: String {
            switch self {
            case .gold(let gold): String(decoding: gold.record.text.bytes, as: UTF8.self)
            case .predicted(let record): String(decoding: record.text.bytes, as: UTF8.self)
            }
        }
    }

    private func add(
        _ judged: Judged,
        named name: String,
        _ side: RecordSide,
        to matcher: inout RecordMatcher<Judged>,
        _ score: inout CorpusScore
    ) {
        if case (.gold(let gold), .predicted(let record))? = matcher.add(judged, identifier: name, side: side) {
            score.add(record, gold: gold)
        }
    }
}

extension ScoreText.Rows: ExpressibleByArgument {}
