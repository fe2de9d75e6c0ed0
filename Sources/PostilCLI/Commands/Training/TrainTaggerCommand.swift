import ArgumentParser
import Postil
import PostilEvaluation
import PostilLearning
import PostilText

/// Trains the tagger.
struct TrainTaggerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tagger",
        abstract: "Train the model of parts of speech.",
        discussion: """
            Each file has a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", "end", "xpos", \
            "upos"}]} for a document; offsets count code points. The same files and options give the same model, \
            byte for byte.

            EXAMPLE
              postil train tagger gold.jsonl --lexicon tags.lexicon --test dev.jsonl -o tagger.model
            """
    )

    @Argument(help: "Files that people have tagged.")
    var files: [String]

    @Option(name: .customLong("weight"), help: "What a sentence of each file counts, in the order of the files.")
    var weights: [Float] = []

    @Option(help: "The lexicon of tags, made by 'postil train tag-lexicon'.")
    var lexicon: String

    @Option(
        help:
            "Files that a machine has tagged, of which the Penn tags of nouns, verbs, adjectives and adverbs count; may be given more than once."
    )
    var silver: [String] = []

    @Option(help: "What a sentence of --silver counts.")
    var silverWeight: Float = 0.1

    @Option(help: "Files to measure the model on; may be given more than once.")
    var test: [String] = []

    @Option(help: "What the files are and under which licence, for the model's header.")
    var sources = "not stated"

    @Option(help: "How often each sentence is seen before features are chosen.")
    var epochs = 3

    @Option(help: "How often each sentence is seen with the features that are kept.")
    var refiningEpochs = 2

    @Option(help: "The step size.")
    var rate: Float = 0.07

    @Option(help: "The L2 penalty of a feature's occurrence.")
    var penalty = ChainTrainer().penalty

    @Option(help: "The share of features left out at each look.")
    var dropout: Float = 0

    @Option(help: "How often a feature must occur.")
    var minimumCount = ChainTrainer().minimumCount

    @Option(help: "The logarithm to base 2 of the number of groups of eight features that the model keeps.")
    var bits = 13

    @Option(name: [.short, .customLong("output")], help: "Where to write the model.")
    var output: String

    func validate() throws {
        if epochs < 1 || refiningEpochs < 0 { throw ValidationError("--epochs takes a whole number from 1 on.") }
        if !(0...20).contains(bits) { throw ValidationError("--bits takes a whole number from 0 to 20.") }
        if !(rate > 0 && rate.isFinite) { throw ValidationError("--rate takes a number above 0.") }
        if !(penalty >= 0 && penalty.isFinite) { throw ValidationError("--penalty takes a number from 0 on.") }
        if !(dropout >= 0 && dropout < 0.9) { throw ValidationError("--dropout takes a number from 0 to 0.9.") }
        if !(silverWeight > 0 && silverWeight.isFinite) {
            throw ValidationError("--silver-weight takes a number above 0.")
        }
    }

    func run() throws {
        let lexiconFile = try ModelFile(ModelBytes(copying: try ByteSource(path: lexicon).readAll()))
        var trainer = try TaggerTrainer(lexicon: lexiconFile)
        trainer.trainer.epochs = epochs
        trainer.trainer.refiningEpochs = refiningEpochs
        trainer.trainer.rate = rate
        trainer.trainer.penalty = penalty
        trainer.trainer.dropout = dropout
        trainer.trainer.minimumCount = minimumCount
        trainer.trainer.groupBits = bits
        for (index, file) in files.enumerated() {
            let weight = index < weights.count ? weights[index] : 1
            for part in try GoldFiles.find([file]) {
                try part.forEach { trainer.add($0.text, tokens: $0.tokens, tags: $0.tags, weight: weight) }
            }
        }
        if !silver.isEmpty {
            for file in try GoldFiles.find(silver) {
                try file.forEach {
                    trainer.add($0.text, tokens: $0.tokens, tags: $0.tags, weight: silverWeight, isGold: false)
                }
            }
        }
        let model = try trainer.train(sources: sources) { pass, likelihood in
            StandardError.write("pass \(pass): log-likelihood \((likelihood * 10000).rounded() / 10000) a token\n")
        }
        try OutputTarget(path: output).write(model)
        print("\(output): \(model.count) bytes from \(trainer.sentenceCount) sentences")
        let tagger = try Tagger(model: ModelFile(ModelBytes(copying: model)), lexicon: lexiconFile)
        let pipeline = try Pipeline(name: "tags", steps: [Segmenter(), tagger])
        for file in test.isEmpty ? [] : try GoldFiles.find(test) {
            var score = TagScore()
            try file.forEach { score.add(pipeline.annotate(Document(text: $0.text)), gold: $0) }
            print("\(file.path): \(score)")
        }
    }
}
