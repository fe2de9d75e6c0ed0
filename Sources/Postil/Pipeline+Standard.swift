import PostilCore
import PostilLearning
import PostilNumbers
import PostilText

extension Pipeline {
    /// The annotators that are part of Postil, each once.
    ///
    /// - Throws: ``ModelError`` where an embedded model is not one that this version can use.
    public static func builtInAnnotators() throws(ModelError) -> [any Annotator] {
        [try Segmenter(), NumberAnnotator()]
    }

    /// The pipeline of all annotators that are part of Postil.
    ///
    /// - Throws: ``ModelError`` where an embedded model is not one that this version can use.
    public static func standard() throws -> Pipeline {
        try Pipeline(name: "standard", steps: builtInAnnotators())
    }
}
