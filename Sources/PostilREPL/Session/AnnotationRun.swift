import Postil

/// A document as one pipeline has annotated it, with the time that it took.
struct AnnotationRun: Sendable {
    /// What tells this run from others.
    let identity = Identity()

    /// The annotated document.
    let document: Document

    /// The pipeline's name and fingerprint.
    let pipelineLabel: String

    /// How long each annotator took, in the order in which they ran.
    let times: [(annotator: AnnotatorName, time: Duration)]

    /// How long all took.
    var total: Duration { times.reduce(.zero) { $0 + $1.time } }

    /// Annotates `document` as ``Pipeline/annotate(_:)`` does, and measures; nil where it was cancelled.
    init?(_ document: Document, with pipeline: Pipeline, isCancelled: (@Sendable () -> Bool)? = nil) {
        var document = document
        var times: [(AnnotatorName, Duration)] = []
        let clock = ContinuousClock()
        for step in pipeline.steps {
            let time = clock.measure {
                do throws(AnnotationError) {
                    document = try step.annotated(document, isCancelled: isCancelled)
                } catch {
                    document.note(error)
                }
            }
            if isCancelled?() == true { return nil }
            times.append((step.name, time))
        }
        self.document = document
        self.times = times
        pipelineLabel = pipeline.label
    }
}

extension AnnotationRun {
    /// A thing that is itself and nothing else.
    final class Identity: Sendable {}
}
