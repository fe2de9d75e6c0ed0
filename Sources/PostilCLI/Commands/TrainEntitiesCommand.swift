import ArgumentParser
import Postil
import PostilEntities
import PostilEvaluation
import PostilLearning
import PostilLexicon
import PostilText

/// Trains the model of names.
struct TrainEntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Train the model of names.",
        discussion: """
            RECIPE is a JSON file {"schemes": {name: {"labels": {label: [type]}, "unmarked": [type], "titles": \
            bool, "machine": bool}}, "sources": [{"path", "scheme", "weight", "refining", "lower", "licence"}], "tests": [{"path", "scheme"}]}. Each source \
            has a line {"text", "spans": [{"start", "end", "label"}], "unsure": [[start, end]]} for a document; offsets \
            count code points. "refining" is the weight in the refining passes, "lower" that of the same texts in small letters. The same files and options give the same model, byte for byte.

            EXAMPLE
              postil train entities scripts/entities.json --data train --test-data dev -o entities.model
            """
    )

    @Argument(help: "The recipe.")
    var recipe: String

    @Option(help: "The folder in which the recipe's sources are; may be given more than once.")
    var data: [String]

    @Option(help: "The folder in which the recipe's tests are.")
    var testData: String?

    @Option(help: "Where to write the names of the tests in which gold and the model differ.")
    var differences: String?

    @Option(help: "Leave out the sources whose path contains this text; may be given more than once.")
    var without: [String] = []

    @Option(help: "How often each sentence is seen before features are chosen.")
    var epochs = EntityTrainer.settings.epochs

    @Option(help: "How often each sentence is seen with the features that are kept.")
    var refiningEpochs = EntityTrainer.settings.refiningEpochs

    @Option(help: "The step size.")
    var rate = EntityTrainer.settings.rate

    @Option(help: "The L2 penalty.")
    var penalty = EntityTrainer.settings.penalty

    @Option(help: "The share of features that each look at a sentence leaves out.")
    var dropout = EntityTrainer.settings.dropout

    @Option(help: "What is added to the weight of being outside of names, in log-odds; below 0 finds more names.")
    var outside: Float = 0

    @Option(help: "How often a feature must occur.")
    var minimumCount = EntityTrainer.settings.minimumCount

    @Option(help: "The logarithm to base 2 of the number of groups of eight features.")
    var groupBits = EntityTrainer.settings.groupBits

    @Option(name: [.short, .customLong("output")], help: "Where to write the model.")
    var output: String?

    @Option(help: "Measure this model on the recipe's tests instead of training one.")
    var measure: String?

    func validate() throws {
        if (measure == nil) == (output == nil) {
            throw ValidationError("Give either --output, for a model to be trained, or --measure.")
        }
    }

    func run() throws {
        let recipe = try EntityRecipe(path: recipe)
        if let measure { return try self.measure(try ByteSource(path: measure).readAll(), with: recipe) }
        var trainer = try EntityTrainer()
        trainer.trainer.epochs = epochs
        trainer.trainer.refiningEpochs = refiningEpochs
        trainer.trainer.rate = rate
        trainer.trainer.penalty = penalty
        trainer.trainer.dropout = dropout
        trainer.trainer.adjustments = [outside]
        trainer.trainer.minimumCount = minimumCount
        trainer.trainer.groupBits = groupBits
        var sources: [String] = []
        for source in recipe.sources where !without.contains(where: source.path.contains) {
            try source.forEach(in: data) { gold in
                trainer.add(gold, scheme: source.scheme, weight: source.weight, refining: source.refiningWeight)
                if source.lowerWeight > 0 {
                    trainer.add(gold.lowercased(), scheme: source.scheme, weight: source.lowerWeight)
                }
            }
            sources.append("\(source.path) (\(source.licence ?? "licence not stated"))")
            print("\(source.path): \(trainer.exampleCount) sentences so far")
        }
        let model = try trainer.train(sources: sources.joined(separator: "; ")) { pass, likelihood in
            print("pass \(pass): log-likelihood of a token \(likelihood)")
        }
        try OutputTarget(path: output).write(model)
        print("\(output ?? "-"): \(model.count) bytes from \(trainer.exampleCount) sentences")
        try self.measure(model, with: recipe)
    }

    private func measure(_ model: [UInt8], with recipe: EntityRecipe) throws {
        guard let testData else { return }
        let recognizer = try EntityRecognizer(
            model: ModelFile(ModelBytes(copying: model)),
            knowledge: try EntityKnowledge()
        )
        let pipeline = try Pipeline(name: "names", steps: [try Segmenter(), recognizer])
        var lines: [String] = []
        for test in recipe.tests {
            var golds: [GoldNames] = []
            try test.forEach(in: [testData]) { golds.append($0) }
            var score = EntityScore(scheme: test.scheme, labels: Set(golds.flatMap { $0.marks.map(\.label) }))
            for gold in golds { score.add(pipeline.annotate(Document(text: gold.text)), gold: gold) }
            print("\(test.path): \(score)")
            lines += score.differences.map { "\(test.path)\t\($0)\n" }
        }
        if let differences { try OutputTarget(path: differences).write(Array(lines.joined().utf8)) }
    }
}

extension EntityTrainer {
    /// Adds a text whose names are marked in `scheme`.
    mutating func add(_ gold: GoldNames, scheme: EntityScheme, weight: Float, refining: Float? = nil) {
        var marks: [EntityMark] = []
        var unknown = gold.unsure
        for mark in gold.marks {
            if let kinds = scheme.labels[mark.label], !mark.isHandle {
                var span = mark.span
                if scheme.includesTitles, kinds == [.person] { span = PersonTitles.cut(from: span, in: gold.text) }
                marks.append(EntityMark(span, kinds))
            } else {
                unknown.append(mark.span)
            }
        }
        add(
            gold.text,
            marks: marks,
            unknown: unknown,
            unmarked: scheme.unmarked,
            isMachine: scheme.isMachine,
            weight: weight,
            refining: refining
        )
    }
}
