import ArgumentParser
import Glibc
import Postil
import PostilEvaluation
import PostilLearning
import PostilText

/// Trains the models that Postil uses.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train a model from annotated text.",
        subcommands: [TrainSegmentationCommand.self]
    )
}

/// Trains the model of sentence boundaries.
struct TrainSegmentationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segmentation",
        abstract: "Train the model of sentence boundaries.",
        discussion: """
            Each file has a line {"id", "text", "sentences": [[start, end]], "tokens": [{"start", "end"}]} for a
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

    func run() throws {
        var trainer = SegmentationTrainer()
        trainer.trainer.epochs = epochs
        trainer.trainer.rate = rate
        trainer.trainer.penalty = penalty
        trainer.trainer.bits = bits
        for file in files {
            for document in try GoldDocument.read(file) { trainer.add(document.text, sentences: document.sentences) }
        }
        let model = trainer.train(sources: sources)
        let segmenter = try Segmenter(model: ModelFile(ModelBytes(copying: model)))
        for file in files + test {
            let scores = try measure(segmenter, on: file)
            print("\(file): sentences \(percent(scores.sentences)), tokens \(percent(scores.tokens))")
        }
        try write(model, to: output)
        print("\(output): \(model.count) bytes from \(trainer.exampleCount) examples")
    }

    private func measure(_ segmenter: Segmenter, on file: String) throws -> (sentences: SpanScore, tokens: SpanScore) {
        let pipeline = try Pipeline(name: "text", steps: [segmenter])
        var sentences = SpanScore()
        var tokens = SpanScore()
        for document in try GoldDocument.read(file) {
            let annotated = pipeline.annotate(Document(text: document.text))
            sentences.add(found: annotated[.sentences]?.spans ?? [], gold: document.sentences)
            if !document.tokens.isEmpty { tokens.add(found: annotated[.tokens]?.spans ?? [], gold: document.tokens) }
        }
        return (sentences, tokens)
    }

    private func percent(_ score: SpanScore) -> String {
        func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
        return "F1 \(rounded(score.f1)) (precision \(rounded(score.precision)), recall \(rounded(score.recall)))"
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "wb") else { throw ValidationError("\(path): cannot be written") }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}

extension GoldDocument {
    static func read(_ path: String) throws -> [GoldDocument] {
        guard let file = fopen(path, "rb") else { throw ValidationError("\(path): cannot be read") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return try bytes.split(separator: 0x0A).map { try GoldDocument(line: String(decoding: $0, as: UTF8.self)) }
    }
}
