import ArgumentParser
import Postil
import PostilEvaluation
import PostilLearning
import PostilText

/// Trains the models that Postil uses.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train a model from annotated text.",
        subcommands: [
            TrainSegmentationCommand.self, TrainTagLexiconCommand.self, TrainTaggerCommand.self,
            TrainLemmasCommand.self, TrainEntitiesCommand.self, TrainSentimentCommand.self,
        ]
    )
}

/// Trains the model of sentence boundaries.
struct TrainSegmentationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segmentation",
        abstract: "Train the model of sentence boundaries.",
        discussion: """
            Each file has a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", "end"}]} for a \
            document; offsets count code points. The same files and options give the same model, byte for byte.

            EXAMPLE
              postil train segmentation train.jsonl --test dev.jsonl --sources "my texts, MIT" -o segmentation.model
            """
    )

    @Argument(help: "Files to train on.")
    var files: [String]

    @Option(help: "Files to measure the model on; may be given more than once.")
    var test: [String] = []

    @Option(help: "What the files are and under which licence, for the model's header.")
    var sources = "not stated"

    @Option(help: "How often each example is seen.")
    var epochs = LogisticTrainer().epochs

    @Option(help: "The step size.")
    var rate = LogisticTrainer().rate

    @Option(help: "The L2 penalty of an example.")
    var penalty = LogisticTrainer().penalty

    @Option(help: "The logarithm to base 2 of the number of weights.")
    var bits = LogisticTrainer().bits

    @Option(name: [.short, .customLong("output")], help: "Where to write the model.")
    var output: String

    func validate() throws {
        if epochs < 1 { throw ValidationError("--epochs takes a whole number from 1 on.") }
        if !(1...LogisticTrainer.maximumBits).contains(bits) {
            throw ValidationError("--bits takes a whole number from 1 to \(LogisticTrainer.maximumBits).")
        }
        if !(rate > 0 && rate.isFinite) { throw ValidationError("--rate takes a number above 0.") }
        if !(penalty >= 0 && penalty.isFinite) { throw ValidationError("--penalty takes a number from 0 on.") }
    }

    func run() throws {
        var trainer = SegmentationTrainer()
        trainer.trainer.epochs = epochs
        trainer.trainer.rate = rate
        trainer.trainer.penalty = penalty
        trainer.trainer.bits = bits
        for file in try GoldFiles.find(files) {
            for document in try file.documents() { trainer.add(document.text, sentences: document.sentences) }
        }
        let model = try trainer.train(sources: sources)
        let segmenter = try Segmenter(model: ModelFile(ModelBytes(copying: model)))
        let pipeline = try Pipeline(name: "text", steps: [segmenter])
        for file in try GoldFiles.find(files + test) {
            var score = SegmentationScore()
            for gold in try file.documents() {
                score.add(pipeline.annotate(Document(text: gold.text)), gold: gold)
            }
            print("\(file.path): \(score)")
        }
        try OutputTarget(path: output).write(model)
        print("\(output): \(model.count) bytes from \(trainer.exampleCount) examples")
    }
}
