import Postil

/// What `.pin` keeps: a run, and all that it takes to annotate another text in the same way.
struct Pin: Sendable {
    let run: AnnotationRun
    let pipeline: Pipeline
    let anchor: String?
}
