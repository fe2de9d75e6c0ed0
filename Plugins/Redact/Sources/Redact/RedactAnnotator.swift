import PostilCore

/// Marks what is to be hidden: every annotation of chosen layers, of chosen types.
///
/// What overlaps becomes one stretch, named for the annotation that begins first, the longer one where two do.
public struct RedactAnnotator: Annotator {
    /// The name of the plugin.
    public let name: AnnotatorName = "org.postil.redactions"
    /// The version of the plugin.
    public let version = "1.0.0"
    /// The layer ``PostilCore/LayerKey/redactions``.
    public let provides = [AnyLayerKey(.redactions)]
    /// The only rule.
    public let rules = RuleTable([Rule("layer", "an annotation of a layer and a type that are to be hidden")])

    /// What is hidden: the types of each layer; all types where there are none.
    public let hidden: [(layer: LayerName, types: [String])]

    /// What is hidden unless something else is asked for: people, organisations and places, e-mail addresses, telephone
    /// numbers and the like where there is a layer of contacts.
    public static let standard: [(layer: LayerName, types: [String])] = [
        ("entities", ["PERSON", "ORG", "GPE", "LOC", "FAC"]), ("org.postil.contacts", []),
    ]

    /// Makes an annotator.
    ///
    /// - Parameter hidden: The types of each layer that are hidden; all where none are named.
    public init(hiding hidden: [(layer: LayerName, types: [String])] = RedactAnnotator.standard) {
        self.hidden = hidden
    }

    /// What is hidden, as it changes the output.
    public var configuration: String {
        hidden.map { "\($0.layer):\($0.types.joined(separator: "|"))" }.joined(separator: ",")
    }

    /// The layers of which something is hidden, where they are there.
    public var consults: [AnyLayerKey] { hidden.map { AnyLayerKey(readingAnyValuesOf: $0.layer) } }

    /// Marks what is to be hidden.
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var found: [(span: Span, value: RedactionValue)] = []
        for (name, types) in hidden {
            guard let layer = try document.layer(ifPresent: name) else { continue }
            for (position, span) in layer.spans.enumerated() {
                let type = layer.type(at: position) ?? name.rawValue
                guard types.isEmpty || types.contains(type) else { continue }
                found.append((span, RedactionValue(layer: name.rawValue, label: type)))
            }
        }
        // Sorting is stable here by the position, so that of equal spans the layer named first wins.
        let ordered = found.indices.sorted {
            found[$0].span != found[$1].span ? found[$0].span < found[$1].span : $0 < $1
        }
        var joined: [(span: Span, value: RedactionValue)] = []
        for index in ordered {
            if let last = joined.last, last.span.overlaps(found[index].span) {
                joined[joined.count - 1].span = last.span.union(found[index].span)
            } else {
                joined.append(found[index])
            }
        }
        var layer = LayerBuilder<RedactionValue>()
        for (span, value) in joined { layer.append(span, value, rule: RuleIdentifier(rawValue: 1)) }
        try output.provide(layer.build(), for: .redactions)
    }
}

extension Redaction {
    /// Hides what the layer ``PostilCore/LayerKey/redactions`` of a document marks; nothing where it has none.
    public init(of document: Document) {
        let marks = document[.redactions] ?? Layer()
        self.init(of: document.text, masking: marks.map { Mask($0.span, replacement: $0.value.replacement) })
    }
}
