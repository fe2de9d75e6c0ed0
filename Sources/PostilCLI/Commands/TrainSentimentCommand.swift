import ArgumentParser
import Postil
import PostilEvaluation
import PostilLearning
import PostilSentiment
import PostilText

/// Trains the weights of sentiment.
struct TrainSentimentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentiment",
        abstract: "Train the weights of words for sentiment.",
        discussion: """
            Each file has a line {"text", "label", "target": {"start", "end"}} for a text; labels are positive, \
            negative and neutral, offsets count code points, and the target may be missing. What a file without \
            neutral texts says of the strength of opinions is not used. The same files and options give the same \
            model, byte for byte.

            EXAMPLE
              postil train sentiment reviews.jsonl news.jsonl --test dev.jsonl --sources "my texts, MIT" -o sentiment.model
            """
    )

    @Argument(help: "Files to train on, each a source of its own.")
    var files: [String]

    @Option(help: "Files to measure the model on; may be given more than once.")
    var test: [String] = []

    @Option(help: "What the files are and under which licence, for the model's header.")
    var sources = "not stated"

    @Option(help: "The L2 penalty of a word.")
    var penalty: Double?

    @Option(help: "How often a word must occur.")
    var minimumCount: Int?

    @Option(help: "The most steps of the fit.")
    var steps: Int?

    @Option(name: [.short, .customLong("output")], help: "Where to write the model.")
    var output: String

    func validate() throws {
        if let penalty, !(penalty > 0 && penalty.isFinite) {
            throw ValidationError("--penalty takes a number above 0.")
        }
        if let minimumCount, minimumCount < 1 { throw ValidationError("--minimum-count takes a number from 1 on.") }
        if let steps, steps < 1 { throw ValidationError("--steps takes a whole number from 1 on.") }
    }

    func run() throws {
        var trainer = try SentimentTrainer()
        if let penalty { trainer.penalty = penalty }
        if let minimumCount { trainer.minimumCount = minimumCount }
        if let steps { trainer.minimizer.maximumSteps = steps }
        let segmentation = try Pipeline(name: "text", steps: [Segmenter(), Tagger()])
        for (source, file) in files.enumerated() {
            for gold in try texts(of: file) {
                let document = segmentation.annotate(Document(text: gold.text))
                trainer.add(document, polarity: gold.polarity, target: gold.target, source: source)
            }
        }
        let model = try trainer.train(sources: sources)
        try OutputTarget(path: output).write(model)
        print("\(output): \(model.count) bytes from \(trainer.exampleCount) texts")
        let annotator = try SentimentAnnotator(model: OpinionModel(ModelFile(ModelBytes(copying: model))))
        let pipeline = try Pipeline(name: "sentiment", steps: [annotator], available: [Segmenter(), Tagger()])
        for file in test {
            var score = PolarityScore()
            for gold in try texts(of: file) {
                let layer = pipeline.annotate(Document(text: gold.text))[.sentiment] ?? Layer()
                score.add(layer.values.first?.polarity ?? .neutral, gold: gold.polarity)
            }
            print("\(file): \(score)")
        }
    }

    private func texts(of path: String) throws -> [LabelledText] {
        do {
            let reader = LineReader(try ByteSource(path: path))
            var texts: [LabelledText] = []
            while case .line(let line) = try reader.next() {
                let text = reader.withBytes { String(decoding: $0, as: UTF8.self) }
                do throws(GoldError) {
                    if !text.isEmpty { texts.append(try LabelledText(line: text)) }
                } catch {
                    throw CommandFailure(.inputUnreadable, "\(path):\(line.number): \(error)")
                }
            }
            return texts
        } catch let error as StreamError {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }
}
