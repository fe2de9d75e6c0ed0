import ArgumentParser
import Postil
import PostilEvaluation

/// Compares annotations with gold.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Compare sentences, tokens, tags, lemmas and names with those that people have marked.",
        discussion: """
            A PATH is a .jsonl file with a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", \
            "end", "xpos", "upos", "lemma"}]} for a document, a .segmentation file beside its text, with tags and \
            lemmas in a .tags file and names in a .names file, a .names file alone, or a folder that is searched for them.

            EXAMPLE
              postil eval corpora
            """
    )

    @Argument(help: "Gold files or folders.")
    var paths: [String]

    @Flag(help: "Print the sentences, tokens, tags, lemmas and names in which the two differ.")
    var errors = false

    func run() throws {
        var total = SegmentationScore()
        var totalTags = TagScore()
        var totalNames = EntityScore()
        var hasNames = false
        // The model of names is loaded for gold that has names only.
        let base = try Pipeline.standard(providing: ["tokens"])
        lazy var withNames = Result { try Pipeline.standard(providing: ["tokens", "entities"]) }
        for file in try GoldFiles.find(paths) {
            let names = try file.names()
            let pipeline = names == nil ? base : try withNames.get()
            var score = SegmentationScore()
            var tags = TagScore()
            var annotated: Document?
            try file.forEach { gold in
                let document = pipeline.annotate(Document(text: gold.text))
                score.add(document, gold: gold)
                tags.add(document, gold: gold)
                if errors {
                    SegmentationDifference(document, gold: gold).lines.forEach { print($0) }
                    TagDifference(document, gold: gold).lines.forEach { print($0) }
                }
                annotated = names == nil ? nil : document
            }
            if file.hasSentences { print("\(file.path): \(line(score, tags))") }
            total.add(score)
            totalTags.add(tags)
            guard let names else { continue }
            var nameScore = EntityScore()
            nameScore.add(annotated ?? pipeline.annotate(Document(text: names.text)), gold: names)
            if errors { nameScore.differences.forEach { print("name: \($0)") } }
            print("\(file.namesPath): \(nameScore)")
            totalNames.add(nameScore)
            hasNames = true
        }
        if hasNames { print("all names: \(totalNames)") }
        print("all: \(line(total, totalTags))")
    }

    private func line(_ score: SegmentationScore, _ tags: TagScore) -> String {
        "\(score)" + (tags.isEmpty ? "" : ", \(tags)")
    }
}
