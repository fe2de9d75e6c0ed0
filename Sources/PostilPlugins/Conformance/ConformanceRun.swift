import PostilCore

/// One check of one annotator: what was run, what came of it, and what was found.
struct ConformanceRun {
    let check: ConformanceCheck
    let annotator: any Annotator
    let prerequisites: [any Annotator]
    var recorder: ViolationRecorder
    private(set) var trials: [Trial] = []
    var fingerprint = Fingerprint()
    var annotationCounts: [LayerName: Int] = [:]
    var unjudgedShifts = 0

    /// A text with the layers that the annotator needs, and what the annotator made of it.
    struct Trial: Sendable {
        let sample: TextSample
        let input: Document
        let result: Result<Document, AnnotationError>

        /// The annotated document; nil where the annotator failed.
        var output: Document? { try? result.get() }
    }

    private let planError: PipelineError?

    init(check: ConformanceCheck, annotator: any Annotator, available: [any Annotator]) {
        self.check = check
        self.annotator = annotator
        recorder = ViolationRecorder(kept: check.violationsListed)
        do throws(PipelineError) {
            let pipeline = try Pipeline(name: "conformance", steps: [annotator], available: available)
            prerequisites = pipeline.steps.filter { $0.name != annotator.name }
            planError = nil
        } catch {
            prerequisites = []
            planError = error
        }
    }

    var report: ConformanceReport {
        ConformanceReport(
            annotator: annotator.name,
            violations: recorder.violations,
            violationCounts: recorder.counts,
            textCount: trials.count,
            annotationCounts: annotationCounts,
            unjudgedShifts: unjudgedShifts,
            outputFingerprint: fingerprint
        )
    }

    mutating func checkDeclarations() {
        if let planError { recorder.record(.declarations, "no pipeline can be made of it: \(planError)") }
        if annotator.name.rawValue.isEmpty { recorder.record(.declarations, "has no name: give it one") }
        if annotator.version.isEmpty { recorder.record(.declarations, "has no version: give it one") }
        if annotator.provides.isEmpty { recorder.record(.declarations, "provides no layer: declare one") }
        var names: Set<String> = []
        for rule in annotator.rules.rules where !names.insert(rule.name).inserted {
            recorder.record(.declarations, "has two rules called '\(rule.name)': rename one, records tell them by name")
        }
        if annotator.rules.rules.count > Int(UInt16.max) {
            recorder.record(.declarations, "has \(annotator.rules.rules.count) rules; the most is 65,535: join some")
        }
    }

    /// Runs the annotator once on each sample.
    mutating func annotate(_ samples: [TextSample]) {
        guard planError == nil else { return }
        for sample in samples {
            guard let input = prepared(sample.text, in: sample) else { continue }
            let result = outcome(on: input)
            if case .failure(let error) = result { record(error, in: sample) }
            trials.append(Trial(sample: sample, input: input, result: result))
        }
    }

    /// A document of `text` with the layers that the annotator needs; nil, and a record of it, where one
    /// cannot be made.
    mutating func prepared(_ text: Text, in sample: TextSample) -> Document? {
        var document = Document(identifier: sample.name, text: text, context: check.context)
        for step in prerequisites {
            do throws(AnnotationError) {
                document = try step.annotated(document)
            } catch {
                recorder.record(.prerequisites, "'\(step.name)' fails, check it first: \(error)", in: sample)
                return nil
            }
        }
        return document
    }

    /// What the annotator makes of `input`.
    func outcome(on input: Document) -> Result<Document, AnnotationError> {
        Result { () throws(AnnotationError) in try annotator.annotated(input) }
    }

    private mutating func record(_ error: AnnotationError, in sample: TextSample) {
        let requirement: ConformanceRequirement =
            switch error.code {
            case .undeclaredRead, .undeclaredWrite, .layerExists, .typeClash: .declaredLayers
            case .layerNotProvided: .providedLayers
            default: .everyText
            }
        recorder.record(requirement, error.message, layer: error.layer, in: sample, at: error.span)
    }
}
