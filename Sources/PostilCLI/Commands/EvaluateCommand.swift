import ArgumentParser
import Postil
import PostilEvaluation

/// Compares annotations with gold.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Compare sentences, tokens and names with those that people have marked.",
        discussion: """
            A PATH is a .jsonl file with a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", \
            "end"}]} for a document, a .segmentation or .names file beside its text, or a folder that is searched for \
            them. A text with a .segmentation file is compared with a .names file beside it, too.

            EXAMPLE
              postil eval corpora
            """
    )

    @Argument(help: "Gold files or folders.")
    var paths: [String]

    @Flag(help: "Print the sentences, tokens and names in which the two differ.")
    var errors = false

    func run() throws {
        var total = SegmentationScore()
        var totalNames = EntityScore()
        var hasNames = false
        // The model of names is loaded for gold that has names only.
        let segmentation = try Pipeline.standard(providing: [])
        lazy var names = Result { try Pipeline.standard(providing: [LayerKey.entities.name]) }
        for file in try GoldFiles.find(paths) {
            let goldNames = try file.names()
            let pipeline = goldNames == nil ? segmentation : try names.get()
            var score = SegmentationScore()
            var document: Document?
            for gold in try file.documents() {
                let annotated = pipeline.annotate(Document(text: gold.text))
                score.add(annotated, gold: gold)
                if errors { SegmentationDifference(annotated, gold: gold).lines.forEach { print($0) } }
                document = annotated
            }
            if file.hasSentences { print("\(file.path): \(score)") }
            total.add(score)
            guard let goldNames else { continue }
            var nameScore = EntityScore()
            nameScore.add(document ?? pipeline.annotate(Document(text: goldNames.text)), gold: goldNames)
            if errors { nameScore.differences.forEach { print("name: \($0)") } }
            print("\(file.namesPath): \(nameScore)")
            totalNames.add(nameScore)
            hasNames = true
        }
        if hasNames { print("all names: \(totalNames)") }
        print("all: \(total)")
    }
}
