/// Annotators in an order in which each finds what it needs.
///
/// A pipeline is checked when it is made, before any text is read: every required layer has exactly
/// one provider, types agree, and nothing needs itself. Prerequisites that were not named are taken
/// from the annotators on offer.
///
/// ## Example
///
/// ```swift
/// let pipeline = try Pipeline(name: "mine", steps: [Shouts()], available: [Segmenter()])
/// let document = pipeline.annotate(Document(text: "STOP! he said."))
/// ```
public struct Pipeline: Sendable {
    /// The name that records show before the fingerprint.
    public let name: String

    /// The annotators, in the order in which they run.
    public let steps: [any Annotator]

    /// A number that changes exactly when output could: a hash of the steps' names, versions and
    /// configurations.
    public let fingerprint: Fingerprint

    /// Makes a pipeline of `steps` and what they need.
    ///
    /// - Parameters:
    ///   - name: A name for records.
    ///   - steps: The annotators that are wanted, in any order. Two that do not need each other keep it.
    ///   - available: The annotators from which missing prerequisites are taken, of several that provide
    ///     a layer the first.
    /// - Throws: ``PipelineError`` with the code `no-provider`, `two-providers`, `type-clash` or `cycle`.
    public init(name: String, steps: [any Annotator], available: [any Annotator] = []) throws(PipelineError) {
        self.name = name
        self.steps = try PipelinePlan(steps: steps, available: available).ordered()
        fingerprint = Pipeline.fingerprint(of: self.steps)
    }

    /// What records write: the name and the fingerprint, `standard@3fa1c0de`.
    public var label: String { "\(name)@\(fingerprint)" }

    /// The layers that the pipeline provides, in the order in which they appear.
    public var provides: [AnyLayerKey] { steps.flatMap(\.provides) }

    /// Annotates `document`.
    ///
    /// An annotator that fails leaves its layers out and a note in ``Document/failures``; the others go
    /// on, but for those that need what it did not make.
    ///
    /// - Parameter isCancelled: Says whether the result is not wanted any more; asked now and then. What is made then
    ///   has a failure with the code `cancelled`, and no layer behind it.
    public func annotate(_ document: Document, isCancelled: (@Sendable () -> Bool)? = nil) -> Document {
        var document = document
        for step in steps {
            do throws(AnnotationError) {
                document = try step.annotated(document, isCancelled: isCancelled)
            } catch {
                document.note(error)
                if error.code == .cancelled, isCancelled?() ?? false { break }
            }
        }
        return document
    }

    /// How many documents the pipeline is best given at once: more than one where a step is a ``BatchAnnotator``.
    public var preferredBatchCount: Int {
        steps.lazy.compactMap { ($0 as? any BatchAnnotator)?.preferredBatchCount }.max() ?? 1
    }

    /// Annotates `documents`, each as ``annotate(_:)-(Document)`` does, a step on all of them before the next.
    ///
    /// - Returns: The annotated documents, in the order given.
    public func annotate(_ documents: [Document]) -> [Document] {
        var documents = documents
        for step in steps {
            if let step = step as? any BatchAnnotator {
                for (index, result) in step.annotated(documents).enumerated() {
                    switch result {
                    case .success(let document): documents[index] = document
                    case .failure(let error): documents[index].note(error)
                    }
                }
                continue
            }
            for index in documents.indices {
                do throws(AnnotationError) {
                    documents[index] = try step.annotated(documents[index])
                } catch {
                    documents[index].note(error)
                }
            }
        }
        return documents
    }

    /// Answers `question` about a document that this pipeline has annotated.
    ///
    /// - Returns: nil where no step provides the layer.
    /// - Throws: ``AnnotationError`` where the annotator cannot look at the document again.
    public func explain(_ question: Question, in document: Document) throws(AnnotationError) -> Explanation? {
        for step in steps where step.provides.contains(where: { $0.name == question.layer }) {
            return try step.answer(to: question, about: document)
                ?? Explanation("'\(step.name)' does not say", span: question.span)
        }
        return nil
    }

    /// Lists the candidates of `layer` in a stretch of a document that this pipeline has annotated: what might
    /// have become an annotation and did not.
    ///
    /// - Returns: nil where no step provides the layer, or the one that does cannot list them.
    /// - Throws: ``AnnotationError`` where the annotator cannot look at the document again.
    public func candidates(
        for layer: LayerName,
        in span: Span,
        of document: Document
    ) throws(AnnotationError) -> [Candidate]? {
        for step in steps where step.provides.contains(where: { $0.name == layer }) {
            return try step.candidates(for: layer, in: span, of: document)
        }
        return nil
    }

    private static func fingerprint(of steps: [any Annotator]) -> Fingerprint {
        var fingerprint = Fingerprint()
        for step in steps {
            fingerprint.combine(step.name.rawValue)
            fingerprint.combine(step.version)
            fingerprint.combine(step.configuration)
        }
        return fingerprint
    }
}
