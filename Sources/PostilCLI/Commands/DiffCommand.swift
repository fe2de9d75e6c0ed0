import ArgumentParser
import Postil
import PostilEvaluation

/// Compares two runs.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what two runs over the same documents differ in.",
        discussion: """
            FIRST and SECOND are files of records, packed or not. Records of one id belong together; of the others those of \
            one text, in order. Of each layer it counts what is the same, added, removed, or has another extent, type, value \
            or evidence (rule, source, score); then by rule, with examples. Identifiers, clusters and the terms of \
            sentiment are not compared. Files in the same order take little memory whatever their size.

            Exit codes: 0 the same, 1 different, 2 usage, 3 unreadable.

            EXAMPLE
              postil diff before.jsonl after.jsonl.zst --layers dates,numbers --sample 5
            """
    )

    @Argument(help: "The records before, or - for standard input.")
    var first: String

    @Argument(help: "The records after, or - for standard input.")
    var second: String

    @Option(help: "The layers to compare, with commas between. (default: all)")
    var layers: String?

    @Option(help: "How many changes of each kind and rule to show.")
    var sample = 2

    @Flag(help: "Write a JSON object.")
    var json = false

    func validate() throws {
        guard sample >= 0 else { throw ValidationError("--sample is a number from 0 on") }
        guard first != "-" || second != "-" else { throw ValidationError("standard input can be read once") }
    }

    func run() throws {
        let names = layers.map { Set($0.split(separator: ",").map { LayerName(rawValue: String($0)) }) }
        var difference = CorpusDifference(layers: names, samplesPerGroup: sample)
        var pipelines: [RecordPairs.Side: String] = [:]
        try RecordPairs(first: first, second: second).forEach { pair in
            switch pair {
            case .both(let first, let second, let byText):
                if pipelines[.first] == nil { pipelines[.first] = first.pipeline }
                if pipelines[.second] == nil { pipelines[.second] = second.pipeline }
                difference.add(first, second, byText: byText)
            case .one(let record, let side):
                if pipelines[side] == nil { pipelines[side] = record.pipeline }
                difference.addUnmatched(record.identifier, side: side)
            }
        }
        if json {
            print(difference.json.serialized())
        } else {
            print("first   \(first)  \(pipelines[.first] ?? "no record")")
            print("second  \(second)  \(pipelines[.second] ?? "no record")")
            DifferenceText(difference).lines.forEach { print($0) }
        }
        let known = Set(RecordOptions.standardLayers + [LayerKey.tokens.name] + difference.layers.keys)
        if let unknown = names?.subtracting(known).map(\.rawValue).sorted().first {
            throw ValidationError("no record has a layer '\(unknown)'")
        }
        if !difference.isEmpty { throw CommandFailure(.documentsFailed) }
    }
}
