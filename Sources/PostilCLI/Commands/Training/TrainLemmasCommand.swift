import ArgumentParser
import Postil
import PostilEvaluation
import PostilLearning
import PostilText

/// Makes the table of lemmas.
struct TrainLemmasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lemmas",
        abstract: "Make the table of endings and exceptions that gives lemmas.",
        discussion: """
            Each file has a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", "end", "xpos", \
            "upos", "lemma"}]} for a document; offsets count code points. Of text that a machine has annotated, \
            inflected words count that no person has annotated.

            EXAMPLE
              postil train lemmas gold.jsonl --silver machine.jsonl -o lemmas.table
            """
    )

    @Argument(help: "Files that people have annotated.")
    var files: [String]

    @Option(help: "Files that a machine has annotated; may be given more than once.")
    var silver: [String] = []

    @Option(help: "What the files are and under which licence, for the table's header.")
    var sources = "not stated"

    @Option(name: [.short, .customLong("output")], help: "Where to write the table.")
    var output: String

    func run() throws {
        var trainer = LemmaTrainer()
        for (paths, isGold) in [(files, true), (silver, false)] where !paths.isEmpty {
            for file in try GoldFiles.find(paths) {
                try file.forEach {
                    trainer.add($0.text, tokens: $0.tokens, tags: $0.tags, lemmas: $0.lemmas, isGold: isGold)
                }
            }
        }
        let table = try trainer.train(sources: sources)
        try OutputTarget(path: output).write(table)
        print("\(output): \(table.count) bytes")
    }
}
