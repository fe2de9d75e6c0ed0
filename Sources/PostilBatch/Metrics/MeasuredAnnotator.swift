import PostilCore

/// An annotator whose time is measured.
struct MeasuredAnnotator: Annotator {
    let base: any Annotator
    let index: Int
    let times: AnnotatorTimes

    var name: AnnotatorName { base.name }
    var version: String { base.version }
    var configuration: String { base.configuration }
    var requires: [AnyLayerKey] { base.requires }
    var consults: [AnyLayerKey] { base.consults }
    var provides: [AnyLayerKey] { base.provides }
    var rules: RuleTable { base.rules }

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        try times.measure(index) { () throws(AnnotationError) in try base.annotate(document, into: &output) }
    }
}

/// An annotator of several documents at once whose time is measured; each of them counts as taking an equal part.
struct MeasuredBatchAnnotator: BatchAnnotator {
    let base: any BatchAnnotator
    let index: Int
    let times: AnnotatorTimes

    var name: AnnotatorName { base.name }
    var version: String { base.version }
    var configuration: String { base.configuration }
    var requires: [AnyLayerKey] { base.requires }
    var consults: [AnyLayerKey] { base.consults }
    var provides: [AnyLayerKey] { base.provides }
    var rules: RuleTable { base.rules }
    var preferredBatchCount: Int { base.preferredBatchCount }

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        try times.measure(index) { () throws(AnnotationError) in try base.annotate(document, into: &output) }
    }

    func annotate(_ documents: [DocumentView], into outputs: inout [LayerOutput]) -> [AnnotationError?] {
        times.measure(index, documents: documents.count) { base.annotate(documents, into: &outputs) }
    }
}
