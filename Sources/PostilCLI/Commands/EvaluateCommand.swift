import ArgumentParser
import Postil
import PostilEvaluation

/// Compares annotations with gold.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Compare sentences and tokens with those that people have marked.",
        discussion: """
            A PATH is a .jsonl file with a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", \
            "end"}]} for a document, a .segmentation file beside its text, or a folder that is searched for both.

            EXAMPLE
              postil eval corpora
            """
    )

    @Argument(help: "Gold files or folders.")
    var paths: [String]

    @Flag(help: "Print the sentences and tokens in which the two differ.")
    var errors = false

    func run() throws {
        let pipeline = try Pipeline.standard(providing: [])
        var total = SegmentationScore()
        for file in try GoldFiles.find(paths) {
            var score = SegmentationScore()
            for gold in try file.documents() {
                let document = pipeline.annotate(Document(text: gold.text))
                score.add(document, gold: gold)
                if errors { SegmentationDifference(document, gold: gold).lines.forEach { print($0) } }
            }
            print("\(file.path): \(score)")
            total.add(score)
        }
        print("all: \(total)")
    }
}
