/// An annotator that works on several documents at once with profit, as one does that waits for another program.
///
/// A runner that has several documents at hand gives them to it together (``Pipeline/annotate(_:)-([Document])``);
/// what it makes of each is the same as if it had got that one alone.
public protocol BatchAnnotator: Annotator {
    /// How many documents it is best given at once; it takes more or fewer as well.
    var preferredBatchCount: Int { get }

    /// Adds the layers of each document of `documents` to the output at the same position.
    ///
    /// - Returns: For each document what went wrong, nil where nothing did.
    func annotate(_ documents: [DocumentView], into outputs: inout [LayerOutput]) -> [AnnotationError?]
}

extension BatchAnnotator {
    /// Takes the document as a batch of one.
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var outputs = [output]
        let errors = annotate([document], into: &outputs)
        if let first = outputs.first { output = first }
        if let error = errors.first ?? nil { throw error }
    }

    /// Runs the annotator on `documents`, as ``Annotator/annotated(_:isCancelled:)`` does on one.
    ///
    /// - Returns: For each document the one with the layers of ``Annotator/provides``, or what went wrong.
    public func annotated(_ documents: [Document]) -> [Result<Document, AnnotationError>] {
        var outputs = documents.map { LayerOutput($0, annotator: name, writable: provides) }
        let views = documents.map { DocumentView($0, annotator: name, readable: requires + consults) }
        let errors = annotate(views, into: &outputs)
        return outputs.indices.map { index in
            Result { () throws(AnnotationError) in
                if errors.indices.contains(index), let error = errors[index] { throw attributed(error) }
                return try completed(outputs[index])
            }
        }
    }
}
