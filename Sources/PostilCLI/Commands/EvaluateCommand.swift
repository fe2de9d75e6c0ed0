import ArgumentParser
import Postil
import PostilEvaluation

/// Compares annotations with gold.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Compare sentences, tokens, tags and lemmas with those that people have marked.",
        discussion: """
            A PATH is a .jsonl file with a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", \
            "end", "xpos", "upos", "lemma"}]} for a document, a .segmentation file beside its text, with tags and \
            lemmas in a .tags file, or a folder that is searched for both.

            EXAMPLE
              postil eval corpora
            """
    )

    @Argument(help: "Gold files or folders.")
    var paths: [String]

    @Flag(help: "Print the sentences, tokens, tags and lemmas in which the two differ.")
    var errors = false

    func run() throws {
        let pipeline = try Pipeline.standard(providing: ["tokens"])
        var total = SegmentationScore()
        var totalTags = TagScore()
        for file in try GoldFiles.find(paths) {
            var score = SegmentationScore()
            var tags = TagScore()
            for gold in try file.documents() {
                let document = pipeline.annotate(Document(text: gold.text))
                score.add(document, gold: gold)
                tags.add(document, gold: gold)
                if errors {
                    SegmentationDifference(document, gold: gold).lines.forEach { print($0) }
                    TagDifference(document, gold: gold).lines.forEach { print($0) }
                }
            }
            print("\(file.path): \(line(score, tags))")
            total.add(score)
            totalTags.add(tags)
        }
        print("all: \(line(total, totalTags))")
    }

    private func line(_ score: SegmentationScore, _ tags: TagScore) -> String {
        "\(score)" + (tags.isEmpty ? "" : ", \(tags)")
    }
}
