import Postil

/// A name or term that `.dict` has added.
struct DictionaryEntry: Hashable, Sendable {
    let type: String
    let text: String
}

/// What an annotation of the layer `dictionary` says: its type.
struct DictionaryValue: LayerValue {
    let type: String?
    var features: [Feature] { [] }

    init(_ type: String) { self.type = type }

    init?(type: String?, features: [Feature]) {
        guard let type, features.isEmpty else { return nil }
        self.init(type)
    }
}

extension LayerKey where Value == DictionaryValue {
    /// The terms of a session's own dictionary, the longest at each place, never overlapping.
    static var dictionary: LayerKey<DictionaryValue> { LayerKey("dictionary", neverOverlaps: true) }
}

/// Finds the terms that `.dict add` has named, token by token, in capitals or not.
struct SessionDictionary: Annotator {
    let name: AnnotatorName = "dictionary"
    let version = "1"
    let configuration: String
    let requires = [AnyLayerKey(.tokens)]
    let provides = [AnyLayerKey(.dictionary)]
    let rules = RuleTable([Rule("entry", "an entry of the session's dictionary (.dict)")])

    /// The entries by the hash of their first token: the hashes of all tokens and the type.
    private let entries: [LowercaseHash: [(hashes: [LowercaseHash], type: String)]]

    /// Prepares to find `terms`, which the tokeniser cuts as it cuts texts.
    init(_ terms: [DictionaryEntry], tokenizer: any Annotator) throws(CommandError) {
        var entries: [LowercaseHash: [(hashes: [LowercaseHash], type: String)]] = [:]
        for term in terms {
            let tokens: Layer<Token>?
            do throws(AnnotationError) {
                tokens = try tokenizer.annotated(Document(text: Text(term.text)))[.tokens]
            } catch {
                throw .failed("'\(term.text)' cannot be cut into tokens: \(error)")
            }
            let hashes = (tokens ?? Layer()).map(\.value.hash)
            guard let first = hashes.first else { throw .failed("'\(term.text)' has no token") }
            entries[first, default: []].append((hashes, term.type))
        }
        self.entries = entries.mapValues { $0.sorted { $0.hashes.count > $1.hashes.count } }
        configuration = terms.map { "\($0.type)=\($0.text)" }.joined(separator: ";")
    }

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let tokens = try document[.tokens]
        var found = LayerBuilder<DictionaryValue>()
        var index = 0
        while index < tokens.count {
            let match = entries[tokens.values[index].hash]?.first { entry in
                index + entry.hashes.count <= tokens.count
                    && entry.hashes.indices.allSatisfy { tokens.values[index + $0].hash == entry.hashes[$0] }
            }
            guard let match else {
                index += 1
                continue
            }
            let last = index + match.hashes.count - 1
            found.append(
                Span(start: tokens.spans[index].start, end: tokens.spans[last].end),
                DictionaryValue(match.type),
                rule: RuleIdentifier(rawValue: 1)
            )
            index = last + 1
        }
        try output.provide(found.build(), for: .dictionary)
    }

    func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.dictionary.name, question.position == nil else { return nil }
        let layer = try document[.dictionary]
        if let other = layer.overlapping(question.span).first {
            return Explanation(
                "another entry stands there: '\(document.text[layer.spans[other]])'",
                span: layer.spans[other]
            )
        }
        return Explanation("no entry of the session's dictionary has these tokens; .dict add makes one")
    }
}
