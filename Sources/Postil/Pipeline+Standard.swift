import PostilCore
import PostilDates
import PostilLearning
import PostilNumbers
import PostilText

extension Pipeline {
    /// The annotators that are part of Postil, each once.
    ///
    /// - Parameter dates: How dates are resolved.
    /// - Throws: ``ModelError`` where an embedded model is not one that this version can use.
    public static func builtInAnnotators(dates: DateOptions = DateOptions()) throws(ModelError) -> [any Annotator] {
        [
            try Segmenter(),
            DateAnnotator(options: dates),
            NumberAnnotator(),
        ]
    }

    /// The pipeline of all annotators that are part of Postil.
    ///
    /// - Parameter dates: How dates are resolved.
    /// - Throws: ``ModelError`` where an embedded model is not one that this version can use.
    public static func standard(dates: DateOptions = DateOptions()) throws -> Pipeline {
        try Pipeline(name: "standard", steps: builtInAnnotators(dates: dates))
    }
}
