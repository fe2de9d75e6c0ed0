import Glibc
import PostilCore
import PostilFormats

/// What must be the same for a run to go on where another stopped: the pipeline, the options that records depend on,
/// and the inputs.
public struct RunIdentity: Hashable, Sendable {
    /// A file that documents come from, as it was when the run began.
    struct Input: Hashable, Sendable {
        let path: String
        /// The size in bytes; -1 for standard input and for what cannot be looked at.
        let size: Int
        /// When it was changed last, in nanoseconds since 1970; 0 where that is not known.
        let modified: Int
    }

    /// The pipeline's name and fingerprint.
    let pipeline: String

    /// A hash of the options that records depend on.
    let options: String

    let inputs: [Input]

    /// Describes a run.
    public init(pipeline: Pipeline, options: BatchOptions, inputs: [BatchInput]) {
        self.pipeline = pipeline.label
        var hash = Fingerprint()
        hash.combine(options.fields.summary)
        hash.combine("\(options.isLossy)")
        hash.combine(options.record.offsetUnit.rawValue)
        for layer in options.record.layers { hash.combine(layer.rawValue) }
        hash.combine(options.share?.description ?? "")
        hash.combine("\(options.windowBytes) \(options.maximumDocumentBytes ?? 0)")
        if options.onError == .skip { hash.combine(options.onError.rawValue) }
        for input in inputs {
            hash.combine(input.form.rawValue)
            guard let dialect = options.dialect(of: input.form) else { continue }
            hash.combine("\(dialect.separator) \(dialect.escaping.rawValue)")
        }
        self.options = hash.description
        self.inputs = inputs.map { input in
            var status = stat()
            guard !input.isStandardInput, stat(input.path, &status) == 0 else {
                return Input(path: input.path, size: -1, modified: 0)
            }
            let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
            return Input(path: input.path, size: Int(status.st_size), modified: modified)
        }
    }

    /// What is different in `other`, in a few words; nil for nothing.
    func difference(from other: RunIdentity) -> String? {
        if pipeline != other.pipeline { return "the pipeline was \(other.pipeline) and is \(pipeline)" }
        if options != other.options { return "the options are others" }
        if inputs.count != other.inputs.count {
            return "there were \(other.inputs.count) inputs and are \(inputs.count)"
        }
        for (now, then) in zip(inputs, other.inputs) where now != then {
            return now.path == then.path ? "\(now.path) has changed" : "\(then.path) has become \(now.path)"
        }
        return nil
    }
}

extension RunIdentity {
    /// The identity as a journal holds it.
    var json: JSONValue {
        [
            "pipeline": .string(pipeline), "options": .string(options),
            "inputs": .array(
                inputs.map { ["path": .string($0.path), "size": .integer($0.size), "modified": .integer($0.modified)] }
            ),
        ]
    }

    /// The identity that a journal holds; nil where it holds none.
    init?(_ json: JSONValue?) {
        guard let pipeline = json?["pipeline"]?.string, let options = json?["options"]?.string,
            let list = json?["inputs"]?.array
        else { return nil }
        var inputs: [Input] = []
        for input in list {
            guard let path = input["path"]?.string, let size = input["size"]?.integer,
                let modified = input["modified"]?.integer
            else { return nil }
            inputs.append(Input(path: path, size: size, modified: modified))
        }
        self.pipeline = pipeline
        self.options = options
        self.inputs = inputs
    }
}
