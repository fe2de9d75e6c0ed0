import ArgumentParser
import Postil

/// Says what this program is and does.
struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Say what this program holds: version, pipeline, layers, models.",
        discussion: """
            EXAMPLE
              postil info --json
            """
    )

    @OptionGroup(title: "Plugins")
    var plugins: PluginArguments

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let setup = try PipelineSetup(plugins, options: PipelineSetup.Options())
        defer { setup.finish() }
        let pipeline = try setup.pipeline()
        guard !json else {
            print(description(of: pipeline).serialized())
            return
        }
        print("postil \(PostilVersion.text), records \(RecordSchema.version)")
        print("pipeline \(pipeline.label), \(ProcessorQuota.count) workers by default")
        for step in pipeline.steps {
            print("  \(step.name) \(step.version)" + (step.configuration.isEmpty ? "" : ", \(step.configuration)"))
            if !step.requires.isEmpty { print("    needs \(names(step.requires))") }
            if !step.consults.isEmpty { print("    uses if there \(names(step.consults))") }
            print("    makes \(names(step.provides))")
        }
    }

    private func names(_ keys: [AnyLayerKey]) -> String { keys.map(\.name.rawValue).joined(separator: ", ") }

    private func description(of pipeline: Pipeline) -> JSONValue {
        func list(_ keys: [AnyLayerKey]) -> JSONValue { .array(keys.map { .string($0.name.rawValue) }) }
        return [
            "version": .string(PostilVersion.text),
            "schema": .string(RecordSchema.version),
            "pipeline": .string(pipeline.name),
            "fingerprint": .string(pipeline.fingerprint.description),
            "workers": .integer(ProcessorQuota.count),
            "annotators": .array(
                pipeline.steps.map { step in
                    [
                        "name": .string(step.name.rawValue), "version": .string(step.version),
                        "configuration": .string(step.configuration), "requires": list(step.requires),
                        "consults": list(step.consults),
                        "provides": list(step.provides),
                    ]
                }
            ),
        ]
    }
}
