import ArgumentParser
import Postil
import PostilEvaluation
import PostilLearning
import PostilText

/// Makes the lexicon of tags.
struct TrainTagLexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag-lexicon",
        abstract: "Make the lexicon of tags that the tagger uses.",
        discussion: """
            Each file has a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", "end", "xpos", \
            "upos"}]} for a document; offsets count code points. Text that a machine has tagged says what tags \
            words can have; text that people have tagged says what tags there are.

            EXAMPLE
              postil train tag-lexicon gold.jsonl --silver machine.jsonl -o tags.lexicon
            """
    )

    @Argument(help: "Files that people have tagged.")
    var files: [String]

    @Option(help: "Files that a machine has tagged; may be given more than once.")
    var silver: [String] = []

    @Option(help: "What the files are and under which licence, for the lexicon's header.")
    var sources = "not stated"

    @Option(name: [.short, .customLong("output")], help: "Where to write the lexicon.")
    var output: String

    func run() throws {
        var trainer = try TagLexiconTrainer()
        for (paths, isGold) in [(files, true), (silver, false)] where !paths.isEmpty {
            for file in try GoldFiles.find(paths) {
                try file.forEach { trainer.add($0.text, tokens: $0.tokens, tags: $0.tags, isGold: isGold) }
            }
        }
        let lexicon = try trainer.train(sources: sources)
        try OutputTarget(path: output).write(lexicon)
        print("\(output): \(lexicon.count) bytes")
    }
}
