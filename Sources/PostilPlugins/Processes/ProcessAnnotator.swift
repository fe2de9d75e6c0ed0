import PostilCore
import PostilFormats

/// An annotator whose work a program does that speaks the plugin protocol.
public struct ProcessAnnotator: BatchAnnotator {
    /// What runs the programs.
    public let host: PluginHost

    /// What output depends on besides the version: a hash of the plugin's files.
    public let configuration: String

    private let decoder: AnswerDecoder
    private let requests: RequestWriter
    private let questions: RequestWriter

    /// The annotator of a plugin.
    ///
    /// - Parameters:
    ///   - host: What runs the programs.
    ///   - configuration: What output depends on besides the version.
    public init(host: PluginHost, configuration: String = "") {
        self.host = host
        self.configuration = configuration
        let manifest = host.manifest
        decoder = AnswerDecoder(manifest)
        let read = manifest.requires + manifest.consults
        requests = RequestWriter(offsetUnit: manifest.offsetUnit, layers: read)
        questions = RequestWriter(offsetUnit: manifest.offsetUnit, layers: read + manifest.provides.map(\.name))
    }

    /// The plugin's name.
    public var name: AnnotatorName { AnnotatorName(rawValue: host.manifest.identifier) }

    /// The plugin's version.
    public var version: String { host.manifest.version }

    /// The layers that the plugin reads, whatever their values are.
    public var requires: [AnyLayerKey] { host.manifest.requires.map(AnyLayerKey.init(readingAnyValuesOf:)) }

    /// The layers that it reads where they are there.
    public var consults: [AnyLayerKey] { host.manifest.consults.map(AnyLayerKey.init(readingAnyValuesOf:)) }

    /// The layers that it provides: standard ones with their own values, others with open ones.
    public var provides: [AnyLayerKey] { decoder.keys }

    /// The rules that the manifest names.
    public var rules: RuleTable { decoder.rules }

    /// Enough that the program is seldom without a document.
    public var preferredBatchCount: Int { host.manifest.limits.documentsInFlight * 4 }

    /// Sends the documents to a program and takes the layers from its answers.
    public func annotate(_ documents: [DocumentView], into outputs: inout [LayerOutput]) -> [AnnotationError?] {
        var errors = documents.map(missingLayer)
        let sent = documents.indices.filter { errors[$0] == nil }
        var contentErrors: [AnnotationError?] = Array(repeating: nil, count: sent.count)
        let failures = host.exchange(
            count: sent.count,
            isCancelled: { documents.count == 1 && documents[0].isCancelled },
            write: { position, number, writer in
                requests.write(documents[sent[position]], number: number, into: &writer)
            },
            read: { (position, number, line) throws(ProtocolViolation) in
                let answer = try Answer(line, number: number)
                do throws(AnnotationError) {
                    try decoder.decode(answer, for: documents[sent[position]], into: &outputs[sent[position]])
                } catch {
                    contentErrors[position] = error
                }
            }
        )
        for (position, index) in sent.enumerated() { errors[index] = failures[position] ?? contentErrors[position] }
        return errors
    }

    private func missingLayer(_ document: DocumentView) -> AnnotationError? {
        do throws(AnnotationError) {
            for name in host.manifest.requires { _ = try document.layer(name) }
            return nil
        } catch {
            return error
        }
    }

    /// Asks the program, where its manifest says that it answers.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard host.manifest.explains, missingLayer(document) == nil else { return nil }
        var answered: Result<Explanation?, AnnotationError> = .success(nil)
        let failures = host.exchange(
            count: 1,
            isCancelled: { document.isCancelled },
            write: { _, number, writer in
                questions.write(document, number: number, question: question, into: &writer)
            },
            read: { (_, number, line) throws(ProtocolViolation) in
                let answer = try Answer(line, number: number)
                answered = explanation(of: answer, document)
            }
        )
        if let failure = failures.first ?? nil { throw failure }
        return try answered.get()
    }

    private func explanation(of answer: Answer, _ document: DocumentView) -> Result<Explanation?, AnnotationError> {
        guard answer.failure == nil else {
            return .failure(AnnotationError(code: .pluginFailed, message: "cannot answer the question"))
        }
        guard let value = answer.explanation.flatMap({ try? JSONValue($0) }) else { return .success(nil) }
        let map = OffsetMap(text: document.text, unit: host.manifest.offsetUnit)
        return .success(ExplanationCoding(map: map).explanation(value))
    }
}
