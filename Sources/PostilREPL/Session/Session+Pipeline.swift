import Postil

extension Session {
    static func names(_ keys: [AnyLayerKey]) -> String {
        keys.isEmpty ? "-" : keys.map(\.name.rawValue).joined(separator: ", ")
    }

    /// The annotators that words name.
    func annotators(_ arguments: Arguments) throws(CommandError) -> [AnnotatorName] {
        let offered = try offered().map(\.name)
        var names: [AnnotatorName] = []
        for word in arguments.words.flatMap({ $0.split(separator: ",").map(String.init) }) {
            if word == "all" {
                names += offered
            } else if let name = offered.first(where: { $0.rawValue == word }) {
                names.append(name)
            } else {
                let near = Spelling.nearest(to: word, among: offered.map(\.rawValue))
                throw .failed(
                    "there is no annotator '\(word)'"
                        + (near.map { ": did you mean '\($0)'?" }
                            ?? ": there are \(offered.map(\.rawValue).joined(separator: ", "))")
                )
            }
        }
        var unique: [AnnotatorName] = []
        for name in names where !unique.contains(name) { unique.append(name) }
        return unique
    }

    /// Builds the pipeline that the state asks for and shows what became of the document.
    mutating func rebuildAndShow() throws(CommandError) {
        try rebuildPipeline()
        if state.run == nil {
            console.line(state.pipeline.label)
        } else {
            try showDocument(isNew: true)
        }
    }
}
